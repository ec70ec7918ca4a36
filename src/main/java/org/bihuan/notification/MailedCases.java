package org.bihuan.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases as they stand at the moment a mail about them is built (N15), from the views of the rooms they live in. */
@Repository
class MailedCases {
    private static final String NEXT_RUNG = """
            left join lateral (
                select w.fire_at, w.audience, w.action, w.supervision, w.letter from v_waiting_rung w
                where (w.hazard, w.kind, w.term) = (r.hazard, r.kind, r.term) order by w.fire_at limit 1) n on true
            """;
    private static final String EXTENSION_PENDING = """
            exists (select from v_clock x where x.hazard = r.hazard and r.kind = 'RECTIFY' and x.kind = 'EXTENSION') as extension_pending
            """;

    private static final String MOVED_BY_CALENDAR = """
            (select v.was_due_on from v_calendar_move v join mail_line l using (hazard, kind, term)
             where (v.hazard, v.kind, v.term) = (r.hazard, r.kind, r.term) and l.mail = m.mail and l.step = 'MOVED' limit 1) as moved_from
            """;

    private final JdbcClient jdbc;
    private final CountyTime time;

    MailedCases(JdbcClient jdbc, CountyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * A case with one of its running clocks.
     *
     * @param inPlaceOf the person in whose place its reader is told; null for himself
     */
    record Line(
            CaseFacts facts,
            Optional<CaseClock> clock,
            @Nullable String inPlaceOf) {}

    /** A line for each running clock, in the order of their kinds; one line without a clock when none runs. */
    List<Line> of(String hazard) {
        return jdbc.sql("""
                        select c.*, r.kind as matter, r.started_on, r.due_on as clock_due_on, r.estimated, r.soon_days,
                               n.fire_at, n.audience, n.action, n.supervision, n.letter,
                        """ + EXTENSION_PENDING + """
                        , cast(null as date) as moved_from, cast(null as text) as in_place_of
                        from v_case c
                        left join v_running_clock r on r.hazard = c.number
                        """ + NEXT_RUNG + """
                        where c.number = :hazard
                        order by r.kind
                        """)
                .param("hazard", hazard)
                .query(this::line)
                .list();
    }

    /** What a digest has to say: its cases, as far as what is the matter with them still is. */
    List<Line> ofDigest(UUID mail) {
        return jdbc.sql("""
                        select c.*, m.matter, m.in_place_of, r.started_on, r.due_on as clock_due_on, r.estimated, r.soon_days,
                               n.fire_at, n.audience, n.action, n.supervision, n.letter,
                        """ + EXTENSION_PENDING + "," + MOVED_BY_CALENDAR + """
                        from mail_case m
                        join v_case c on c.number = m.hazard
                        left join v_clock r on r.hazard = m.hazard and r.kind = m.matter
                        """ + NEXT_RUNG + """
                        where m.mail = :mail and m.matter <> 'CLEAR'
                          and (r.hazard is not null or m.matter = 'REVIEW' and c.status = 'REGISTERED')
                        order by c.number, m.matter
                        """)
                .param("mail", mail)
                .query(this::line)
                .list();
    }

    /** What a digest has to say about cases whose delay is over. */
    List<AllClear> allClears(UUID mail) {
        return jdbc.sql("""
                        select c.*, n.action
                        from mail_case m
                        join v_case c on c.number = m.hazard
                        cross join lateral (
                            select f.action
                            from mail_line l join v_fired_rung f using (hazard, kind, term, step, recipient)
                            where l.mail = m.mail and l.hazard = m.hazard and l.step = 'CLEAR'
                            order by f.fired_at desc limit 1) n
                        where m.mail = :mail and m.matter = 'CLEAR'
                        order by c.number
                        """)
                .param("mail", mail)
                .query((row, index) -> new AllClear(facts(row), row.getString("action")))
                .list();
    }

    private Line line(ResultSet row, int index) throws SQLException {
        return new Line(facts(row), Optional.ofNullable(clock(row)), row.getString("in_place_of"));
    }

    private @Nullable CaseClock clock(ResultSet row) throws SQLException {
        var matter = row.getString("matter");
        if (matter == null) {
            return null;
        }
        var fireAt = row.getObject("fire_at", OffsetDateTime.class);
        var next = fireAt == null
                ? null
                : new ComingRung(
                        time.dayOf(fireAt.toInstant()),
                        matter,
                        row.getString("audience"),
                        row.getString("action"),
                        row.getString("supervision"),
                        row.getString("letter"));
        return new CaseClock(
                Matter.valueOf(matter),
                row.getObject("started_on", LocalDate.class),
                row.getObject("clock_due_on", LocalDate.class),
                row.getBoolean("estimated"),
                row.getInt("soon_days"),
                row.getBoolean("extension_pending"),
                row.getObject("moved_from", LocalDate.class),
                next);
    }

    private CaseFacts facts(ResultSet row) throws SQLException {
        var enterprise = row.getString("enterprise");
        return new CaseFacts(
                row.getString("number"),
                row.getString("status"),
                row.getString("grade").equals("MAJOR"),
                enterprise,
                row.getString("responsible_unit"),
                row.getString(enterprise == null ? "responsible_unit_name" : "enterprise_name"),
                row.getString("responsible_user"),
                row.getString("supervising_unit"),
                row.getString("supervising_unit_name"),
                OutboxMessage.oneLine(row.getString("location")),
                OutboxMessage.oneLine(row.getString("short_text")),
                row.getString("requirement"),
                row.getObject("found_on", LocalDate.class),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                row.getString("registered_by"),
                row.getInt("round"),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("due_estimated"),
                row.getObject("closed_on", LocalDate.class),
                row.getBoolean("assigned"),
                row.getInt("extensions"),
                row.getObject("approved_due_on", LocalDate.class));
    }
}
