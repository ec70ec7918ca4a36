package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.bihuan.Mailbox;
import org.bihuan.TestClock;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.UnitCode;
import org.bihuan.rectification.events.CaseReassigned;
import org.bihuan.rectification.events.CompletionReturned;
import org.bihuan.rectification.events.ExtensionDecided;
import org.bihuan.rectification.events.HazardAssigned;
import org.bihuan.rectification.events.HazardClosed;
import org.bihuan.rectification.events.HazardMovedAway;
import org.bihuan.rectification.events.HazardReopened;
import org.bihuan.rectification.events.HazardVoided;
import org.bihuan.rectification.events.ProposalRefused;
import org.bihuan.rectification.events.RegistrationRejected;
import org.bihuan.rectification.events.SupervisionHandedOver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each hand-over of a case reaches those it concerns, as a single mail (N5). */
@MailTest
class HandOversTests {
    private static final String ENTERPRISE = "91341721XN22510854";
    private static final PersonId SAFETY = PersonId.of("safety-001");
    private static final PersonId PRINCIPAL = PersonId.of("principal-001");
    private static final PersonId INSPECTOR = PersonId.of("inspector-xiangyu");

    @Autowired
    TestClock clock;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    DigestRun digestRun;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MailRoom room;

    @Autowired
    Ledger ledger;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anAssignmentReachesThePersonAndTheMailboxOfTheEnterpriseAndNoDigestRepeatsIt() {
        var hazard = assigned("GENERAL");

        room.happens(new HazardAssigned(hazard, 2, SAFETY, false, LocalDate.parse("2026-10-15")));
        dispatcher.sendDue();

        assertThat(mailbox.all())
                .extracting(Mailbox.Mail::key)
                .containsExactlyInAnyOrder(
                        "ASSIGNMENT/" + hazard + "/2/safety-001", "ASSIGNMENT/" + hazard + "/2/ent:" + ENTERPRISE);
        assertThat(mailbox.to("qiye-001@bihuan.example")).hasSize(1);
        var mail = mailbox.to("safety-001@bihuan.example").get(0);
        assertThat(mail.subject()).isEqualTo("【隐患交办】" + hazard + " 整改期限2026-10-15，还剩10个工作日");
        assertThat(mail.text())
                .contains("东至县示例丁未建筑工程有限公司", "签收期限：2026-09-29，还剩2个工作日", "整改要求：加装箱门并上锁", "请登录系统签收")
                .contains("下一步：届时仍未办结的，系统将于2026-09-29向安全管理员、主要负责人发出签收今日到期提醒。")
                .contains("申请延期：确需延期的，请在2026-10-12前（含当日）申请；此后至2026-10-15申请的，由上一级审批")
                .contains("http://localhost:8080/t/" + hazard);

        mailbox.clear();
        digestRun.run();
        dispatcher.sendDue();
        assertThat(mailbox.to("qiye-001@bihuan.example")).isEmpty(); // the rung has been told
    }

    @Test
    void theSameEventTwiceIsOneMail() {
        var hazard = assigned("GENERAL");
        var event = new HazardAssigned(hazard, 2, SAFETY, false, LocalDate.parse("2026-10-15"));

        room.happens(event);
        room.happens(event);
        dispatcher.sendDue();

        assertThat(mailbox.to("safety-001@bihuan.example")).hasSize(1);
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        var hazard = assigned("GENERAL");

        transaction.executeWithoutResult(status -> {
            events.publishEvent(new HazardAssigned(hazard, 2, SAFETY, false, LocalDate.parse("2026-10-15")));
            status.setRollbackOnly();
        });

        assertThat(dispatcher.sendDue()).isZero();
    }

