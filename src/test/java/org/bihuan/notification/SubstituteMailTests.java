package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bihuan.Mailbox;
import org.bihuan.TestClock;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.SubstituteDesk;
import org.bihuan.rectification.events.HazardAssigned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail to somebody who is away reaches who stands in for him, once, and is not lost to either (N8, N4). */
@MailTest
class SubstituteMailTests {
    private static final String ENTERPRISE = "91341721XN84954X07";

    @Autowired
    TestClock clock;

    @Autowired
    DigestRun digestRun;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    SubstituteDesk desk;

    @Autowired
    Organisation organisation;

    @Autowired
    Notices notices;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Ledger ledger;

    @Autowired
    Mailbox mailbox;

    @BeforeEach
    void theSafetyOfficerIsAwayForTwoDays() {
        mailbox.clear();
        ledger.empty();
        clock.todayIs("2025-05-12");
        away("2025-05-13", "2025-05-14");
    }

    /** On the day on which it was entered, so that it never counts for another test. */
    @AfterEach
    void nobodyIsAway() {
        clock.todayIs("2025-05-12");
        desk.put(
                "safety-003",
                List.of(),
                null,
                organisation.person(PersonId.of("safety-003")).orElseThrow());
    }

    @Test
    void theDigestHasASectionOfItsOwnAndTheOneAwayGetsNoneUntilHeIsBack() {
        var overdue =
                ledger.of(ENTERPRISE, "safety-003", "RECTIFYING", "GENERAL").clock("RECTIFY", "2025-05-09");
        var own =
                ledger.of(ENTERPRISE, "principal-003", "RECTIFYING", "GENERAL").clock("RECTIFY", "2025-05-09");

        morningOf("2025-05-12");
        assertThat(onlyMailTo("safety-003").text()).contains(overdue.number).doesNotContain("代");

        for (var day : List.of("2025-05-13", "2025-05-14")) {
            mailbox.clear();
            morningOf(day);
            assertThat(mailsTo("safety-003")).isEmpty();
            var mail = onlyMailTo("principal-003");
            assertThat(mail.kind()).isEqualTo("DIGEST");
            assertThat(mail.text()).containsSubsequence(own.number, "代示例乙丑市政工程有限公司安全员（示例）办理（1件）", overdue.number);
            assertThat(mail.html()).containsSubsequence(own.number, "代示例乙丑市政工程有限公司安全员（示例）办理（1件）", overdue.number);
        }

        mailbox.clear();
        morningOf("2025-05-15");
        assertThat(onlyMailTo("safety-003").text()).contains(overdue.number);
        assertThat(onlyMailTo("principal-003").text()).contains(own.number).doesNotContain(overdue.number);
    }

    @Test
    void aRungToldToTheSubstituteIsToldAndTheNoticesSayToWhom() {
        var hazard = ledger.of(ENTERPRISE, "safety-003", "RECTIFYING", "GENERAL")
                .clock("RECTIFY", "2025-05-26")
                .fired("RECTIFY", "-7", "REMINDER", "safety-003");

        morningOf("2025-05-13");

        assertThat(onlyMailTo("principal-003").text()).contains(hazard.number);
        assertThat(notices.of(hazard.number)).singleElement().satisfies(line -> {
            assertThat(line.recipient()).isEqualTo("safety-003");
            assertThat(line.reader()).isEqualTo("principal-003");
            assertThat(line.status()).isEqualTo("SENT");
        });
        mailbox.clear();
        morningOf("2025-05-15");
        assertThat(mailbox.naming(hazard.number)).isEmpty();
    }

    @Test
    void aCaseOfBothStandsOnceAmongHisOwn() {
        var hazard = ledger.of(ENTERPRISE, "safety-003", "RECTIFYING", "GENERAL")
                .clock("RECTIFY", "2025-05-12")
                .fired("RECTIFY", "+1", "OVERDUE", "safety-003", "principal-003");

        morningOf("2025-05-13");

        var text = onlyMailTo("principal-003").text();
        assertThat(text).containsOnlyOnce(hazard.number + " ").doesNotContain("代示例");
        assertThat(notices.of(hazard.number))
                .allSatisfy(line -> assertThat(line.status()).isEqualTo("SENT"));
    }

    @Test
    void aSingleMailNamesWhoseItIsAndReachesTheSubstituteOnce() {
        clock.todayIs("2025-05-13");
        var hazard = ledger.of(ENTERPRISE, "safety-003", "ASSIGNED", "GENERAL")
                .clock("ACCEPT", "2025-05-15")
                .clock("RECTIFY", "2025-05-28")
                .fired("ACCEPT", "START", "ASSIGNMENT", "safety-003", "principal-003");

        transaction.executeWithoutResult(status -> events.publishEvent(
                new HazardAssigned(hazard.number, 2, PersonId.of("safety-003"), false, LocalDate.parse("2025-05-28"))));
        dispatcher.sendDue();

        assertThat(mailbox.to("safety-003@bihuan.example")).isEmpty();
        assertThat(mailbox.to("principal-003@bihuan.example")).hasSize(1);
        assertThat(notices.of(hazard.number))
                .filteredOn(line -> "START".equals(line.rung()))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.status()).isEqualTo("SENT"));
        assertThat(notices.of(hazard.number))
                .filteredOn(line -> line.rung() == null)
                .singleElement() // the other of the two, which says the same
                .satisfies(line -> assertThat(line.status()).isEqualTo("SKIPPED"));
    }

    @Test
    void aSingleMailThatWaitsGoesToWhoIsThereWhenItLeaves() {
        var hazard = ledger.of(ENTERPRISE, "safety-003", "ASSIGNED", "GENERAL")
                .clock("ACCEPT", "2025-05-15")
                .clock("RECTIFY", "2025-05-28")
                .fired("ACCEPT", "START", "ASSIGNMENT", "safety-003");
        clock.set("2025-05-12", "20:00");
        transaction.executeWithoutResult(status -> events.publishEvent(
                new HazardAssigned(hazard.number, 2, PersonId.of("safety-003"), false, LocalDate.parse("2025-05-28"))));

        clock.set("2025-05-13", "09:00");
        dispatcher.sendDue();

        assertThat(mailbox.to("principal-003@bihuan.example")).singleElement().satisfies(mail -> {
            assertThat(mail.key()).isEqualTo("ASSIGNMENT/" + hazard.number + "/2/safety-003");
            assertThat(mail.text()).contains("（代示例乙丑市政工程有限公司安全员（示例））：");
        });
    }

    private void away(String from, String to) {
        desk.put(
                "safety-003",
                List.of(Map.of("substitute", "principal-003", "from", from, "to", to)),
                null,
                organisation.person(PersonId.of("safety-003")).orElseThrow());
    }

    private void morningOf(String day) {
        clock.set(day, "08:30");
        digestRun.run();
        dispatcher.sendDue();
    }

    private Mailbox.Mail onlyMailTo(String person) {
        assertThat(mailsTo(person)).hasSize(1);
        return mailsTo(person).get(0);
    }

    private List<Mailbox.Mail> mailsTo(String person) {
        return mailbox.to(person + "@bihuan.example");
    }
}
