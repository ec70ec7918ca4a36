package org.bihuan.rectification.adapter;

import java.time.LocalDate;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who pressed for a case on which day. */
@Repository
public class Nudges {
    private final JdbcClient jdbc;

    Nudges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is the first of the day */
    public boolean add(HazardNumber hazard, LocalDate day, PersonId by) {
        return jdbc.sql("""
                        insert into nudge (hazard, day, nudged_by) values (:hazard, :day, :by)
                        on conflict on constraint pk_nudge do nothing
                        """)
                        .param("hazard", hazard.value())
                        .param("day", day)
                        .param("by", by.value())
                        .update()
                == 1;
    }
}
