package org.bihuan.rectification.application;

import java.util.Objects;
import java.util.Set;
import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Role;
import org.springframework.stereotype.Component;

/** To whom a verification is offered: the supervising unit, or the committee office where the rules leave nobody there (7.3). */
@Component
public class Verifiers {
    private final Organisation organisation;
    private final FourEyes fourEyes;

    Verifiers(Organisation organisation, FourEyes fourEyes) {
        this.organisation = organisation;
        this.fourEyes = fourEyes;
    }

    public String groupFor(Hazard hazard) {
        var unit = Objects.requireNonNull(hazard.responsibility().supervisingUnit());
        var somebody = organisation.peopleOf(unit, Set.of(Role.INSPECTOR, Role.UNIT_LEADER)).stream()
                .anyMatch(person -> fourEyes.mayJudgeNow(hazard, person));
        return somebody ? unit.group() : Role.COMMITTEE_OFFICE.group();
    }
}
