package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import org.bihuan.shared.CountyTime;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** The harness itself: what every other test relies on. */
@CountyTest
class CountyTestTests {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    CountyTime county;

    @Autowired
    TestClock testClock;

    @Autowired
    JavaMailSender mail;

    @Autowired
    Mailbox mailbox;

    @Test
    void theApplicationWorksWithRowsAndMayNotChangeTheSchema() {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("bihuan_app");
        assertThatThrownBy(() -> jdbc.sql("create table trespass (id int)").update())
                .rootCause()
                .hasMessageContaining("permission denied for schema public");
    }

    @Test
    void theDatabaseIsAsDurableAsInProduction() {
        for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            assertThat(jdbc.sql("show " + setting).query(String.class).single())
                    .as(setting)
                    .isEqualTo("on");
        }
    }

    @Test
    void oneClockRulesCountyAndEngine() {
        assertThat(clock.instant()).isEqualTo(TestClock.BEGINNING);

        testClock.todayIs("2026-09-28");
        testClock.advance(Duration.ofHours(1));

        assertThat(county.today()).hasToString("2026-09-28");
        assertThat(county.timeOfDay()).hasToString("11:00");
        assertThat(ClockUtil.getCurrentTime().toInstant()).isEqualTo(county.now());
    }

    @Test
    void mailGoesOverTheWire() {
        var message = new SimpleMailMessage();
        message.setFrom("county@bihuan.example");
        message.setTo("harness@bihuan.example");
        message.setSubject("整改通知");
        message.setText("请于9月28日前完成整改。");

        mail.send(message);

        assertThat(mailbox.to("harness@bihuan.example")).singleElement().satisfies(arrived -> {
            assertThat(arrived.subject()).isEqualTo("整改通知");
            assertThat(arrived.text()).contains("9月28日");
        });
    }
}
