package org.bihuan.calendar;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of exceptions. */
@Repository
class WorkingDayExceptions {
    private final JdbcClient jdbc;

    WorkingDayExceptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All rows, ascending. */
    List<WorkingDayException> all() {
        return jdbc.sql("select day, kind, name from working_day_exception order by day")
                .query(WorkingDayException.class)
                .list();
    }

    /** Adds the rows of years that have none yet, in one statement; a year that is there stays as its office left it. */
    void addMissingYears(List<WorkingDayException> exceptions) {
        jdbc.sql("""
                        insert into working_day_exception (day, kind, name)
                        select day, kind, name
                        from unnest(cast(:days as date[]), cast(:kinds as text[]), cast(:names as text[])) as shipped (day, kind, name)
                        where extract(year from day) not in (select extract(year from day) from working_day_exception)
                        on conflict on constraint pk_working_day_exception do nothing
                        """)
                .param("days", exceptions.stream().map(e -> e.day().toString()).toArray(String[]::new))
                .param("kinds", exceptions.stream().map(e -> e.kind().name()).toArray(String[]::new))
                .param(
                        "names",
                        exceptions.stream().map(WorkingDayException::name).toArray(String[]::new))
                .update();
    }
}
