package org.bihuan.calendar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of exceptions, and who changed it when. */
@Repository
class WorkingDayExceptions {
    /** Any fixed number: the advisory lock of whoever takes a notice in. */
    private static final long ONE_KEEPER = 341_721_003L;

    private final JdbcClient jdbc;

    WorkingDayExceptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The whole table as of one moment, ascending, with its revision. */
    Stand stand() {
        var rows = new ArrayList<WorkingDayException>();
        var revision = new int[1];
        jdbc.sql("""
                        select r.revision, e.day, e.kind, e.name, coalesce(e.notice, extract(year from e.day)) as notice
                        from (select coalesce(max(revision), 0) as revision from calendar_intake) r
                        left join working_day_exception e on true
                        order by e.day
                        """).query(row -> {
            revision[0] = row.getInt("revision");
            var day = row.getDate("day");
            if (day != null) {
                rows.add(new WorkingDayException(
                        day.toLocalDate(),
                        WorkingDayException.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getInt("notice")));
            }
        });
        return new Stand(revision[0], List.copyOf(rows));
    }

    /** What the table says, and since which intake. */
    record Stand(int revision, List<WorkingDayException> rows) {}

    /** Adds the rows of years that have none yet, in one statement; a year that is there stays as its office left it. */
    void addMissingYears(List<WorkingDayException> exceptions) {
        arrays(jdbc.sql("""
                        insert into working_day_exception (day, kind, name)
                        select day, kind, name
                        from unnest(cast(:days as date[]), cast(:kinds as text[]), cast(:names as text[])) as shipped (day, kind, name)
                        where extract(year from day) not in (
                            select extract(year from day) from working_day_exception where notice is null)
                        on conflict on constraint pk_working_day_exception do nothing
                        """), exceptions).update();
    }

    /** Until the end of this transaction nobody else takes a notice in, on any node. */
    void becomeTheOneKeeper() {
        jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", ONE_KEEPER).query(rows -> {});
    }

    /** Puts the rows of a notice in the place of what it said before. */
    void replace(int notice, List<WorkingDayException> rows) {
        arrays(jdbc.sql("""
                        with said (day, kind, name) as (
                            select * from unnest(cast(:days as date[]), cast(:kinds as text[]), cast(:names as text[]))),
                        dropped as (
                            delete from working_day_exception e
                            where coalesce(e.notice, extract(year from e.day)) = :notice
                              and not exists (select from said where said.day = e.day))
                        insert into working_day_exception (day, kind, name, notice)
                        select day, kind, name, nullif(:notice, cast(extract(year from day) as int)) from said
                        on conflict on constraint pk_working_day_exception
                        do update set kind = excluded.kind, name = excluded.name, notice = excluded.notice
                        """), rows).param("notice", notice).update();
    }

    void record(Intake intake) {
        jdbc.sql("""
                        insert into calendar_intake (revision, year, file_name, taken_by, taken_at, days)
                        values (:revision, :year, :fileName, :takenBy, :takenAt, :days)
                        """)
                .param("revision", intake.revision())
                .param("year", intake.year())
                .param("fileName", intake.fileName())
                .param("takenBy", intake.takenBy())
                .param("takenAt", intake.takenAt().atOffset(ZoneOffset.UTC))
                .param("days", intake.days())
                .update();
    }

    /**
     * One notice taken in.
     *
     * @param takenBy a person's id
     * @param days how many days it changed
     */
    record Intake(int revision, int year, String fileName, String takenBy, Instant takenAt, int days) {}

    private static JdbcClient.StatementSpec arrays(JdbcClient.StatementSpec statement, List<WorkingDayException> rows) {
        return statement
                .param("days", rows.stream().map(row -> row.day().toString()).toArray(String[]::new))
                .param("kinds", rows.stream().map(row -> row.kind().name()).toArray(String[]::new))
                .param("names", rows.stream().map(WorkingDayException::name).toArray(String[]::new));
    }
}
