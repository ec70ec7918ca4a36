package org.bihuan.notification;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases, clocks and fired rungs as their own rooms would leave them, row by row. */
final class Ledger {
    static final String ZERO = "0".repeat(64);
    private final AtomicInteger serial = new AtomicInteger();
    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every test of a class begins with an empty ledger and an empty outbox. */
    void empty() {
        for (var table : new String[] {
            "mail_line", "mail_case", "mail_outbox", "digest_run", "rung_recipient", "rung", "clock", "quiet", "letter"
        }) {
            jdbc.sql("delete from " + table).update();
        }
        // Nobody may delete what the case log tells; a case without clocks disturbs no test.
        jdbc.sql("delete from hazard where number not in (select hazard from case_log)")
                .update();
    }

    /** A case of the enterprise, whose safety officer has it and which the town xiangyu follows. */
    Case of(String enterprise, String safetyOfficer, String status, String grade) {
        return of(enterprise, safetyOfficer, status, grade, "xiangyu", "inspector-xiangyu");
    }

    Case of(
            String enterprise,
            @Nullable String safetyOfficer,
            String status,
            String grade,
            @Nullable String supervisingUnit,
            String registeredBy) {
        var number = "341721-107-2026-%s-%05d".formatted(grade.equals("MAJOR") ? "Z" : "G", serial.incrementAndGet());
        jdbc.sql("""
                        insert into hazard (number, version, status, source, found_on, registered_at, registered_by, self_registered,
                            taken_over, grade, category, region, location, description, enterprise, responsible_user,
                            supervising_unit, requirement, due_estimated, round, assigned, extensions, closed_on, void_reason, log_seq, log_head,
                            search_text, bigrams)
                        values (:number, 1, :status, 'ROUTINE_INSPECTION', '2024-01-02', '2024-01-02T02:00:00Z', :by, false, false,
                            :grade, 'OBJECT', '341721107', :location, '配电箱门缺失，带电部位裸露', :enterprise, :user, :unit,
                            '加装箱门并上锁', false, 1, :assigned, 0, cast(:closedOn as date), :voidReason, 1, :zero, '', '{}')
                        """)
                .param("number", number)
                .param("status", status)
                .param("by", registeredBy)
                .param("grade", grade)
                .param("location", "一号车间东侧" + number)
                .param("enterprise", enterprise)
                .param("user", safetyOfficer)
                .param("unit", supervisingUnit)
                .param("assigned", !status.equals("REGISTERED"))
                .param("closedOn", status.equals("CLOSED") ? "2024-02-02" : null)
                .param("voidReason", status.equals("VOIDED") ? "NOT_A_HAZARD" : null)
                .param("zero", ZERO)
                .update();
        return new Case(number, enterprise);
    }

    /** One case in the ledger. */
    final class Case {
        final String number;
        private final String enterprise;

        Case(String number, String enterprise) {
            this.number = number;
            this.enterprise = enterprise;
        }

        /** A clock runs until that day. */
        Case clock(String kind, String dueOn) {
            return clock(kind, dueOn, false);
        }

        /** A desk owes it a decision by that day. */
        Case desk(String kind, String ownerKind, String owner, String dueOn) {
            clock(kind, dueOn);
            jdbc.sql("update clock set owner_kind = :ownerKind, owner = :owner where hazard = :hazard and kind = :kind")
                    .param("ownerKind", ownerKind)
                    .param("owner", owner)
                    .param("hazard", number)
                    .param("kind", kind)
                    .update();
            return this;
        }

        Case clock(String kind, String dueOn, boolean estimated) {
            jdbc.sql("""
                            insert into clock (hazard, kind, term, round, owner_kind, owner, started_on, due_on, original_due_on,
                                estimated, explanation, soon_days)
                            values (:hazard, :kind, 1, 1, :ownerKind, :owner, '2024-01-02', :dueOn, :dueOn, :estimated, '', 3)
                            """)
                    .param("hazard", number)
                    .param("kind", kind)
                    .param("ownerKind", kind.equals("VERIFY") ? "UNIT" : "ENTERPRISE")
                    .param("owner", kind.equals("VERIFY") ? "xiangyu" : enterprise)
                    .param("dueOn", LocalDate.parse(dueOn))
                    .param("estimated", estimated)
                    .update();
            return this;
        }

        /** It was assigned until that day, and nothing has moved since. */
        Case approved(String dueOn) {
            jdbc.sql("""
                            update hazard set due_on = :dueOn, original_due_on = :dueOn, approved_due_on = :dueOn, runs_out_on = :dueOn
                            where number = :hazard
                            """)
                    .param("hazard", number)
                    .param("dueOn", LocalDate.parse(dueOn))
                    .update();
            return this;
        }

        /** Its hazard must be removed at once. */
        Case immediate() {
            jdbc.sql("update clock set immediate = true where hazard = :hazard and kind = 'RECTIFY'")
                    .param("hazard", number)
                    .update();
            return this;
        }

        /** A rung has fired for these recipients. */
        Case fired(String kind, String step, String action, String... recipients) {
            return firedAt("2024-01-03T16:00:00Z", "enterprise-safety", kind, step, action, recipients);
        }

        /** A rung has climbed to this audience. */
        Case climbed(String audience, String kind, String step, String... recipients) {
            return firedAt("2024-01-03T16:00:00Z", audience, kind, step, "ESCALATION", recipients);
        }

        /** It has gone on, which is news for those who had heard of the delay. */
        Case clear(String kind, String news, String... recipients) {
            return firedAt("2024-01-03T16:00:00Z", "", kind, "CLEAR", news, recipients);
        }

