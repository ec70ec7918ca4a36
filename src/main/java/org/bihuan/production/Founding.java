package org.bihuan.production;

import java.time.ZoneOffset;
import java.util.Optional;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row that says what county a database was founded for, and by whom. */
@Repository
class Founding {
    private final JdbcClient jdbc;
    private final CountyTime time;

    Founding(JdbcClient jdbc, CountyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** What a database may serve, for good. */
    enum Kind {
        SAMPLE,
        REAL
    }

    /** Empty before the first start. */
    Optional<Kind> kind() {
        return jdbc.sql("select kind from founding").query(Kind.class).optional();
    }

    /**
     * Founds it unless it is founded. Waits for another node that is just doing so.
     *
     * @param administrator the first one of a real county; of a sample county none
     * @return whether this call has founded it
     */
    boolean found(Kind kind, @Nullable PersonId administrator) {
        return jdbc.sql("""
                                insert into founding (kind, first_administrator, founded_at) values (:kind, :administrator, :now)
                                on conflict on constraint pk_founding do nothing
                                """)
                        .param("kind", kind.name())
                        .param("administrator", administrator == null ? null : administrator.value())
                        .param("now", time.now().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
