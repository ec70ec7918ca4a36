package org.bihuan.production;

import org.bihuan.production.Founding.Kind;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Sample people with a public password do not belong into a real county's database, nor a real county into the sample's.
 * Whoever forgets the profile, or tries the sample on the real server, is refused before a row of either is written.
 */
@Component
class KeptApart implements InitializingBean {
    private final Founding founding;
    private final Kind kind;

    KeptApart(Founding founding, Environment settings) {
        this.founding = founding;
        this.kind = settings.acceptsProfiles(RequiredSettings.REAL) ? Kind.REAL : Kind.SAMPLE;
    }

    @Override
    public void afterPropertiesSet() {
        if (kind == Kind.SAMPLE) {
            founding.found(Kind.SAMPLE, null);
        }
        check();
    }

    void check() {
        if (founding.kind().filter(other -> other != kind).isPresent()) {
            throw Words.unfit("founded." + (kind == Kind.REAL ? "SAMPLE" : "REAL"));
        }
    }
}
