package org.bihuan.notification;

import java.time.Instant;
import org.bihuan.TestClock;
import org.bihuan.shared.CountyTime;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node that hands one mail over and is gone before it can mark that, as after kill -9: no hook runs. */
final class DiesAfterTheServersAnswer {
    static final int GONE = 137;

    private DiesAfterTheServersAnswer() {}

    // Never closed: that is the point.
    @SuppressWarnings("resource")
    public static void main(String[] args) {
        var node = new SpringApplicationBuilder(MailTest.Room.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + args[0],
                        "--spring.datasource.username=" + args[1],
                        "--spring.datasource.password=" + args[2],
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + args[3],
                        "--spring.flyway.enabled=false",
                        "--bihuan.background=false");
        node.getBean(TestClock.class).set("2026-09-24", "10:00");
        var dying = new Departures(node.getBean(JdbcClient.class), node.getBean(MailRows.class)) {
            @Override
            void sent(QueuedMail mail, String reply, Instant now) {
                Runtime.getRuntime().halt(GONE);
            }
        };
        new Dispatcher(
                        dying,
                        node.getBean(Digests.class),
                        node.getBean(Composer.class),
                        node.getBean(Addresses.class),
                        node.getBean(SmtpChannel.class),
                        node.getBean(MailHours.class),
                        node.getBean(CountyTime.class),
                        node.getBean(NotificationSettings.class))
                .sendDue();
    }
}