        Case firedAt(String at, String audience, String kind, String step, String action, String... recipients) {
            jdbc.sql("""
                            insert into rung (hazard, kind, term, step, fire_at, audience, action, fired_at)
                            values (:hazard, :kind, 1, :step, cast(:at as timestamptz), :audience, :action, cast(:at as timestamptz))
                            """)
                    .param("at", at)
                    .param("audience", audience)
                    .param("hazard", number)
                    .param("kind", kind)
                    .param("step", step)
                    .param("action", action)
                    .update();
            for (var recipient : recipients) {
                jdbc.sql("""
                                insert into rung_recipient (hazard, kind, term, step, recipient, fired_at)
                                values (:hazard, :kind, 1, :step, :recipient, cast(:at as timestamptz))
                                """)
                        .param("at", at)
                        .param("hazard", number)
                        .param("kind", kind)
                        .param("step", step)
                        .param("recipient", recipient)
                        .update();
            }
            return this;
        }

        /** A rung is still to come. */
        Case coming(String kind, String step, String action, String audience, String on) {
            jdbc.sql("""
                            insert into rung (hazard, kind, term, step, fire_at, audience, action)
                            values (:hazard, :kind, 1, :step, cast(:on as date) - interval '8 hours', :audience, :action)
                            """)
                    .param("hazard", number)
                    .param("kind", kind)
                    .param("step", step)
                    .param("on", on)
                    .param("audience", audience)
                    .param("action", action)
                    .update();
            return this;
        }

        /** Somebody has answered for the delay and is not to be told of it again until then. */
        Case quiet(String recipient, String until) {
            jdbc.sql("insert into quiet (hazard, recipient, until) values (:hazard, :recipient, cast(:until as date))")
                    .param("hazard", number)
                    .param("recipient", recipient)
                    .param("until", until)
                    .update();
            return this;
        }

        /** What the rungs to come bring besides mail. */
        Case bringing(String supervision, String letters) {
            jdbc.sql(
                            "update rung set supervision = :supervision, letter = :letters where hazard = :hazard and fired_at is null")
                    .param("supervision", supervision)
                    .param("letters", letters)
                    .param("hazard", number)
                    .update();
            return this;
        }

        /** The case log tells of a rung. */
        Case logged(int entry, String kind, String step) {
            jdbc.sql("""
                            insert into case_log (hazard, seq, at, kind, data, previous_hash, hash)
                            values (:hazard, :seq, '2024-01-03T16:00:00Z', 'REMINDED',
                                json_build_object('clock', :kind, 'rung', :step)::text, :zero, :zero)
                            """)
                    .param("hazard", number)
                    .param("seq", entry)
                    .param("kind", kind)
                    .param("step", step)
                    .param("zero", ZERO)
                    .update();
            return this;
        }

        /** One clock stops, and the case stands so now. */
        Case stops(String kind, String status) {
            var survivor =
                    status.equals("MERGED") ? of(enterprise, "safety-001", "RECTIFYING", "GENERAL").number : null;
            jdbc.sql(
                            "update clock set stopped_on = greatest(started_on, '2024-01-02') where hazard = :hazard and kind = :kind")
                    .param("hazard", number)
                    .param("kind", kind)
                    .update();
            jdbc.sql("""
                            update hazard set status = :status, due_on = (
                                select due_on from clock where hazard = :hazard and kind = 'RECTIFY' order by term desc limit 1),
                                original_due_on = '2025-03-03', approved_due_on = '2025-03-03',
                                survivor = :survivor, void_reason = case when :status = 'VOIDED' then 'NOT_A_HAZARD' end,
                                closed_on = case when :status = 'CLOSED' then date '2025-03-10' end
                            where number = :hazard
                            """)
                    .param("hazard", number)
                    .param("status", status)
                    .param("survivor", survivor, java.sql.Types.VARCHAR)
                    .update();
            return this;
        }

        /** A notice of holidays has moved the clock of that kind, and its owner is to hear of it. */
        Case movedByCalendar(String kind, String dueOn, String told) {
            jdbc.sql("""
                            with before as (
                                update clock set stopped_on = '2024-01-03' where hazard = :hazard and kind = :kind returning *),
                            moved as (
                                insert into clock (hazard, kind, term, round, owner_kind, owner, started_on, due_on, original_due_on,
                                    estimated, explanation, soon_days)
                                select hazard, kind, 2, round, owner_kind, owner, '2024-01-03', cast(:dueOn as date), original_due_on,
                                    false, '', soon_days from before),
                            rung as (
                                insert into rung (hazard, kind, term, step, fire_at, audience, action, fired_at)
                                values (:hazard, :kind, 2, 'MOVED', '2024-01-03T16:00:00Z', 'enterprise-safety', 'CALENDAR',
                                    '2024-01-03T16:00:00Z'))
                            insert into rung_recipient (hazard, kind, term, step, recipient, fired_at)
                            values (:hazard, :kind, 2, 'MOVED', :told, '2024-01-03T16:00:00Z')
                            """)
                    .param("hazard", number)
                    .param("kind", kind)
                    .param("dueOn", dueOn)
                    .param("told", told)
                    .update();
            return this;
        }

        /** Its clocks stop and it leaves the open ledger. */
        void closes() {
            jdbc.sql("update clock set stopped_on = greatest(started_on, '2024-01-02') where hazard = :hazard")
                    .param("hazard", number)
                    .update();
            jdbc.sql("update hazard set status = 'CLOSED', closed_on = '2026-09-24' where number = :hazard")
                    .param("hazard", number)
                    .update();
        }
    }
}
