package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.Mailbox;
import org.bihuan.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in whose mail of the working morning. Each test has a week of 2025 and an enterprise of its own. */
@MailTest
class DigestTests {
    private static final String ENTERPRISE_1 = "91341721XN22510854";
    private static final String ENTERPRISE_2 = "91341721XN02736R1W";

    @Autowired
    TestClock clock;

    @Autowired
    DigestRun digestRun;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    MailRoom room;

    @Autowired
    Ledger ledger;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theOwnerHearsOfEverythingOverdueAndDueWorstFirst() {
        var soon =
                ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2025-03-06");
        var early =
                ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2025-03-20");
        var today =
                ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2025-03-04");
        var overdue =
                ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2025-02-28");
        var major = ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "MAJOR").clock("RECTIFY", "2025-03-03");

        room.morningOf("2025-03-04");

        var mail = room.onlyMailTo("safety-001");
        assertThat(mail.kind()).isEqualTo("DIGEST");
        assertThat(mail.key()).isEqualTo("DIGEST/2025-03-04/safety-001");
        assertThat(mail.subject()).isEqualTo("【隐患待办】2025-03-04 共4件：重大隐患逾期1件、逾期1件、今日到期1件、即将到期1件，最长已逾期4天");
        assertThat(mail.text())
                .containsSubsequence(
                        major.number, "已逾期1天", overdue.number, "已逾期4天", today.number, "今日到期", soon.number, "还剩2个工作日")
                .contains("http://localhost:8080/t/" + overdue.number)
                .contains("请立即完成整改")
                .doesNotContain(early.number);
        assertThat(mail.html()).contains(overdue.number, "已逾期4天", "href=\"http://localhost:8080/t/" + soon.number);
    }

    @Test
    void enterprisesStandInTheOrderOfTheirWorstCase() {
        var soon = ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL")
                .clock("RECTIFY", "2025-03-06")
                .fired("RECTIFY", "-1", "REMINDER", "inspector-xiangyu");
        var overdueOfOther = ledger.of(ENTERPRISE_2, "safety-002", "RECTIFYING", "GENERAL")
                .clock("RECTIFY", "2025-03-03")
                .fired("RECTIFY", "+1", "OVERDUE", "inspector-xiangyu");
        var todayOfOther = ledger.of(ENTERPRISE_2, "safety-002", "RECTIFYING", "GENERAL")
                .clock("RECTIFY", "2025-03-04")
                .fired("RECTIFY", "0", "DUE_TODAY", "inspector-xiangyu");

        room.morningOf("2025-03-04");

        assertThat(room.onlyMailTo("inspector-xiangyu").text())
                .containsSubsequence(
                        "东至县样例戊寅建设集团有限公司（2件）",
                        overdueOfOther.number,
                        "请督促责任单位立即整改",
                        todayOfOther.number,
                        "东至县示例丁未建筑工程有限公司（1件）",
                        soon.number,
                        "责任人：示例丁未建筑工程有限公司安全员（示例）");
    }

    @Test
    void nobodysDigestHoldsAnothersCases() {
        var mine =
                ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2025-03-03");
        var other =
                ledger.of(ENTERPRISE_2, "safety-002", "RECTIFYING", "GENERAL").clock("RECTIFY", "2025-03-03");

        room.morningOf("2025-03-04");

        assertThat(room.onlyMailTo("safety-001").text()).contains(mine.number).doesNotContain(other.number);
        assertThat(room.onlyMailTo("safety-002").text()).contains(other.number).doesNotContain(mine.number);
        assertThat(mailbox.all()).allSatisfy(mail -> assertThat(mail.to()).hasSize(1));
    }

    @Test
    void whoFollowsACaseHearsOfItsOverdueClockOnTheFirstWorkingDayOfAWeek() {
        var overdue =
                ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2025-02-28");

        room.morningOf("2025-03-03"); // a Monday
        room.morningOf("2025-03-04");

        assertThat(room.mailsTo("safety-001")).hasSize(2);
        assertThat(room.onlyMailTo("inspector-xiangyu").text()).contains(overdue.number);
        assertThat(mailbox.to("xiangyu@bihuan.example")).singleElement().satisfies(mail -> {
            assertThat(mail.key()).isEqualTo("DIGEST/2025-03-03/unit:xiangyu");
            assertThat(mail.text()).contains(overdue.number);
        });
    }

    @Test
    void aRungIsToldOnce() {
        ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL")
                .clock("RECTIFY", "2025-03-03")
                .fired("RECTIFY", "+1", "OVERDUE", "principal-001");

        room.morningOf("2025-03-04");
        room.morningOf("2025-03-05");

        assertThat(room.mailsTo("principal-001"))
                .extracting(Mailbox.Mail::key)
                .containsExactly("DIGEST/2025-03-04/principal-001");
        assertThat(room.mailsTo("safety-001")).hasSize(2); // the owner hears every day, however long overdue
    }

    @Test
    void overdueRectificationSilencesAcceptance() {
        var bothOverdue = ledger.of(ENTERPRISE_1, "safety-001", "ASSIGNED", "GENERAL")
                .clock("ACCEPT", "2025-02-27")
                .clock("RECTIFY", "2025-03-03")
                .fired("ACCEPT", "+1", "OVERDUE", "principal-001");
        var notAccepted = ledger.of(ENTERPRISE_2, "safety-002", "ASSIGNED", "GENERAL")
                .clock("ACCEPT", "2025-03-03")
                .clock("RECTIFY", "2025-03-20")
                .fired("ACCEPT", "+1", "OVERDUE", "principal-002");

        room.morningOf("2025-03-04");

        assertThat(room.onlyMailTo("safety-001").text())
                .contains(bothOverdue.number, "整改期限2025-03-03，已逾期1天")
                .doesNotContain("签收期限");
        assertThat(room.mailsTo("principal-001")).isEmpty();
        assertThat(room.onlyMailTo("safety-002").text()).contains("签收期限2025-03-03，已逾期1天", "请立即签收");
        assertThat(room.onlyMailTo("principal-002").text()).contains(notAccepted.number);
    }

    @Test
    void aCaseWithTwoPressingClocksIsOneItem() {
        ledger.of(ENTERPRISE_1, "safety-001", "ASSIGNED", "GENERAL")
                .clock("ACCEPT", "2025-03-04")
                .clock("RECTIFY", "2025-03-05");

        room.morningOf("2025-03-04");

        var mail = room.onlyMailTo("safety-001");
        assertThat(mail.subject()).startsWith("【隐患待办】341721-107-2026-G-").endsWith(" 签收期限2025-03-04，今日到期");
        assertThat(mail.text())
                .contains("（1件）")
                .containsSubsequence("签收期限2025-03-04", "整改期限2025-03-05，还剩1个工作日", "请登录系统签收");
    }

    @Test
    void whatWaitsForReviewIsALineForTheUnitOrElseForTheCommitteeOffice() {
        var withUnit = ledger.of(ENTERPRISE_1, null, "REGISTERED", "GENERAL", "xiangyu", "safety-001");
        var without = ledger.of(ENTERPRISE_1, null, "REGISTERED", "GENERAL", null, "safety-001");
        var declined = ledger.of(ENTERPRISE_1, null, "REGISTERED", "GENERAL", "xiangyu", "safety-001");
        jdbc.sql("update hazard set assigned = true where number = :number")
                .param("number", declined.number)
                .update();

        room.morningOf("2025-03-04");

        assertThat(room.onlyMailTo("inspector-xiangyu").text())
                .contains(withUnit.number, "等待审核定级", declined.number, "已退回交办")
                .doesNotContain(without.number);
        assertThat(mailbox.to("xiangyu@bihuan.example")).hasSize(1);
        assertThat(room.onlyMailTo("office1").text()).contains(without.number).doesNotContain(withUnit.number);
        assertThat(room.onlyMailTo("office2").text()).contains(without.number);
    }

    /** N6: drafts tell nobody anything, but whoever reads them hears that they are there. */
    @Test
    void theCommitteeOfficeReadsHowManyLettersWait() {
        ledger.of(ENTERPRISE_1, null, "REGISTERED", "GENERAL", null, "safety-001");
        ledger.of(ENTERPRISE_1, null, "REGISTERED", "GENERAL", "xiangyu", "safety-001");
        jdbc.sql("""
                        insert into letter (kind, party, drafted_on, drafted_at)
                        values ('WARNING', 'unit:xiangyu', date '2025-03-03', timestamptz '2025-03-03 00:01+08')
                        """).update();

        room.morningOf("2025-03-04");

        assertThat(room.onlyMailTo("office1").text()).contains("另有1份文书草稿待审阅：", "/letters");
        assertThat(room.onlyMailTo("inspector-xiangyu").text()).doesNotContain("文书");
    }

    @Test
    void whatWaitsForVerificationIsALineEachDayAndWhoRegisteredAMajorIsNotAskedToVerifyIt() {
        var general =
                ledger.of(ENTERPRISE_1, "safety-001", "SUBMITTED", "GENERAL").clock("VERIFY", "2025-03-20");
        var major = ledger.of(ENTERPRISE_2, "safety-002", "SUBMITTED", "MAJOR").clock("VERIFY", "2025-03-20");

        room.morningOf("2025-03-04");
        room.morningOf("2025-03-05");

        assertThat(room.mailsTo("inspector-xiangyu"))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.text())
                        .contains(general.number, "复查验收期限2025-03-20", "请及时复查验收", major.number, "应由本单位其他人员复查验收"));
        assertThat(room.mailsTo("safety-001")).isEmpty(); // not reminded of anything while VERIFY runs (4.6)
    }

    @Test
    void theOwnerReadsOnceThatANoticeHasMovedHisDay() {
        ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL")
                .clock("RECTIFY", "2025-03-20")
                .movedByCalendar("RECTIFY", "2025-03-24", "safety-001");

        room.morningOf("2025-03-04");

        assertThat(room.onlyMailTo("safety-001").text()).contains("2025-03-24，还剩14个工作日（原为2025-03-20，按新公布的放假安排顺延）");
        mailbox.clear();
        room.morningOf("2025-03-05");
        assertThat(mailbox.to("safety-001@bihuan.example")).isEmpty();
    }

    @Test
    void whatIsEstimatedSaysSo() {
        ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2025-03-05", true);

        room.morningOf("2025-03-04");

        assertThat(room.onlyMailTo("safety-001").text()).contains("2025-03-05（预估），还剩1个工作日");
    }

    @Test
    void onTheLastWorkingDayBeforeADueDayThatIsOffTheCaseCountsAsDueToday() {
        ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2025-03-08"); // a Saturday
        ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2025-03-10");

        room.morningOf("2025-03-07");

        var mail = room.onlyMailTo("safety-001");
        assertThat(mail.subject()).contains("今日到期1件、即将到期1件");
        assertThat(mail.text()).contains("到期日为休息日，此前已无其他工作日");
    }

    @Test
    void theReaderSeesWhatHappensNext() {
        ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL")
                .clock("RECTIFY", "2025-03-04")
                .coming("RECTIFY", "+1", "OVERDUE", "enterprise-safety, enterprise-principal, inspector", "2025-03-05");

        room.morningOf("2025-03-04");

        assertThat(room.onlyMailTo("safety-001").text())
                .contains("下一步：届时仍未办结的，系统将于2025-03-05向安全管理员、主要负责人、监管执法人员发出整改逾期通知。");
    }

    @Test
    void whatHappensNextNamesSupervisionAndLetters() {
        ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL")
                .clock("RECTIFY", "2025-03-03")
                .coming("RECTIFY", "+30", "ESCALATION", "committee-office", "2025-04-02")
                .bringing("committee-office", "WARNING,INTERVIEW");

        room.morningOf("2025-03-05");

        assertThat(room.onlyMailTo("safety-001").text()).contains("向安委办发出整改逾期上报并由安委办督办，起草警示函、约谈通知书。");
    }

    @Test
    void closingSilencesACaseEvenAfterTheDigestWasBuilt() {
        var closed = ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL")
                .clock("RECTIFY", "2025-03-03")
                .fired("RECTIFY", "+1", "OVERDUE", "safety-001", "principal-001");
        var open =
                ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2025-03-03");
        clock.set("2025-03-04", "08:30");
        digestRun.run();

        closed.closes();
        dispatcher.sendDue();

        assertThat(room.onlyMailTo("safety-001").text()).contains(open.number).doesNotContain(closed.number);
        assertThat(room.mailsTo("principal-001")).isEmpty();
        assertThat(statusOf("DIGEST/2025-03-04/principal-001")).isEqualTo("SKIPPED");
        assertThat(jdbc.sql("select count(*) from mail_line")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theDigestIsBuiltOnceHoweverManyNodesTry() throws Exception {
        ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2025-03-03");
        clock.set("2025-03-04", "08:30");

        assertThat(Together.times(4, digestRun::run)).containsExactlyInAnyOrder(1, 0, 0, 0);
        assertThat(digestRun.run()).isZero();
        dispatcher.sendDue();
        assertThat(room.mailsTo("safety-001")).hasSize(1);
    }

    @Test
    void twoHundredOverdueCasesAreOneMail() {
        for (var i = 0; i < 200; i++) {
            ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL")
                    .clock("RECTIFY", "2025-02-28")
                    .fired("RECTIFY", "CATCHUP", "CATCHUP", "safety-001", "principal-001");
        }

        room.morningOf("2025-03-04");

        assertThat(room.onlyMailTo("safety-001").subject()).contains("共200件：逾期200件");
        assertThat(room.onlyMailTo("principal-001").text()).contains("200. 341721-107-2026-G-");
    }

    @Test
    void aLongOverdueCaseIsStillInTheDigestOnDaySixty() {
        var hazard =
                ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2025-03-03");
        room.morningOf("2025-04-30");
        room.morningOf("2025-05-01"); // a holiday
        assertThat(room.onlyMailTo("safety-001").text()).contains(hazard.number);
        mailbox.clear();

        room.morningOf("2025-05-06");

        assertThat(room.onlyMailTo("safety-001").subject()).contains(hazard.number, "已逾期64天");
    }

    @Test
    void anEmptyDigestIsNotSent() {
        ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2025-06-03");

        room.morningOf("2025-03-04");

        assertThat(mailbox.all()).extracting(Mailbox.Mail::kind).containsOnly("DAILY_REPORT"); // to the administrators
    }

    @Test
    void theDigestLeavesOnWorkingDaysAtItsHourOrAsSoonAsOfficeHoursAllow() {
        ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2025-02-28");

        clock.set("2025-03-04", "08:29");
        assertThat(digestRun.isDue()).isFalse();
        clock.set("2025-03-04", "17:29"); // nobody was there in the morning
        assertThat(digestRun.isDue()).isTrue();
        clock.set("2025-03-04", "17:30");
        assertThat(digestRun.isDue()).isFalse();
        clock.set("2025-03-08", "10:00"); // Saturday
        assertThat(digestRun.isDue()).isFalse();
        clock.set("2025-04-27", "10:00"); // make-up Sunday
        assertThat(digestRun.isDue()).isTrue();
        clock.set("2025-05-01", "10:00"); // holiday on a Thursday
        assertThat(digestRun.isDue()).isFalse();
    }

    @Test
    void aDigestThatCouldNotLeaveHandsItsLinesToTheNext() {
        var told = ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL")
                .clock("RECTIFY", "2025-03-03")
                .fired("RECTIFY", "+1", "OVERDUE", "principal-001");
        clock.set("2025-03-04", "08:30");
        digestRun.run(); // and the mail server is away all day

        room.morningOf("2025-03-05");

        assertThat(room.onlyMailTo("principal-001").key()).isEqualTo("DIGEST/2025-03-05/principal-001");
        assertThat(room.onlyMailTo("principal-001").text()).contains(told.number);
        assertThat(statusOf("DIGEST/2025-03-04/principal-001")).isEqualTo("SKIPPED");
    }

    @Test
    void aDigestNeverLeavesOnAnotherDay() {
        ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL").clock("RECTIFY", "2025-03-03");
        clock.set("2025-03-04", "08:30");
        digestRun.run();

        clock.set("2025-03-05", "08:30");
        dispatcher.sendDue(); // quicker than the next digest run

        assertThat(mailbox.all()).isEmpty();
        assertThat(statusOf("DIGEST/2025-03-04/safety-001")).isEqualTo("SKIPPED");
    }

    @Test
    void whatARefusedDigestCarriedStandsInTheNext() {
        ledger.of(ENTERPRISE_1, "safety-001", "RECTIFYING", "GENERAL")
                .clock("RECTIFY", "2025-03-03")
                .fired("RECTIFY", "+1", "OVERDUE", "principal-001");
        clock.set("2025-03-04", "08:30");
        digestRun.run();
        jdbc.sql("update mail_outbox set status = 'DEAD'").update(); // the mailbox was full

        room.morningOf("2025-03-05");

        assertThat(room.mailsTo("principal-001")).hasSize(1);
    }

    private String statusOf(String key) {
        return jdbc.sql("select status from mail_outbox where dedup_key = :key")
                .param("key", key)
                .query(String.class)
                .single();
    }
}
