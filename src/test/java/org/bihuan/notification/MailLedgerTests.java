package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.TestClock;
import org.bihuan.shared.CountyTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** "Was the enterprise told?" (N14), and what waits to leave. */
@MailTest
class MailLedgerTests {
    private static final String ENTERPRISE = "91341721XN22510854";

    @Autowired
    TestClock clock;

    @Autowired
    CountyTime time;

    @Autowired
    Notices notices;

    @Autowired
    Outgoing outgoing;

    @Autowired
    Outbox outbox;

    @Autowired
    DigestRun digestRun;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aFiredRungWaitsUntilAMailHasCarriedIt() {
        var hazard = overdue();

        assertThat(notices.of(hazard.number)).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo("OVERDUE");
            assertThat(line.clock()).isEqualTo("RECTIFY");
            assertThat(line.term()).isEqualTo(1);
            assertThat(line.rung()).isEqualTo("+1");
            assertThat(line.recipient()).isEqualTo("principal-001");
            assertThat(line.status()).isEqualTo("WAITING");
            assertThat(line.attempts()).isZero();
            assertThat(line.sentAt()).isNull();
        });

        digestRun.run();
        assertThat(lineOf(hazard, "OVERDUE").status()).isEqualTo("NEW");
        dispatcher.sendDue();

        var told = lineOf(hazard, "OVERDUE");
        assertThat(told.status()).isEqualTo("SENT");
        assertThat(told.attempts()).isEqualTo(1);
        assertThat(told.sentAt()).isEqualTo(time.now());
        assertThat(told.smtpReply()).startsWith("250");
        // the safety officer's digest showed the case too, without a rung
        assertThat(lineOf(hazard, "DIGEST"))
                .extracting(NoticeLine::recipient, NoticeLine::clock, NoticeLine::rung, NoticeLine::status)
                .containsExactly("safety-001", "RECTIFY", null, "SENT");
    }

    @Test
    void aRungWhoseClockStoppedBeforeItWasToldIsSilenced() {
        var hazard = overdue();

        hazard.closes();

        assertThat(lineOf(hazard, "OVERDUE").status()).isEqualTo("SILENCED");
    }

    @Test
    void anUnsentDigestLeavesItsRungsWaiting() {
        var hazard = overdue();
        digestRun.run();

        clock.set("2026-09-28", "08:30");
        dispatcher.sendDue();

        assertThat(lineOf(hazard, "OVERDUE").status()).isEqualTo("WAITING");
    }

    @Test
    void aSingleMailIsALineARecipient() {
        var hazard = overdue();
        outbox.add(
                MailKind.REASSIGNED,
                hazard.number,
                4,
                List.of("safety-001", "principal-001"),
                false,
                Map.of(),
                time.now());
        dispatcher.sendDue();

        assertThat(notices.of(hazard.number))
                .filteredOn(line -> line.kind().equals("REASSIGNED"))
                .hasSize(2)
                .allSatisfy(line -> {
                    assertThat(line.status()).isEqualTo("SENT");
                    assertThat(line.rung()).isNull();
                });
    }

    @Test
    void whatWaitsSaysWhenItWillLeave() {
        clock.set("2026-09-24", "18:00");
        var hazard =
                ledger.of(ENTERPRISE, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2026-10-15").number;
        outbox.add(MailKind.REASSIGNED, hazard, 4, List.of("safety-001"), false, Map.of(), time.now());
        outbox.add(MailKind.RETURNED, hazard, 5, List.of("safety-001"), true, Map.of(), time.now());

        var waiting = outgoing.waiting(10);

        assertThat(waiting)
                .extracting(OutgoingMail::kind, OutgoingMail::leavesAt)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("RETURNED", time.now()),
                        org.assertj.core.api.Assertions.tuple("REASSIGNED", Instant.parse("2026-09-28T00:30:00Z")));
        assertThat(waiting.get(1).subject()).startsWith("【隐患改派】" + hazard);
        assertThat(waiting.get(1).address()).isEqualTo("safety-001@bihuan.example");
        assertThat(outgoing.waiting(1)).hasSize(1);
    }

    @Test
    void whatCannotBeDeliveredStandsThereForPeople() {
        var hazard = overdue();
        outbox.add(MailKind.REASSIGNED, hazard.number, 4, List.of("unit:no-such-unit"), false, Map.of(), time.now());
        dispatcher.sendDue();

        assertThat(outgoing.undelivered(10)).singleElement().satisfies(mail -> {
            assertThat(mail.status()).isEqualTo("UNREACHABLE");
            assertThat(mail.leavesAt()).isNull();
            assertThat(mail.address()).isNull();
        });
    }

    @Test
    void aboutThePastOfSampleCasesNothingLeaves() {
        var hazard = overdue();
        outbox.add(MailKind.REASSIGNED, hazard.number, 4, List.of("safety-001"), false, Map.of(), time.now());

        outgoing.keepSilentAbout(List.of(hazard.number));

        assertThat(dispatcher.sendDue()).isZero();
        assertThat(outgoing.waiting(10)).isEmpty();
    }

    private Ledger.Case overdue() {
        return ledger.of(ENTERPRISE, "safety-001", "RECTIFYING", "GENERAL")
                .clock("RECTIFY", "2026-09-23")
                .fired("RECTIFY", "+1", "OVERDUE", "principal-001");
    }

    private NoticeLine lineOf(Ledger.Case hazard, String kind) {
        return notices.of(hazard.number).stream()
                .filter(line -> line.kind().equals(kind))
                .reduce((one, other) -> {
                    throw new AssertionError("more than one line of kind " + kind);
                })
                .orElseThrow();
    }
}
