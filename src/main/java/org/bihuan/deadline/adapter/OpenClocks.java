package org.bihuan.deadline.adapter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.bihuan.deadline.CaseTraits;
import org.bihuan.deadline.ClockKind;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** All running clocks of the county beside what the tables look at, to try a changed table on. */
@Repository
public class OpenClocks {
    private static final int FETCHED_AT_ONCE = 1_000;

    private final JdbcTemplate jdbc;

    OpenClocks(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setFetchSize(FETCHED_AT_ONCE);
    }

    /**
     * A running clock.
     *
     * @param since the day its due day was counted from: a report taken back does not count anew
     * @param counted whether its due day was counted, not named by somebody
     * @param rectifyBy and {@code approved}: of the case
     */
    public record OpenClock(
            String hazard,
            ClockKind kind,
            int round,
            boolean immediate,
            LocalDate since,
            boolean counted,
            LocalDate dueOn,
            int soonDays,
            CaseTraits traits,
            @Nullable LocalDate rectifyBy,
            @Nullable LocalDate approved) {}

    /** Hands them over one by one, in the order of the hazards' numbers, without holding them all; within a transaction. */
    public void forEach(Consumer<OpenClock> each) {
        jdbc.query("""
                        select c.hazard, c.kind, c.round, c.immediate, c.due_on, c.soon_days, h.grade, h.source, h.industry,
                               h.registered_at, h.due_on as rectify_by, h.approved_due_on,
                               c.counted_from is not null as counted,
                               case when c.counted_from is null or (c.kind = 'RECTIFY' and c.round > 1)
                                    then (select min(b.started_on) from clock b
                                          where (b.hazard, b.kind, b.round, b.due_on) = (c.hazard, c.kind, c.round, c.due_on))
                                    else c.counted_from end as since
                        from clock c join v_open_case h on h.number = c.hazard
                        where c.stopped_on is null order by c.hazard, c.kind
                        """, row -> {
            each.accept(read(row));
        });
    }

    private static OpenClock read(ResultSet row) throws SQLException {
        return new OpenClock(
                row.getString("hazard"),
                ClockKind.valueOf(row.getString("kind")),
                row.getInt("round"),
                row.getBoolean("immediate"),
                row.getObject("since", LocalDate.class),
                row.getBoolean("counted"),
                row.getObject("due_on", LocalDate.class),
                row.getInt("soon_days"),
                new CaseTraits(
                        Grade.valueOf(row.getString("grade")),
                        Source.valueOf(row.getString("source")),
                        row.getString("industry"),
                        row.getObject("registered_at", OffsetDateTime.class).toInstant()),
                row.getObject("rectify_by", LocalDate.class),
                row.getObject("approved_due_on", LocalDate.class));
    }
}