    @Test
    void aNewMajorLeavesAtOnce() {
        clock.set("2026-09-24", "22:00");
        var hazard = assigned("MAJOR");

        room.happens(new HazardAssigned(hazard, 2, SAFETY, true, LocalDate.parse("2026-10-15")));

        assertThat(dispatcher.sendDue()).isEqualTo(2);
        assertThat(mailbox.all()).allSatisfy(mail -> assertThat(mail.subject()).startsWith("【重大隐患交办】"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-24, 10:00, 2026-10-15, false",
        "2026-09-24, 10:00, 2026-09-25, false", // office hours: it leaves now anyway
        "2026-09-24, 18:00, 2026-09-25, true",
        "2026-09-24, 18:00, 2026-09-27, true", // the due day ends before mail may leave again, on the 28th
        "2026-09-24, 18:00, 2026-09-28, false",
    })
    void anAssignmentWhoseDueDayEndsBeforeMailMayLeaveAgainLeavesAtAnyHour(
            String day, String time, LocalDate dueOn, boolean immediate) {
        clock.set(day, time);
        var hazard = ledger.of(ENTERPRISE, "safety-001", "ASSIGNED", "GENERAL").clock("RECTIFY", dueOn.toString());

        room.happens(new HazardAssigned(hazard.number, 2, SAFETY, false, dueOn));

        assertThat(isImmediate("ASSIGNMENT")).isEqualTo(immediate);
    }

    @Test
    void assignmentReturnAndReassignmentOfAnImmediateRectificationLeaveAtAnyHour() {
        clock.set("2026-09-24", "22:00");
        var hazard = ledger.of(ENTERPRISE, "safety-001", "RECTIFYING", "GENERAL")
                .clock("RECTIFY", "2026-10-12")
                .immediate()
                .number;

        room.happens(new HazardAssigned(hazard, 2, SAFETY, false, LocalDate.parse("2026-10-12")));
        room.happens(new CompletionReturned(hazard, 5, SAFETY, 2, "仍未整改", LocalDate.parse("2026-10-12")));
        room.happens(new CaseReassigned(hazard, 6, SAFETY, PRINCIPAL));

        assertThat(dispatcher.sendDue()).isEqualTo(4);
    }

    @Test
    void aReturnTellsTheVerifiersWordsAndTheNewDay() {
        var hazard =
                ledger.of(ENTERPRISE, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2026-09-30").number;

        room.happens(
                new CompletionReturned(hazard, 5, SAFETY, 2, "防护栏仍缺一段\r\nBcc: x@y", LocalDate.parse("2026-09-30")));
        dispatcher.sendDue();

        var mail = mailbox.to("safety-001@bihuan.example").get(0);
        assertThat(mail.kind()).isEqualTo("RETURNED");
        assertThat(mail.subject()).isEqualTo("【整改退回】" + hazard + " 第2轮整改，期限2026-09-30，还剩3个工作日");
        assertThat(mail.text()).contains("复查意见：防护栏仍缺一段", "整改不合格");
    }

    @Test
    void theVerifiersWordsAreTextAndNeverMarkup() {
        var hazard =
                ledger.of(ENTERPRISE, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2026-09-30").number;

        room.happens(new CompletionReturned(
                hazard,
                5,
                SAFETY,
                2,
                "<img src=x onerror=alert(1)> {{7*7}} [[${7*7}]]",
                LocalDate.parse("2026-09-30")));
        dispatcher.sendDue();

        var mail = mailbox.to("safety-001@bihuan.example").get(0);
        assertThat(mail.html())
                .contains("&lt;img src=x onerror=alert(1)&gt; {{7*7}} [[${7*7}]]")
                .doesNotContain("<img");
        assertThat(mail.text()).contains("<img src=x onerror=alert(1)> {{7*7}} [[${7*7}]]");
    }

    @Test
    void aReturnOfWorkThatIsOfferedToAllReachesWhoDoesTheWorkOfTheEnterprise() {
        var hazard = ledger.of(ENTERPRISE, null, "RECTIFYING", "GENERAL", "xiangyu", "inspector-xiangyu")
                .clock("RECTIFY", "2026-09-30")
                .number;

        room.happens(new CompletionReturned(hazard, 5, null, 2, "未整改", LocalDate.parse("2026-09-30")));
        dispatcher.sendDue();

        assertThat(mailbox.to("safety-001@bihuan.example")).hasSize(1);
    }

    @Test
    void aReassignmentReachesTheOldAndTheNewPerson() {
        var hazard =
                ledger.of(ENTERPRISE, "principal-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2026-09-30").number;

        room.happens(new CaseReassigned(hazard, 4, SAFETY, PRINCIPAL));
        dispatcher.sendDue();

        assertThat(mailbox.to("safety-001@bihuan.example").get(0).subject()).isEqualTo("【隐患改派】" + hazard + " 已改由他人办理");
        assertThat(mailbox.to("principal-001@bihuan.example").get(0).subject())
                .isEqualTo("【隐患改派】" + hazard + " 现由您办理，整改期限2026-09-30，还剩3个工作日");
        assertThat(isImmediate("REASSIGNED")).isFalse();
    }

    @Test
    void whoeverLosesACaseToAnotherEnterpriseIsNotToldWhichOne() {
        var hazard = ledger.of("91341721XN80400B0Q", "safety-061", "ASSIGNED", "GENERAL")
                .clock("RECTIFY", "2026-10-15")
                .number;

        room.happens(new HazardMovedAway(hazard, 6, SAFETY));
        dispatcher.sendDue();

        var mail = mailbox.all().get(0);
        assertThat(mail.subject()).isEqualTo("【隐患改派】" + hazard + " 已改由他人办理");
        assertThat(mail.text()).contains("您无需再办理").doesNotContain("责任单位", "责任人");
    }

    @Test
    void aVoidedCaseIsToldToTheResponsibleAndToWhoRegisteredIt() {
        var hazard = ledger.of(ENTERPRISE, "safety-001", "VOIDED", "GENERAL").number;

        room.happens(new HazardVoided(hazard, 7, true, SAFETY, List.of(INSPECTOR), "同一处已登记过"));
        dispatcher.sendDue();

        assertThat(mailbox.all()).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.subject()).isEqualTo("【隐患作废】" + hazard + " 已作废，无需再办理");
            assertThat(mail.text()).contains("理由：同一处已登记过");
        });
    }

