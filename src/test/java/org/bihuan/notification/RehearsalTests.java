package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bihuan.Mailbox;
import org.bihuan.TestClock;
import org.bihuan.notification.RehearsedMail.Told;
import org.bihuan.shared.CountyTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rehearsal says what a day would send and changes nothing (N16). */
@MailTest
class RehearsalTests {
    private static final String ENTERPRISE = "91341721XN22510854";

    @Autowired
    TestClock clock;

    @Autowired
    CountyTime time;

    @Autowired
    Rehearsal rehearsal;

    @Autowired
    DigestRun digestRun;

    @Autowired
    Outbox outbox;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    Ledger ledger;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void theFirstMondayOfMarch() {
        clock.set("2025-03-03", "10:00");
    }

    @Test
    void aDayToComeIsForeseenWithWhatWillHaveFiredByThen() {
        var hazard =
                ledger.of(ENTERPRISE, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2025-03-05").number;
        var climbing = new ForeseenRung(
                hazard, "RECTIFY", 1, "+3", "ESCALATION", "unit-leader, region-leader", "head-xiangyu");

        assertThat(rehearsal.on(LocalDate.parse("2025-03-10"), List.of(climbing)))
                .filteredOn(mail ->
                        !mail.recipient().endsWith("xiangyu") || mail.kind().equals("ESCALATION"))
                .extracting(RehearsedMail::kind, RehearsedMail::recipient, RehearsedMail::cases)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                "DIGEST", "safety-001", List.of(new Told(hazard, "RECTIFY", List.of("OWN_WORK")))),
                        org.assertj.core.api.Assertions.tuple(
                                "ESCALATION",
                                "head-xiangyu",
                                List.of(new Told(hazard, "RECTIFY", List.of("ESCALATION")))));
    }

    @Test
    void itSaysWhatTheMorningThenSendsAndWritesNothing() {
        ledger.of(ENTERPRISE, "safety-001", "RECTIFYING", "GENERAL")
                .clock("RECTIFY", "2025-02-25")
                .fired("RECTIFY", "+1", "OVERDUE", "principal-001", "safety-001")
                .climbed("committee-office", "RECTIFY", "+7", "office1");
        ledger.of(ENTERPRISE, null, "REGISTERED", "GENERAL", "xiangyu", "safety-001");
        var foreseen = mails(rehearsal.on(LocalDate.parse("2025-03-04"), List.of()));
        assertThat(jdbc.sql("select count(*) from mail_outbox")
                        .query(Integer.class)
                        .single())
                .isZero();

        clock.set("2025-03-04", "08:30");
        digestRun.run();
        dispatcher.sendDue();

        assertThat(mailbox.all())
                .filteredOn(mail -> !mail.kind().equals("DAILY_REPORT"))
                .hasSameSizeAs(foreseen)
                .hasSizeGreaterThan(3);
        assertThat(mails(rehearsal.on(LocalDate.parse("2025-03-04"), List.of())))
                .isEqualTo(foreseen);
    }

    @Test
    void aDayOffBringsNothingAndSingleMailsStandOnTheDayTheyLeave() {
        ledger.of(ENTERPRISE, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2025-02-25");
        clock.set("2025-03-07", "18:00");
        var hazard = ledger.of(ENTERPRISE, "safety-001", "CLOSED", "GENERAL").number;
        outbox.add(MailKind.CLOSED, hazard, 1, List.of("safety-001"), false, Map.of(), time.now());

        assertThat(rehearsal.on(LocalDate.parse("2025-03-08"), List.of())).isEmpty();
        assertThat(mails(rehearsal.on(LocalDate.parse("2025-03-10"), List.of())))
                .contains("CLOSED safety-001", "DIGEST safety-001");
    }

    private static List<String> mails(List<RehearsedMail> mails) {
        return mails.stream()
                .map(mail -> mail.kind() + " " + mail.recipient())
                .sorted()
                .toList();
    }
}
