package org.bihuan.deadline.adapter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.bihuan.calendar.DueDay;
import org.bihuan.deadline.domain.Clock;
import org.bihuan.deadline.domain.CountedDay;
import org.bihuan.hazard.HazardNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Terms whose count ends later by the present calendar than was told: those that run, and the rectification behind a report. A term
 * that has been stopped for good since is none of them.
 */
@Repository
public class MovesToConfirm {
    private static final String WAITING = """
            from clock c
            where c.correct_due_on is not null
              and (c.stopped_on is null
                   or c.kind = 'RECTIFY' and exists (select from v_case h where h.number = c.hazard and h.status = 'SUBMITTED')
                      and not exists (select from clock l where l.hazard = c.hazard and l.kind = c.kind and l.term > c.term))
            """;

    private final JdbcClient jdbc;

    MovesToConfirm(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public int howMany() {
        return jdbc.sql("select count(*) " + WAITING).query(Integer.class).single();
    }

    /** A term, and where its due day is to move. */
    public record Correction(Clock clock, CountedDay to) {}

    public List<Correction> page(int page, int size) {
        return jdbc.sql("select c.* " + WAITING + " order by c.due_on, c.hazard, c.kind limit :size offset :skipped")
                .param("size", size)
                .param("skipped", (long) page * size)
                .query(MovesToConfirm::correction)
                .list();
    }

    public List<HazardNumber> cases(@Nullable HazardNumber behind, int atMost) {
        return jdbc
                .sql("select distinct c.hazard " + WAITING + " and c.hazard > :behind order by c.hazard limit :atMost")
                .param("behind", behind == null ? "" : behind.value())
                .param("atMost", atMost)
                .query(String.class)
                .list()
                .stream()
                .map(HazardNumber::of)
                .toList();
    }

    /** Those of one case, in the order of their kinds. */
    public List<Correction> of(HazardNumber hazard) {
        return jdbc.sql("select c.* " + WAITING + " and c.hazard = :hazard order by c.kind")
                .param("hazard", hazard.value())
                .query(MovesToConfirm::correction)
                .list();
    }

    /** Corrects a term that stands still behind a report: whatever goes on after the report goes on with the right day. */
    public void correct(Clock stopped, CountedDay to) {
        jdbc.sql("""
                        update clock
                        set due_on = :dueOn, estimated = :estimated, explanation = :explanation,
                            correct_due_on = null, correct_estimated = null, correct_explanation = null
                        where (hazard, kind, term) = (:hazard, :kind, :term)
                        """)
                .param("hazard", stopped.hazard().value())
                .param("kind", stopped.kind().name())
                .param("term", stopped.term())
                .param("dueOn", to.date())
                .param("estimated", to.estimated())
                .param("explanation", to.day().explanation())
                .update();
    }

    private static Correction correction(ResultSet row, int index) throws SQLException {
        var clock = Clocks.read(row, index);
        var day = new DueDay(
                row.getObject("correct_due_on", LocalDate.class),
                row.getBoolean("correct_estimated"),
                row.getString("correct_explanation"));
        return new Correction(clock, new CountedDay(day, clock.count()));
    }
}
