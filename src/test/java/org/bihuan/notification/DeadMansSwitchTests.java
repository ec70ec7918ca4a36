package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bihuan.Mailbox;
import org.bihuan.TestClock;
import org.bihuan.shared.CountyTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;

/** That reminders have stopped is noticed by their absence (N18). */
@MailTest
class DeadMansSwitchTests {
    private static final String ENTERPRISE = "91341721XN22510854";

    @Autowired
    TestClock clock;

    @Autowired
    CountyTime time;

    @Autowired
    Alarms alarms;

    @Autowired
    RemindersHealthIndicator health;

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

    @Test
    void aMorningWithoutDigestRunIsMissedAnHourAfterItsTime() {
        clock.set("2025-03-04", "09:29");
        assertThat(standing()).isEmpty();
        clock.set("2025-03-04", "09:30");
        assertThat(standing()).containsExactly("DIGEST_MISSED");
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails().toString()).contains("今天09:30仍未生成每日汇总邮件");

        digestRun.run();

        assertThat(standing()).isEmpty();
        clock.set("2025-03-08", "12:00"); // Saturday
        assertThat(standing()).isEmpty();
    }

    @Test
    void aRungIsLateTenMinutesAfterItsMoment() {
        ledger.of(ENTERPRISE, "safety-001", "RECTIFYING", "GENERAL")
                .clock("RECTIFY", "2025-03-08")
                .coming("RECTIFY", "0", "DUE_TODAY", "enterprise-safety", "2025-03-08");

        clock.set("2025-03-08", "00:09");
        assertThat(standing()).isEmpty();
        clock.set("2025-03-08", "00:11");
        assertThat(standing()).containsExactly("RUNGS_LATE");
    }

    @Test
    void aMailIsStuckAfterAnHourInOfficeHours() {
        clock.set("2025-03-03", "20:00");
        mail(false);
        clock.set("2025-03-04", "09:29");
        assertThat(standing()).isEmpty(); // the doors have not been open for an hour
        clock.set("2025-03-04", "09:30");
        assertThat(standing()).contains("MAIL_STUCK");
        clock.set("2025-03-04", "22:00");
        assertThat(standing()).doesNotContain("MAIL_STUCK");
    }

    @Test
    void whatLeavesAtAnyHourIsStuckAtAnyHour() {
        clock.set("2025-03-08", "20:00");
        mail(true);
        clock.set("2025-03-08", "21:00");
        assertThat(standing()).containsExactly("MAIL_STUCK");

        dispatcher.sendDue();

        assertThat(standing()).isEmpty();
    }

    @Test
    void administratorsReadEachWorkingDayHowManyMailsHaveLeft() {
        clock.set("2025-03-03", "08:30");
        digestRun.run();
        clock.set("2025-03-03", "10:00");
        mail(false);
        mail(false);
        dispatcher.sendDue();
        mailbox.clear();

        clock.set("2025-03-04", "08:30");
        digestRun.run();
        digestRun.run();
        dispatcher.sendDue();

        assertThat(mailbox.to("admin@bihuan.example")).singleElement().satisfies(mail -> {
            assertThat(mail.key()).isEqualTo("DAILY_REPORT/2025-03-04/admin");
            assertThat(mail.subject()).isEqualTo("【邮件日报】2025-03-04 共发出3封，未能送达0封"); // yesterday's line and two more
            assertThat(mail.text()).contains("自2025-03-03 08:30起，系统共发出邮件3封，未能送达0封。");
        });
    }

    private void mail(boolean immediate) {
        var hazard = ledger.of(ENTERPRISE, "safety-001", "CLOSED", "GENERAL").number;
        outbox.add(MailKind.CLOSED, hazard, 1, List.of("safety-001"), immediate, Map.of(), time.now());
    }

    private List<String> standing() {
        return alarms.standing().stream().map(Alarms.Alarm::code).toList();
    }
}
