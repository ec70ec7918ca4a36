package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bihuan.Mailbox;
import org.bihuan.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What superiors hear of delays, and how they hear that one is over (N4, N5, N13). */
@MailTest
class EscalationTests {
    private static final String ENTERPRISE = "91341721XN22510854";

    @Autowired
    TestClock clock;

    @Autowired
    DigestRun digestRun;

    @Autowired
    UrgentRungs urgentRungs;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    Notices notices;

    @Autowired
    MailRoom room;

    @Autowired
    Ledger ledger;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatClimbsIsOneMailAPersonAndDayBesideTheDigest() {
        var first = overdue().climbed("unit-leader, region-leader", "RECTIFY", "+3", "head-xiangyu", "unit:xiangyu");
        var second = overdue().climbed("committee-office, bureau-leader", "RECTIFY", "+7", "office1", "head-emb");
        var third = overdue().climbed("committee-office", "RECTIFY", "+15", "office1");

        room.morningOf("2025-03-04");

        assertThat(room.mailsTo("head-xiangyu")).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo("ESCALATION");
            assertThat(mail.key()).isEqualTo("ESCALATION/2025-03-04/head-xiangyu");
            assertThat(mail.subject()).isEqualTo("【隐患逾期报告】" + first.number + " 整改期限2025-02-25，已逾期7天");
            assertThat(mail.text()).contains("按规定向您报告", "请督促责任单位立即整改").doesNotContain(second.number);
        });
        assertThat(room.mailsTo("office1")).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("【隐患逾期报告】2025-03-04 共2件：逾期2件，最长已逾期7天");
            assertThat(mail.text()).contains(second.number, third.number);
        });
        assertThat(mailbox.to("xiangyu@bihuan.example"))
                .extracting(Mailbox.Mail::kind)
                .containsExactly("ESCALATION");
    }

    @Test
    void aCaseStandsInOneMailAPersonAndDay() {
        var climbing = overdue()
                .climbed("committee-office", "RECTIFY", "+15", "office1")
                .fired("RECTIFY", "+20", "STILL_OPEN", "office1");
        var stillOpen = overdue().fired("RECTIFY", "+35", "STILL_OPEN", "office1");

        room.morningOf("2025-03-04");

        assertThat(ofKind(room.mailsTo("office1"), "ESCALATION").text())
                .contains(climbing.number)
                .doesNotContain(stillOpen.number);
        assertThat(ofKind(room.mailsTo("office1"), "DIGEST").text())
                .contains(stillOpen.number)
                .doesNotContain(climbing.number);
        mailbox.clear();
        room.morningOf("2025-03-05");
        assertThat(room.mailsTo("office1")).isEmpty(); // both rungs of the first case were told by its one mail
    }

    @Test
    void whoAnsweredAndNamedADayIsNotToldAgainBeforeItAndOthersAre() {
        var answered = overdue()
                .climbed("committee-office, bureau-leader", "RECTIFY", "+7", "office1", "head-emb")
                .quiet("office1", "2025-03-06");

        for (var day : List.of("2025-03-04", "2025-03-05", "2025-03-06")) {
            room.morningOf(day);
        }
        assertThat(room.mailsTo("office1")).isEmpty();
        assertThat(room.mailsTo("head-emb"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains(answered.number));

        room.morningOf("2025-03-07");
        assertThat(room.mailsTo("office1"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains(answered.number));
    }

    @Test
    void whoWorksOnTheCaseHearsOfTheSameRungInHisDigest() {
        var notAccepted = ledger.of(ENTERPRISE, "safety-001", "ASSIGNED", "GENERAL")
                .clock("ACCEPT", "2025-02-25")
                .clock("RECTIFY", "2025-03-20")
                .climbed("unit-leader, inspector", "ACCEPT", "+3", "head-xiangyu", "inspector-xiangyu", "unit:xiangyu");

        room.morningOf("2025-03-04");

        assertThat(room.mailsTo("head-xiangyu")).extracting(Mailbox.Mail::kind).containsExactly("ESCALATION");
        assertThat(room.mailsTo("inspector-xiangyu")).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo("DIGEST");
            assertThat(mail.text()).contains(notAccepted.number, "请书面送达");
        });
    }

    @Test
    void anEscalationThatCouldNotLeaveHandsItsLinesToTheNext() {
        var hazard = overdue().climbed("committee-office", "RECTIFY", "+7", "office1");
        clock.set("2025-03-04", "08:30");
        digestRun.run(); // and the mail server is away all day

        room.morningOf("2025-03-05");

        assertThat(room.mailsTo("office1")).singleElement().satisfies(mail -> {
            assertThat(mail.key()).isEqualTo("ESCALATION/2025-03-05/office1");
            assertThat(mail.text()).contains(hazard.number);
        });
    }

    @Test
    void whatClimbsAfterTheMorningWaitsForTheNext() {
        overdue().fired("RECTIFY", "+1", "OVERDUE", "principal-001");
        room.morningOf("2025-03-04");
        clock.set("2025-03-04", "14:00");
        overdue()
                .firedAt("2025-03-04T06:00:00Z", "committee-office", "RECTIFY", "+7", "ESCALATION", "office1")
                .logged(9, "RECTIFY", "+7");

        urgentRungs.write();
        dispatcher.sendDue();
        assertThat(room.mailsTo("office1")).isEmpty();

        room.morningOf("2025-03-05");
        assertThat(room.mailsTo("office1")).extracting(Mailbox.Mail::kind).containsExactly("ESCALATION");
    }

    @Test
    void whatClimbsOfAMajorAfterTheMorningLeavesByItselfInOfficeHours() {
        room.morningOf("2025-03-04");
        clock.set("2025-03-04", "18:00");
        var major = ledger.of(ENTERPRISE, "safety-001", "RECTIFYING", "MAJOR")
                .clock("RECTIFY", "2025-02-25")
                .firedAt("2025-03-04T10:00:00Z", "committee-office", "RECTIFY", "+7", "ESCALATION", "office1")
                .logged(9, "RECTIFY", "+7");

        urgentRungs.write();
        urgentRungs.write();
        assertThat(dispatcher.sendDue()).isZero();
        clock.set("2025-03-05", "08:30");
        dispatcher.sendDue();

        assertThat(room.mailsTo("office1")).singleElement().satisfies(mail -> {
            assertThat(mail.key()).isEqualTo("ESCALATION/" + major.number + "/9/office1");
            assertThat(mail.subject()).isEqualTo("【重大隐患逾期报告】" + major.number + " 整改期限2025-02-25，已逾期8天");
        });
        digestRun.run();
        dispatcher.sendDue();
        assertThat(room.mailsTo("office1")).hasSize(1); // told once
        assertThat(notices.of(major.number))
                .filteredOn(line -> line.recipient().equals("office1"))
                .extracting(NoticeLine::rung, NoticeLine::status)
                .containsExactly(org.assertj.core.api.Assertions.tuple("+7", "SENT"));
    }

    @Test
    void aMailOfADelayThatIsOverMeanwhileDoesNotLeave() {
        room.morningOf("2025-03-04");
        clock.set("2025-03-04", "18:00");
        var major = ledger.of(ENTERPRISE, "safety-001", "RECTIFYING", "MAJOR")
                .clock("RECTIFY", "2025-02-25")
                .firedAt("2025-03-04T10:00:00Z", "committee-office", "RECTIFY", "+7", "ESCALATION", "office1")
                .logged(9, "RECTIFY", "+7");
        urgentRungs.write();

        major.closes();
        clock.set("2025-03-05", "08:30");

        assertThat(dispatcher.sendDue()).isZero();
    }

    @Test
    void theFirstRungsOfAnImmediateRectificationReachItsOwnerAtAnyHour() {
        clock.set("2025-03-08", "00:01"); // a Saturday
        var hazard = ledger.of(ENTERPRISE, "safety-001", "RECTIFYING", "GENERAL")
                .clock("RECTIFY", "2025-03-07")
                .immediate()
                .firedAt(
                        "2025-03-07T16:00:00Z",
                        "enterprise-safety, enterprise-principal, inspector",
                        "RECTIFY",
                        "+1",
                        "OVERDUE",
                        "safety-001",
                        "principal-001",
                        "inspector-xiangyu")
                .logged(7, "RECTIFY", "+1");

        urgentRungs.write();
        dispatcher.sendDue();

        assertThat(mailbox.all())
                .extracting(Mailbox.Mail::key)
                .containsExactlyInAnyOrder(
                        "OVERDUE/" + hazard.number + "/7/safety-001", "OVERDUE/" + hazard.number + "/7/principal-001");
        assertThat(room.mailsTo("safety-001").get(0).subject())
                .isEqualTo("【立即整改逾期】" + hazard.number + " 整改期限2025-03-07，已逾期1天");
    }

    @ParameterizedTest
    @CsvSource({
        "RECTIFY, SUBMITTED, SUBMITTED, 已提交，等待复查验收",
        "RECTIFY, CLOSED, CLOSED, 已于2025-03-10销号",
        "RECTIFY, VOIDED, VOIDED, 已作废",
        "RECTIFY, MERGED, MERGED, 已并案",
        "RECTIFY, RETURNED, RECTIFYING, 复查不合格，已退回，新期限2025-02-25",
        "RECTIFY, SUBMITTED, CLOSED, 已于2025-03-10销号", // as things stand when the mail is built
    })
    void whoHadBeenToldOfADelayReadsOnceWhatBecameOfIt(String kind, String news, String status, String line) {
        var hazard = overdue().climbed("unit-leader", kind, "+3", "head-xiangyu");
        room.morningOf("2025-03-04");
        mailbox.clear();
        hazard.stops(kind, status).clear(kind, news, "head-xiangyu");

        room.morningOf("2025-03-05");
        room.morningOf("2025-03-06");

        assertThat(room.mailsTo("head-xiangyu")).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo("DIGEST");
            assertThat(mail.subject()).isEqualTo("【隐患进展】" + hazard.number + " " + line);
            assertThat(mail.text()).contains("此前向您报告逾期的下列隐患已有进展（1件）", hazard.number + "（东至县示例丁未建筑工程有限公司）：" + line);
            assertThat(mail.html()).contains(hazard.number, line);
        });
        assertThat(notices.of(hazard.number))
                .filteredOn(notice -> "CLEAR".equals(notice.rung()))
                .extracting(NoticeLine::kind, NoticeLine::status)
                .containsExactly(org.assertj.core.api.Assertions.tuple(news, "SENT"));
    }

    @Test
    void allClearsAreTheLastSectionOfTheDigest() {
        var over = overdue().climbed("committee-office", "RECTIFY", "+7", "office1");
        room.morningOf("2025-03-04");
        mailbox.clear();
        over.stops("RECTIFY", "SUBMITTED").clear("RECTIFY", "SUBMITTED", "office1");
        var open = overdue().fired("RECTIFY", "+35", "STILL_OPEN", "office1");

        room.morningOf("2025-03-05");

        assertThat(ofKind(room.mailsTo("office1"), "DIGEST").text())
                .containsSubsequence(open.number, "已有进展（1件）", over.number, "已提交，等待复查验收");
    }

    @Test
    void whoNeverHeardOfTheDelayIsNotToldThatItIsOver() {
        var hazard = overdue()
                .climbed("unit-leader", "RECTIFY", "+3", "head-xiangyu")
                .stops("RECTIFY", "SUBMITTED")
                .clear("RECTIFY", "SUBMITTED", "head-xiangyu");

        room.morningOf("2025-03-04");

        assertThat(room.mailsTo("head-xiangyu")).isEmpty();
        assertThat(notices.of(hazard.number)).extracting(NoticeLine::status).containsOnly("SILENCED");
    }

    @Test
    void desksThatOweADecisionAreToldOfTheirClocksAndTheirSuperiorsOfDelays() {
        var hazard = ledger.of(ENTERPRISE, "safety-001", "RECTIFYING", "GENERAL")
                .clock("RECTIFY", "2025-03-20")
                .desk("EXTENSION", "GROUP", "xiangyu-leader", "2025-03-05")
                .fired("EXTENSION", "START", "WAITING", "head-xiangyu");
        var late = ledger.of(ENTERPRISE, null, "REGISTERED", "GENERAL", "xiangyu", "safety-001")
                .desk("REVIEW", "UNIT", "xiangyu", "2025-03-03")
                .firedAt("2025-03-03T16:00:00Z", "superior", "REVIEW", "+1", "OVERDUE", "head-xiangyu");

        room.morningOf("2025-03-04");

        assertThat(ofKind(room.mailsTo("head-xiangyu"), "DIGEST").text())
                .contains(hazard.number, "延期申请审批期限2025-03-05，还剩1个工作日", "延期申请正在等待审批");
        assertThat(ofKind(room.mailsTo("head-xiangyu"), "ESCALATION").text())
                .contains(late.number, "2024-01-02登记，等待审核定级，审核定级期限2025-03-03，已逾期1天");
        assertThat(ofKind(room.mailsTo("inspector-xiangyu"), "DIGEST").text()).contains(late.number);
    }

    @ParameterizedTest
    @CsvSource({
        "EXTENSION, RECTIFYING, 延期申请审批期限",
        "VOIDING, RECTIFYING, 作废申请审批期限",
        "REOPENING, CLOSED, 重新办理审批期限",
        "SUPERVISE_UNIT, RECTIFYING, 督办答复期限",
        "SUPERVISE_OFFICE, RECTIFYING, 督办答复期限",
        "SUPERVISE_COUNTY, RECTIFYING, 督办答复期限"
    })
    void everyDeskReadsItsDayAndWhatComesNextAndItsSuperiorOfTheDelay(String desk, String status, String term) {
        var soon = ledger.of(ENTERPRISE, "safety-001", status, "GENERAL")
                .desk(desk, "GROUP", "xiangyu-leader", "2025-03-05")
                .coming(desk, "+1", "OVERDUE", "superior", "2025-03-06");
        var late = ledger.of(ENTERPRISE, "safety-001", status, "GENERAL")
                .desk(desk, "GROUP", "xiangyu-leader", "2025-03-03")
                .firedAt("2025-03-03T16:00:00Z", "superior", desk, "+1", "OVERDUE", "office1")
                .coming(desk, "+5", "ESCALATION", "committee-office", "2025-03-10");

        room.morningOf("2025-03-04");

        assertThat(ofKind(room.mailsTo("head-xiangyu"), "DIGEST").text())
                .contains(soon.number, term + "2025-03-05，还剩1个工作日", "2025-03-06", "承办人的上一级")
                .contains(late.number, term + "2025-03-03，已逾期1天");
        assertThat(ofKind(room.mailsTo("office1"), "ESCALATION").text())
                .contains(late.number, term + "2025-03-03，已逾期1天", "2025-03-10", "安委办")
                .doesNotContain(soon.number);
    }

    @Test
    void whileAnExtensionIsPendingTheDigestSaysSo() {
        ledger.of(ENTERPRISE, "safety-001", "RECTIFYING", "GENERAL")
                .clock("RECTIFY", "2025-03-05")
                .desk("EXTENSION", "GROUP", "xiangyu-leader", "2025-03-10");

        room.morningOf("2025-03-04");

        assertThat(ofKind(room.mailsTo("safety-001"), "DIGEST").text()).contains("整改期限2025-03-05，还剩1个工作日（延期审批中）");
    }

    private Ledger.Case overdue() {
        return ledger.of(ENTERPRISE, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2025-02-25");
    }

    private static Mailbox.Mail ofKind(List<Mailbox.Mail> mails, String kind) {
        assertThat(mails).filteredOn(mail -> mail.kind().equals(kind)).hasSize(1);
        return mails.stream()
                .filter(mail -> mail.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
