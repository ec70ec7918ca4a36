package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bihuan.Mailbox;
import org.bihuan.TestClock;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.organisation.MasterData;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.UnitCode;
import org.bihuan.shared.CountyTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How a mail leaves the house: once, in its hours, and whatever the mail server does. */
@MailTest
class DispatcherTests {
    private static final String ENTERPRISE = "91341721XN22510854";

    @Autowired
    TestClock clock;

    @Autowired
    CountyTime time;

    @Autowired
    CountyCalendar calendar;

    @Autowired
    Outbox outbox;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    Departures departures;

    @Autowired
    Digests digests;

    @Autowired
    Composer composer;

    @Autowired
    Addresses addresses;

    @Autowired
    SmtpChannel smtp;

    @Autowired
    NotificationSettings settings;

    @Autowired
    MailHours hours;

    @Autowired
    MasterData masterData;

    @Autowired
    MailRows rows;

    @Autowired
    Ledger ledger;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aMailSaysWhoItIs() {
        var hazard = closedMails(1);

        assertThat(dispatcher.sendDue()).isEqualTo(1);

        var mail = onlyMail();
        assertThat(mail.to()).containsExactly("safety-001@bihuan.example");
        assertThat(mail.key()).isEqualTo("CLOSED/" + hazard + "/1/safety-001");
        assertThat(mail.kind()).isEqualTo("CLOSED");
        assertThat(mail.messageId()).isEqualTo("<" + id() + "@bihuan>");
        assertThat(mail.from()).contains("noreply@bihuan.example");
        assertThat(mail.html()).contains(hazard);
        assertThat(mail.text()).contains(hazard);
        assertThat(row("status")).isEqualTo("SENT");
        assertThat(row("attempts")).isEqualTo(1);
        assertThat(row("smtp_reply")).asString().startsWith("250");
        assertThat(row("subject")).isEqualTo(mail.subject());
    }

    @Test
    void outsideOfficeHoursNothingLeaves() {
        clock.set("2026-09-24", "17:30");
        closedMails(1);

        assertThat(dispatcher.sendDue()).isZero();
        clock.set("2026-09-28", "08:29"); // 25 to 27 September are off
        assertThat(dispatcher.sendDue()).isZero();
        clock.set("2026-09-28", "08:30");
        assertThat(dispatcher.sendDue()).isEqualTo(1);
    }

    @Test
    void onAMakeUpSaturdayMailLeaves() {
        clock.set("2026-10-10", "08:30");
        closedMails(1);

        assertThat(dispatcher.sendDue()).isEqualTo(1);
    }

    @Test
    void immediateKindsLeaveAtAnyHour() {
        clock.set("2026-10-01", "02:00");
        var hazard = ledger.of(ENTERPRISE, "safety-001", "ASSIGNED", "MAJOR").number;
        outbox.add(MailKind.ASSIGNMENT, hazard, 1, List.of("safety-001"), true, Map.of(), time.now());

        assertThat(dispatcher.sendDue()).isEqualTo(1);
    }

    @Test
    void always() {
        clock.set("2026-10-01", "02:00");
        closedMails(1);
        var open = with(OfficeHours.of("always"), 6000);

        assertThat(dispatcher(smtp, departures, open, new MailHours(open, calendar, time))
                        .sendDue())
                .isEqualTo(1);
    }

    @Test
    void twoDispatchersSendEachMailOnce() throws Exception {
        closedMails(25);

        var sent = Together.times(2, () -> dispatcher(smtp, departures).sendDue());

        assertThat(sent.get(0) + sent.get(1)).isEqualTo(25);
        assertThat(mailbox.all()).hasSize(25).extracting(Mailbox.Mail::key).doesNotHaveDuplicates();
    }

