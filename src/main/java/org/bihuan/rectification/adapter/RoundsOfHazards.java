package org.bihuan.rectification.adapter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.PersonId;
import org.bihuan.rectification.Verdict;
import org.bihuan.rectification.domain.CompletionReport;
import org.bihuan.rectification.domain.GivenVerdict;
import org.bihuan.rectification.domain.Rounds;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Completion reports and verdicts of all cases. */
@Repository
public class RoundsOfHazards {
    private final JdbcClient jdbc;

    RoundsOfHazards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Rounds of(HazardNumber hazard) {
        var reports = jdbc.sql("select * from completion_report where hazard = :hazard order by seq")
                .param("hazard", hazard.value())
                .query(RoundsOfHazards::report)
                .list();
        var verdicts = jdbc.sql("select * from verdict where hazard = :hazard order by round")
                .param("hazard", hazard.value())
                .query(RoundsOfHazards::verdict)
                .list();
        return new Rounds(reports, verdicts);
    }

    /** Adds a report; its {@code seq} is given here. */
    public void add(HazardNumber hazard, CompletionReport report) {
        jdbc.sql("""
                        insert into completion_report (hazard, seq, round, measures, funds_yuan, completed_on, reported_on,
                                                       reported_at, reported_by, on_behalf, rectifier)
                        select :hazard, coalesce(max(seq), 0) + 1, :round, :measures, :fundsYuan, :completedOn,
                               :reportedOn, :reportedAt, :reportedBy, :onBehalf, :rectifier
                        from completion_report where hazard = :hazard
                        """)
                .param("hazard", hazard.value())
                .param("round", report.round())
                .param("measures", report.measures())
                .param("fundsYuan", report.fundsYuan())
                .param("completedOn", report.completedOn())
                .param("reportedOn", report.reportedOn())
                .param("reportedAt", report.reportedAt().atOffset(ZoneOffset.UTC))
                .param("reportedBy", report.reportedBy().value())
                .param("onBehalf", report.onBehalf())
                .param("rectifier", report.rectifier())
                .update();
    }

    public void withdraw(HazardNumber hazard, int round, Instant at) {
        jdbc.sql("""
                        update completion_report set withdrawn_at = :at
                        where hazard = :hazard and round = :round and withdrawn_at is null
                        """)
                .param("hazard", hazard.value())
                .param("round", round)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The standing report of a round stands in the next one too: closed by mistake, it waits for a verdict again (T28). */
    public void carryOver(HazardNumber hazard, int round) {
        jdbc.sql("""
                        insert into completion_report (hazard, seq, round, measures, funds_yuan, completed_on, reported_on,
                                                       reported_at, reported_by, on_behalf, rectifier)
                        select hazard, (select max(seq) + 1 from completion_report where hazard = :hazard), round + 1, measures,
                               funds_yuan, completed_on, reported_on, reported_at, reported_by, on_behalf, rectifier
                        from completion_report where hazard = :hazard and round = :round and withdrawn_at is null
                        """).param("hazard", hazard.value()).param("round", round).update();
    }

    public void add(HazardNumber hazard, GivenVerdict verdict) {
        jdbc.sql("""
                        insert into verdict (hazard, round, verdict, opinion, given_by, given_at)
                        values (:hazard, :round, :verdict, :opinion, :givenBy, :givenAt)
                        """)
                .param("hazard", hazard.value())
                .param("round", verdict.round())
                .param("verdict", verdict.verdict().name())
                .param("opinion", verdict.opinion())
                .param("givenBy", verdict.givenBy().value())
                .param("givenAt", verdict.givenAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static CompletionReport report(ResultSet row, int index) throws SQLException {
        return new CompletionReport(
                row.getInt("seq"),
                row.getInt("round"),
                row.getString("measures"),
                row.getObject("funds_yuan", Long.class),
                row.getObject("completed_on", LocalDate.class),
                row.getObject("reported_on", LocalDate.class),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                PersonId.of(row.getString("reported_by")),
                row.getBoolean("on_behalf"),
                row.getString("rectifier"),
                instant(row, "withdrawn_at"));
    }

    private static GivenVerdict verdict(ResultSet row, int index) throws SQLException {
        return new GivenVerdict(
                row.getInt("round"),
                Verdict.valueOf(row.getString("verdict")),
                row.getString("opinion"),
                PersonId.of(row.getString("given_by")),
                row.getObject("given_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
