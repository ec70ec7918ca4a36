package org.bihuan.notification;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rungs that do not wait for a morning, each a single mail to one of those it is for: the first ones behind the due day of a hazard
 * that must be removed at once, to its owner and at any hour (5.1); and what climbs of a major after the morning's mails were built,
 * in office hours (N4). Any number of nodes may look.
 */
@Component
class UrgentRungs {
    /** What is older has long been told by a morning. */
    private static final Duration STILL_NEWS = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Digests digests;
    private final Outbox outbox;
    private final Addresses addresses;
    private final WorkGroups groups;
    private final CountyTime time;
    private final TransactionTemplate transaction;

    UrgentRungs(
            JdbcClient jdbc,
            Digests digests,
            Outbox outbox,
            Addresses addresses,
            WorkGroups groups,
            CountyTime time,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.digests = digests;
        this.outbox = outbox;
        this.addresses = addresses;
        this.groups = groups;
        this.time = time;
        this.transaction = transaction;
    }

    /** A fired rung that no mail has carried yet, and the entry of the case log that tells of it. */
    record Untold(
            String hazard,
            String kind,
            int term,
            String step,
            String recipient,
            int entry,
            @Nullable String enterprise,
            @Nullable String responsibleUnit) {}

    /** Writes the mails of what has fired since the last look. */
    void write() {
        if (found().isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            digests.alone();
            // What the morning's mails have taken meanwhile is found no more.
            ownersDelays().forEach(rung -> write(MailKind.OVERDUE, rung, true));
            climbedAfterTheMorning().forEach(rung -> write(MailKind.ESCALATION, rung, false));
        });
    }

    private List<Untold> found() {
        var delays = ownersDelays();
        return delays.isEmpty() ? climbedAfterTheMorning() : delays;
    }

    private void write(MailKind kind, Untold rung, boolean immediate) {
        outbox.addForRung(kind, rung, immediate, Map.of("clock", rung.kind()), time.now());
    }

    private List<Untold> ownersDelays() {
        return untold("r.immediate and f.kind = 'RECTIFY' and f.step in ('+1', '+2', '+3')").stream()
                .filter(rung -> isOwner(rung, addresses.of(rung.recipient())))
                .toList();
    }

    private static boolean isOwner(Untold rung, Addressee addressee) {
        return addressee.isOfEnterprise(rung.enterprise()) || addressee.isOfUnit(rung.responsibleUnit());
    }

    private List<Untold> climbedAfterTheMorning() {
        return digests.haveRun(time.today())
                ? untold("c.grade = 'MAJOR' and " + DigestLines.NOT_LEFT_ALONE + " and " + DigestLines.CLIMBS)
                : List.of();
    }

    private List<Untold> untold(String condition) {
        return jdbc.sql("""
                        select f.hazard, f.kind, f.term, f.step, f.recipient, e.entry, c.enterprise, c.responsible_unit
                        from v_fired_rung f
                        join v_running_clock r using (hazard, kind, term)
                        join v_case c on c.number = f.hazard
                        cross join lateral (
                            select max(seq) as entry from v_logged_rung e
                            where (e.hazard, e.kind, e.step) = (f.hazard, f.kind, f.step)) e
                        where f.fired_at > :since and e.entry is not null and f.recipient <> all (cast(:gone as text[]))
                          and not exists (
                            select from mail_line l
                            where (l.hazard, l.kind, l.term, l.step, l.recipient) = (f.hazard, f.kind, f.term, f.step, f.recipient))
                          and
                        """ + condition)
                .param("day", time.today())
                .param("since", time.now().minus(STILL_NEWS).atOffset(ZoneOffset.UTC))
                .param("gone", groups.gone().toArray(String[]::new))
                .param("superiors", groups.superiors().toArray(String[]::new))
                .query(Untold.class)
                .list();
    }
}
