package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.Mailbox;
import org.bihuan.TestClock;
import org.bihuan.rectification.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The mails of a case from registration to closure, in the whole application. Digests of November belong to this class. */
@CountyTest
class MailStoryTests {
    @Autowired
    County county;

    @Autowired
    TestClock clock;

    @Autowired
    DigestRun digestRun;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    Notices notices;

    @Autowired
    Mailbox mailbox;

    private County.Actor inspector;
    private County.Actor safety;

    @BeforeEach
    void people() {
        inspector = county.person("inspector-xiangyu");
        safety = county.person("safety-061");
    }

    @Test
    void everyHandOverIsAMail() {
        county.todayIs("2026-09-24");
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));
        safety.accepts(hazard);
        safety.rectifies(hazard);
        inspector.judges(hazard, Verdict.UNQUALIFIED, "锁具未装");
        safety.rectifies(hazard);
        inspector.judges(hazard, Verdict.QUALIFIED, "现场核实");

        dispatcher.sendDue();

        assertThat(about(hazard.value()))
                .extracting(Mailbox.Mail::kind, mail -> mail.to().get(0))
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("ASSIGNMENT", "safety-061@bihuan.example"),
                        org.assertj.core.api.Assertions.tuple("ASSIGNMENT", "qiye-061@bihuan.example"),
                        org.assertj.core.api.Assertions.tuple("RETURNED", "safety-061@bihuan.example"),
                        org.assertj.core.api.Assertions.tuple("CLOSED", "safety-061@bihuan.example"),
                        org.assertj.core.api.Assertions.tuple("CLOSED", "inspector-xiangyu@bihuan.example"));
        assertThat(about(hazard.value())).extracting(Mailbox.Mail::key).doesNotHaveDuplicates();
        assertThat(notices.of(hazard.value()))
                .filteredOn(line -> "START".equals(line.rung()) && "ACCEPT".equals(line.clock()))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.status()).isEqualTo("SENT"));
    }

    @Test
    void whatWaitsForTheUnitIsALineOfItsDigest() {
        county.todayIs("2026-11-09");
        var submitted = inspector.registers(county.aHazardAt(safety).dueOn("2026-11-20"));
        safety.accepts(submitted);
        safety.rectifies(submitted);
        var declined = inspector.registers(county.aHazardAt(safety).dueOn("2026-11-20"));
        safety.declines(declined, "不是本单位的设备");
        var declinedTwice = inspector.registers(county.aHazardAt(safety).dueOn("2026-11-20"));
        safety.declines(declinedTwice, "不是本单位的设备");
        inspector.reviews(declinedTwice, "ACCEPT", Map.of("grade", "GENERAL"));
        safety.declines(declinedTwice, "仍不是本单位的设备");
        dispatcher.sendDue();
        mailbox.clear();

        clock.set("2026-11-10", "08:30");
        county.sweeps();
        digestRun.run();
        dispatcher.sendDue();

        var digest = mailbox.to("inspector-xiangyu@bihuan.example").get(0).text();
        assertThat(digest).contains(submitted.value(), declined.value(), "责任单位已退回交办");
        assertThat(digest).doesNotContain(declinedTwice.value());
        assertThat(mailbox.to("head-xiangyu@bihuan.example")
                        .get(0)
                        .text()) // the second decline goes to the unit's leader (T7)
                .contains(declinedTwice.value())
                .doesNotContain(submitted.value());
        assertThat(mailbox.to("xiangyu@bihuan.example").get(0).text()).contains(submitted.value());
        assertThat(notices.of(submitted.value()))
                .filteredOn(line -> "VERIFY".equals(line.clock()) && "START".equals(line.rung()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.status()).isEqualTo("SENT"));
    }

    private List<Mailbox.Mail> about(String hazard) {
        return mailbox.naming(hazard);
    }
}