    @Test
    void aReopenedCaseIsNoVerdict() {
        var hazard =
                ledger.of(ENTERPRISE, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2026-09-30").number;

        room.happens(new HazardReopened(hazard, 9, SAFETY, 2, "现场又发现原问题", LocalDate.parse("2026-09-30")));
        dispatcher.sendDue();

        var mail = mailbox.to("safety-001@bihuan.example").get(0);
        assertThat(mail.subject()).isEqualTo("【重新办理】" + hazard + " 第2轮整改，期限2026-09-30，还剩3个工作日");
        assertThat(mail.text()).contains("理由：现场又发现原问题").doesNotContain("不合格");
    }

    @Test
    void aReassignmentInTheNightBeforeTheDueDayOfALongWeekendLeavesAtOnce() {
        clock.set("2026-09-24", "20:00");
        var hazard =
                ledger.of(ENTERPRISE, "principal-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2026-09-26").number;

        room.happens(new CaseReassigned(hazard, 4, SAFETY, PRINCIPAL));

        assertThat(isImmediate("REASSIGNED")).isTrue();
    }

    @Test
    void aClosureReachesTheSafetyOfficerAndTheRegistrant() {
        var hazard = ledger.of(ENTERPRISE, "safety-001", "CLOSED", "GENERAL").number;

        room.happens(new HazardClosed(hazard, 7, SAFETY, INSPECTOR));
        dispatcher.sendDue();

        assertThat(mailbox.all()).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.kind()).isEqualTo("CLOSED");
            assertThat(mail.subject()).isEqualTo("【隐患销号】" + hazard + " 已于2024-02-02销号，自发现起31天");
        });
        assertThat(mailbox.to("inspector-xiangyu@bihuan.example")).hasSize(1);
    }

    @Test
    void whoRegisteredHisOwnCaseHearsOfItsClosureOnce() {
        var hazard = ledger.of(ENTERPRISE, "safety-001", "CLOSED", "GENERAL").number;

        room.happens(new HazardClosed(hazard, 7, SAFETY, SAFETY));

        assertThat(dispatcher.sendDue()).isEqualTo(1);
    }

    @Test
    void anExtensionIsAnsweredToTheEnterpriseTheSupervisingUnitAndTheCommitteeOffice() {
        var hazard =
                ledger.of(ENTERPRISE, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2026-10-12").number;

        room.happens(new ExtensionDecided(
                hazard,
                6,
                PRINCIPAL,
                LocalDate.parse("2026-10-15"),
                true,
                "须每日巡查",
                LocalDate.parse("2026-10-12"),
                PersonId.of("head-xiangyu")));
        dispatcher.sendDue();

        assertThat(mailbox.all()).allSatisfy(mail -> {
            assertThat(mail.kind()).isEqualTo("EXTENSION");
            assertThat(mail.subject()).isEqualTo("【延期批准】" + hazard + " 整改期限改为2026-10-12，还剩7个工作日");
            assertThat(mail.text()).contains("申请延至：2026-10-15", "审批意见：须每日巡查");
        });
        for (var person : List.of("safety-001", "principal-001", "inspector-xiangyu", "office1")) {
            assertThat(mailbox.to(person + "@bihuan.example")).hasSize(1);
        }
        assertThat(mailbox.to("safety-001@bihuan.example").get(0).text()).contains("请按期完成整改");
        assertThat(mailbox.to("office1@bihuan.example").get(0).text()).doesNotContain("办理要求");
    }

    @Test
    void aRefusedExtensionSaysThatTheDayStands() {
        var hazard =
                ledger.of(ENTERPRISE, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2026-09-30").number;

        room.happens(new ExtensionDecided(
                hazard,
                6,
                SAFETY,
                LocalDate.parse("2026-10-15"),
                false,
                "备件可在市内购得",
                LocalDate.parse("2026-09-30"),
                PersonId.of("head-xiangyu")));
        dispatcher.sendDue();

        var mail = mailbox.to("safety-001@bihuan.example").get(0);
        assertThat(mail.subject()).isEqualTo("【延期未获批准】" + hazard + " 整改期限仍为2026-09-30，还剩3个工作日");
        assertThat(mail.text()).contains("未获批准", "审批意见：备件可在市内购得");
    }

    @Test
    void aRejectionTellsTheRegistrantWhy() {
        var hazard = ledger.of(ENTERPRISE, null, "VOIDED", "GENERAL", "xiangyu", "safety-001").number;

        room.happens(new RegistrationRejected(hazard, 2, SAFETY, "不属于安全隐患"));
        dispatcher.sendDue();

        var mail = mailbox.to("safety-001@bihuan.example").get(0);
        assertThat(mail.subject()).isEqualTo("【登记退回】" + hazard + " 审核未予通过");
        assertThat(mail.text()).contains("审核意见：不属于安全隐患");
    }

    @Test
    void whatHappenedMeanwhileIsSaid() {
        clock.set("2026-09-24", "20:00");
        var accepted = ledger.of(ENTERPRISE, "safety-001", "SUBMITTED", "GENERAL");
        room.happens(new HazardAssigned(accepted.number, 2, SAFETY, false, LocalDate.parse("2026-10-15")));

        clock.set("2026-09-28", "08:30"); // accepted and fixed over the weekend
        dispatcher.sendDue();

        assertThat(mailbox.to("safety-001@bihuan.example").get(0).text()).contains("该隐患目前待验收，您暂无需办理");
    }

    @ParameterizedTest
    @CsvSource({"VOID, 不予作废，继续办理, 您提出的作废提议未获批准", "REOPEN, 不予重新办理, 您提出的重新办理提议未获批准"})
    void whoseProposalWasRefusedReadsWhy(String kind, String subject, String lead) {
        var hazard =
                ledger.of(ENTERPRISE, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2026-10-12").number;

        room.happens(new ProposalRefused(hazard, 8, kind, INSPECTOR, "情况不属实"));
        dispatcher.sendDue();

        var mail = room.onlyMailTo("inspector-xiangyu");
        assertThat(mailbox.all()).hasSize(1);
        assertThat(mail.kind()).isEqualTo("REJECTED");
        assertThat(mail.subject()).isEqualTo("【提议未获批准】" + hazard + " " + subject);
        assertThat(mail.text()).contains(lead, "审批意见：情况不属实");
    }

    @Test
    void theLeadersOfBothUnitsHearThatACaseIsHandedOver() {
        var hazard =
                ledger.of(ENTERPRISE, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2026-10-12").number;

        room.happens(new SupervisionHandedOver(
                hazard, 9, UnitCode.of("xiangyu"), UnitCode.of("emb-chem"), List.of("EXTENSION", "SUPERVISE_UNIT")));
        dispatcher.sendDue();

        assertThat(mailbox.all()).extracting(Mailbox.Mail::kind).containsOnly("REASSIGNED");
        assertThat(room.onlyMailTo("head-emb-chem")).satisfies(mail -> {
            assertThat(mail.subject()).startsWith("【监管移交】" + hazard + " 改由").endsWith("监管");
            assertThat(mail.text()).contains("待办事项：延期审批、督办答复", "请登录系统办理", "整改期限：2026-10-12");
        });
        assertThat(room.onlyMailTo("head-xiangyu").text()).contains("贵单位无需再监管").doesNotContain("待办事项", "请登录系统办理");
        assertThat(mailbox.to("xiangyu@bihuan.example")).hasSize(1);
        assertThat(mailbox.to("safety-001@bihuan.example")).isEmpty();
    }

    private String assigned(String grade) {
        return ledger.of(ENTERPRISE, "safety-001", "ASSIGNED", grade)
                .clock("ACCEPT", "2026-09-29")
                .clock("RECTIFY", "2026-10-15")
                .approved("2026-10-15")
                .fired("ACCEPT", "START", "ASSIGNMENT", "safety-001", "ent:" + ENTERPRISE)
                .coming("ACCEPT", "0", "DUE_TODAY", "enterprise-safety, enterprise-principal", "2026-09-29")
                .number;
    }

    private boolean isImmediate(String kind) {
        return jdbc.sql("select distinct immediate from mail_outbox where kind = :kind")
                .param("kind", kind)
                .query(Boolean.class)
                .single();
    }
}
