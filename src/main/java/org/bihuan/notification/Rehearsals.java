package org.bihuan.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.notification.RehearsedMail.Told;
import org.bihuan.shared.CountyTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Asks the same statement that builds a morning, and reads instead of writing. */
@Repository
class Rehearsals implements Rehearsal {
    private final JdbcClient jdbc;
    private final Digests digests;
    private final DigestRun digestRun;
    private final Addresses addresses;
    private final MailHours hours;
    private final NotificationSettings settings;
    private final CountyCalendar calendar;
    private final CountyTime time;

    Rehearsals(
            JdbcClient jdbc,
            Digests digests,
            DigestRun digestRun,
            Addresses addresses,
            MailHours hours,
            NotificationSettings settings,
            CountyCalendar calendar,
            CountyTime time) {
        this.jdbc = jdbc;
        this.digests = digests;
        this.digestRun = digestRun;
        this.addresses = addresses;
        this.hours = hours;
        this.settings = settings;
        this.calendar = calendar;
        this.time = time;
    }

    /** A case in a mail. */
    private record Line(Instant at, String kind, String recipient, String hazard, String matter, String why) {}

    @Override
    @Transactional(readOnly = true)
    public List<RehearsedMail> on(LocalDate day, List<ForeseenRung> foreseen) {
        var morning = digests.haveRun(day) ? built(day) : toBeBuilt(day, foreseen);
        return Stream.concat(morning.stream(), singleMails(day).stream())
                .collect(groupingBy(
                        line -> List.of(line.at(), line.kind(), line.recipient()), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(this::mail)
                .sorted(Comparator.comparing(RehearsedMail::at)
                        .thenComparing(RehearsedMail::kind)
                        .thenComparing(RehearsedMail::recipient))
                .toList();
    }

    private RehearsedMail mail(List<Line> lines) {
        var first = lines.get(0);
        var reasons = new TreeMap<String, TreeMap<String, List<String>>>();
        lines.forEach(line -> reasons.computeIfAbsent(line.hazard(), hazard -> new TreeMap<>())
                .computeIfAbsent(line.matter(), matter -> new ArrayList<>())
                .add(line.why()));
        var told = new ArrayList<Told>();
        reasons.forEach((hazard, matters) ->
                matters.forEach((matter, whys) -> told.add(new Told(hazard, matter, List.copyOf(whys)))));
        var addressee = addresses.of(first.recipient());
        return new RehearsedMail(
                first.at(), first.kind(), first.recipient(), addressee.name(), addressee.address(), told);
    }

    private List<Line> toBeBuilt(LocalDate day, List<ForeseenRung> foreseen) {
        if (day.isBefore(time.today()) || !calendar.workingDays().isWorkingDay(day)) {
            return List.of();
        }
        var digestAt = time.at(day, settings.digestAt());
        var at = hours.nextOpening(digestAt.isBefore(time.now()) ? time.now() : digestAt);
        if (!time.dayOf(at).equals(day)) {
            return List.of();
        }
        return DigestLines.asked(
                        jdbc,
                        "select mail_kind, recipient, hazard, matter, why from told order by mail_kind, recipient, hazard, matter, why",
                        digestRun.morningOf(day, at, foreseen))
                .query((row, index) -> line(at, row))
                .list();
    }

    private List<Line> built(LocalDate day) {
        return jdbc.sql("""
                        select m.kind as mail_kind, m.recipient, c.hazard, c.matter, coalesce(m.sent_at, m.next_at) as at,
                               coalesce(f.action, 'OWN_WORK') as why
                        from mail_outbox m
                        join mail_case c on c.mail = m.id
                        left join mail_line l
                          on l.mail = m.id and l.hazard = c.hazard and case when c.matter = 'CLEAR' then l.step = 'CLEAR' else l.kind = c.matter end
                        left join v_fired_rung f
                          on (f.hazard, f.kind, f.term, f.step, f.recipient) = (l.hazard, l.kind, l.term, l.step, l.recipient)
                        where m.digest_on = :day and m.status <> 'SKIPPED'
                        order by m.kind, m.recipient, c.hazard, c.matter, f.fired_at
                        """)
                .param("day", day)
                .query((row, index) -> line(instant(row, "at"), row))
                .list();
    }

    /** Single mails that wait and may leave on that day, but no earlier. */
    private List<Line> singleMails(LocalDate day) {
        return jdbc
                .sql("""
                        select kind as mail_kind, recipient, hazard, kind as matter, kind as why, next_at, immediate from mail_outbox
                        where status = 'NEW' and hazard is not null order by next_at, recipient
                        """)
                .query((row, index) -> {
                    var due = instant(row, "next_at");
                    var earliest = due.isBefore(time.now()) ? time.now() : due;
                    return line(row.getBoolean("immediate") ? earliest : hours.nextOpening(earliest), row);
                })
                .list()
                .stream()
                .filter(line -> time.dayOf(line.at()).equals(day))
                .toList();
    }

    private static Line line(Instant at, ResultSet row) throws SQLException {
        return new Line(
                at,
                row.getString("mail_kind"),
                row.getString("recipient"),
                row.getString("hazard"),
                row.getString("matter"),
                row.getString("why"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