    @Test
    void noTransactionIsOpenWhileAMailIsSent() {
        closedMails(1);
        var open = new AtomicBoolean(true);

        dispatcher(before(mail -> open.set(TransactionSynchronizationManager.isActualTransactionActive())), departures)
                .sendDue();

        assertThat(open).isFalse();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> dispatcher.sendDue()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCrashBetweenTheServersAnswerAndTheMarkRepeatsTheMailUnderTheSameMessageId() {
        closedMails(1);
        var crashing = dispatcher(
                after(mail -> {
                    throw new Crash();
                }),
                departures);
        assertThatThrownBy(crashing::sendDue).isInstanceOf(Crash.class);
        assertThat(dispatcher.sendDue()).isZero(); // the dead node's lease still stands

        jdbc.sql("update mail_outbox set lease_until = now() - interval '1 second'")
                .update();
        assertThat(dispatcher.sendDue()).isEqualTo(1);

        assertThat(mailbox.all()).hasSize(2).extracting(Mailbox.Mail::messageId).containsOnly("<" + id() + "@bihuan>");
        assertThat(row("attempts")).isEqualTo(2);
    }

    @Test
    void aNodeKilledBetweenTheServersAnswerAndTheMarkIsFollowedByTheSameMessageIdOnce(@TempDir Path directory)
            throws Exception {
        clock.set("2026-09-24", "10:00");
        closedMails(1);

        var end = nodeThatDies(directory).waitFor();

        assertThat(end)
                .as("it ends by itself:%n%s", Files.readString(directory.resolve("node.log")))
                .isEqualTo(DiesAfterTheServersAnswer.GONE);

        assertThat(mailbox.all()).hasSize(1);
        assertThat(row("status")).isEqualTo("NEW"); // handed over, and nobody knows
        assertThat(row("attempts")).isEqualTo(1);
        assertThat(dispatcher.sendDue()).isZero(); // the dead node's lease still stands
        jdbc.sql("update mail_outbox set lease_until = now() - interval '1 second'")
                .update();
        assertThat(dispatcher.sendDue()).isEqualTo(1);
        assertThat(dispatcher.sendDue()).isZero();
        assertThat(mailbox.all()).hasSize(2).extracting(Mailbox.Mail::messageId).containsOnly("<" + id() + "@bihuan>");
        assertThat(row("status")).isEqualTo("SENT");
    }

    private Process nodeThatDies(Path directory) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.timezone=UTC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DiesAfterTheServersAnswer.class.getName(),
                        environment.getRequiredProperty("spring.datasource.url"),
                        environment.getRequiredProperty("spring.datasource.username"),
                        environment.getRequiredProperty("spring.datasource.password"),
                        environment.getRequiredProperty("spring.mail.port"))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("node.log").toFile())
                .start();
    }

    @Test
    void aDatabaseThatFailsAfterTheServersAnswerDoesNotMakeTheMailLeaveTwice() {
        closedMails(1);
        var failing = new Departures(jdbc, rows) {
            private boolean failed;

            @Override
            void sent(QueuedMail mail, String reply, Instant now) {
                if (!failed) {
                    failed = true;
                    throw new TransientDataAccessResourceException("this connection has just been killed");
                }
                super.sent(mail, reply, now);
            }
        };

        assertThat(dispatcher(smtp, failing).sendDue()).isEqualTo(1);

        assertThat(row("status")).isEqualTo("SENT");
        assertThat(mailbox.all()).hasSize(1);
    }

    @Test
    void whatTheServerRefusesForGoodIsDeadAndStandsThereForPeople() throws Exception {
        closedMails(1);
        try (var server = new ScriptedSmtp(Map.of("RCPT", "550 no such user"))) {
            dispatcher(to(server), departures).sendDue();
        }

        assertThat(row("status")).isEqualTo("DEAD");
        assertThat(row("smtp_reply")).asString().contains("550 no such user");
        clock.advance(Duration.ofDays(4));
        assertThat(dispatcher.sendDue()).isZero();
    }

    @Test
    void aServerThatIsTooBusyGetsTheMailLater() throws Exception {
        closedMails(1);
        try (var server = new ScriptedSmtp(Map.of("RCPT", "450 mailbox busy"))) {
            dispatcher(to(server), departures).sendDue();
        }

        assertThat(row("status")).isEqualTo("NEW");
        assertThat(row("attempts")).isEqualTo(1);
        assertThat(row("smtp_reply")).asString().contains("450 mailbox busy");
        assertThat(dispatcher.sendDue()).isZero();
        clock.advance(Duration.ofSeconds(36)); // 30 s and a fifth
        assertThat(dispatcher.sendDue()).isEqualTo(1);
    }

    @Test
    void whenTheServerIsBackWhatWaitedForItLeavesAtOnce() throws Exception {
        closedMails(12);
        try (var server = new ScriptedSmtp(Map.of("GREETING", "421 too busy"))) {
            var busy = dispatcher(to(server), departures);
            for (var i = 0; i < 4; i++) {
                assertThat(busy.sendDue()).isZero();
            }
            assertThat(server.connections).hasValue(4); // one knock a time, not one a mail
        }
        assertThat(jdbc.sql("select sum(attempts) from mail_outbox")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);

        assertThat(dispatcher.sendDue()).isEqualTo(12);
    }

    @Test
    void nobodySendsFasterThanTheCountyAllows() {
        closedMails(3);
        var slow = with(OfficeHours.of("08:30-17:30"), 1);
        jdbc.sql("update mail_pace set free_at = now()").update();

        assertThat(dispatcher(smtp, departures, slow, hours).sendDue()).isEqualTo(1);
        assertThat(dispatcher(smtp, departures, slow, hours).sendDue()).isZero(); // another node, the same minute

        jdbc.sql("update mail_pace set free_at = now()").update(); // a minute later
        assertThat(dispatcher(smtp, departures, slow, hours).sendDue()).isEqualTo(1);
        jdbc.sql("update mail_pace set free_at = now()").update();
    }

    @Test
    void whoHasNoAddressIsKnownAndGetsTheMailOnceHeHasOne() {
        var hazard = ledger.of(ENTERPRISE, "safety-001", "ASSIGNED", "GENERAL").number;
        inspector("inspector-without", null);
        outbox.add(
                MailKind.REASSIGNED,
                hazard,
                1,
                List.of("inspector-without", "safety-001"),
                false,
                Map.of(),
                time.now());

        assertThat(dispatcher.sendDue()).isEqualTo(1); // the other one is not held up
        assertThat(jdbc.sql("select status from mail_outbox where recipient = 'inspector-without'")
                        .query(String.class)
                        .single())
                .isEqualTo("UNREACHABLE");

        dispatcher.lookForAddresses();
        assertThat(dispatcher.sendDue()).isZero();
        inspector("inspector-without", "found@bihuan.example");
        dispatcher.lookForAddresses();
        assertThat(dispatcher.sendDue()).isEqualTo(1);
        assertThat(mailbox.to("found@bihuan.example")).hasSize(1);
    }

    @Test
    void aMailThatCannotBeBuiltDoesNotHoldUpTheOthers() {
        closedMails(2);
        jdbc.sql("""
                update mail_outbox set kind = 'DIGEST', hazard = null, digest_on = '2026-09-24', recipient = 'no such person, ever'
                where id = (select id from mail_outbox limit 1)
                """).update();

        assertThat(dispatcher.sendDue()).isEqualTo(1);
    }

    private void inspector(String id, @org.jspecify.annotations.Nullable String email) {
        var person =
                new Person(PersonId.of(id), "张示例", email, UnitCode.of("xiangyu"), null, Set.of(Role.AUDITOR), true);
        masterData.takeIn(List.of(), List.of(), Map.of(), List.of(), List.of(), List.of(person));
    }

    /** So many cases were closed; their safety officer is told. */
    private String closedMails(int count) {
        var hazard = "";
        for (var i = 0; i < count; i++) {
            hazard = ledger.of(ENTERPRISE, "safety-001", "CLOSED", "GENERAL").number;
            outbox.add(MailKind.CLOSED, hazard, 1, List.of("safety-001"), false, Map.of(), time.now());
        }
        return hazard;
    }

    private Mailbox.Mail onlyMail() {
        assertThat(mailbox.all()).hasSize(1);
        return mailbox.all().get(0);
    }

    private Object row(String column) {
        return jdbc.sql("select " + column + " from mail_outbox").query().singleValue();
    }

    private Object id() {
        return row("id");
    }

    private Dispatcher dispatcher(MailChannel channel, Departures way) {
        return dispatcher(channel, way, settings, hours);
    }

    private Dispatcher dispatcher(MailChannel channel, Departures way, NotificationSettings own, MailHours ownHours) {
        return new Dispatcher(way, digests, composer, addresses, channel, ownHours, time, own);
    }

    private static NotificationSettings with(OfficeHours hours, int perMinute) {
        return new NotificationSettings(
                hours, LocalTime.of(8, 30), perMinute, URI.create("http://localhost:8080"), null);
    }

    private static MailChannel to(ScriptedSmtp server) {
        return new SmtpChannel(server::account, "noreply@bihuan.example", "x", Duration.ofSeconds(20));
    }

    private MailChannel before(Hook hook) {
        return () -> new Hooked(smtp.open(), hook, mail -> {});
    }

    private MailChannel after(Hook hook) {
        return () -> new Hooked(smtp.open(), mail -> {}, hook);
    }

    /** What a test does beside the sending. */
    private interface Hook {
        void with(ComposedMail mail);
    }

    private record Hooked(MailChannel.Round round, Hook before, Hook after) implements MailChannel.Round {
        @Override
        public String hand(ComposedMail mail) throws NotTaken {
            before.with(mail);
            var answer = round.hand(mail);
            after.with(mail);
            return answer;
        }

        @Override
        public void close() {
            round.close();
        }
    }

    /** The node dies. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }
}
