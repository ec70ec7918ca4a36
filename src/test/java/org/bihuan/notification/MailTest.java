package org.bihuan.notification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.Optional;
import org.bihuan.ClockReset;
import org.bihuan.Mailbox;
import org.bihuan.TestClock;
import org.bihuan.TestDatabase;
import org.bihuan.TestMailServer;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.organisation.CountyFiles;
import org.bihuan.organisation.MasterData;
import org.bihuan.rectification.LastDayToAsk;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The mail room with the rooms it stands on and every table, without engine and web: a database of its own, so that days and digests
 * are its own too.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        classes = MailTest.Room.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"bihuan.background=false", "bihuan.mail-per-minute=6000", "spring.main.banner-mode=off"})
@ContextConfiguration(initializers = MailTest.Surroundings.class)
@TestExecutionListeners(
        listeners = {ClockReset.class, EmptyMailRoom.class},
        mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@interface MailTest {

    /** Database and mail server. */
    class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext application) {
            var database = TestDatabase.fresh();
            application
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "surroundings of the mail room",
                            Map.of(
                                    "spring.datasource.url", database.url(),
                                    "spring.datasource.username", TestDatabase.APP,
                                    "spring.datasource.password", TestDatabase.PASSWORD,
                                    "spring.flyway.user", TestDatabase.OWNER,
                                    "spring.flyway.password", TestDatabase.PASSWORD,
                                    "spring.mail.host", "127.0.0.1",
                                    "spring.mail.port", TestMailServer.port())));
        }
    }

    /** Its beans. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        MailSenderAutoConfiguration.class,
        MessageSourceAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = {
                "org.bihuan.shared",
                "org.bihuan.calendar",
                "org.bihuan.organisation",
                "org.bihuan.notification"
            },
            excludeFilters = {
                @ComponentScan.Filter(Controller.class),
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = UnreachableOwners.class)
            })
    @ComponentScan(
            basePackages = "org.bihuan.engine",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*EngineTables"))
    class Room {
        @Bean
        @Primary
        TestClock testClock() {
            return TestClock.ofThisJvm();
        }

        /** As the county's table has it for general hazards: three working days, once. */
        @Bean
        LastDayToAsk lastDayToAsk(CountyCalendar calendar) {
            return (major, registeredAt, granted, startedOn, dueOn) ->
                    granted == 0 ? Optional.of(calendar.workingDays().workingDayFrom(dueOn, -3)) : Optional.empty();
        }

        @Bean
        Mailbox mailbox() {
            return Mailbox.ofThisJvm();
        }

        @Bean
        MailRoom mailRoom(
                TestClock clock,
                DigestRun digestRun,
                Dispatcher dispatcher,
                Mailbox mailbox,
                ApplicationEventPublisher events,
                PlatformTransactionManager transactions,
                JdbcClient jdbc) {
            return new MailRoom(
                    clock, digestRun, dispatcher, mailbox, events, new TransactionTemplate(transactions), jdbc);
        }

        @Bean
        Ledger ledger(JdbcClient jdbc, MasterData masterData) {
            new CountyFiles(file -> new ClassPathResource("sample-county/" + file)).handTo(masterData);
            return new Ledger(jdbc);
        }
    }
}
