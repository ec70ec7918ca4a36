package org.bihuan.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.Statements;
import org.bihuan.Statements.Plan;
import org.bihuan.TestDatabase;
import org.bihuan.deadline.adapter.Clocks;
import org.bihuan.deadline.adapter.Rungs;
import org.bihuan.engine.Cases;
import org.bihuan.evidence.Evidence;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LedgerQuery;
import org.bihuan.hazard.LedgerQuery.Sort;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.hazard.Status;
import org.bihuan.letters.CaseLetters;
import org.bihuan.notification.MailClaim;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The real statements of the application, with their real values, explained in a county of 12,000 cases: none reads a large table
 * from end to end. The rows are gone afterwards.
 */
@CountyTest
class IndexPlanTests {
    private static final HazardNumber SOME = HazardNumber.of("341721-107-2019-G-00020");
    private static final Instant LONG_AGO = Instant.parse("2019-01-20T00:00:00Z");

    /** What grows with the cases. */
    private static final List<String> LARGE = List.of(
            "hazard",
            "case_log",
            "clock",
            "rung",
            "rung_recipient",
            "letter",
            "letter_line",
            "evidence",
            "evidence_file",
            "mail_outbox",
            "act_ru_execution",
            "act_ru_task",
            "act_ru_identitylink",
            "act_ru_authorization",
            "act_ru_job");

    /** A scan that nothing filters stops at the limit above it: a count of everything is capped. */
    private static final Pattern CAPPED = Pattern.compile("Limit\n +->  Seq Scan on hazard h\n(?! +Filter)");

    private static final Pattern FROM_END_TO_END = Pattern.compile("Seq Scan on (" + String.join("|", LARGE) + ")\\b");

    @Autowired
    County county;

    @Autowired
    Statements statements;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LedgerReader ledger;

    @Autowired
    Clocks clocks;

    @Autowired
    Rungs rungs;

    @Autowired
    CaseLetters letters;

    @Autowired
    Evidence evidence;

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    ApplicationContext application;

    @Autowired
    Environment environment;

    /** A question and the index that must answer it. */
    private record Question(String name, String index, Runnable asked) {}

    private List<Question> questions() {
        var office = county.person("office1").person();
        var day = LocalDate.parse("2019-03-01");
        var questions = new ArrayList<>(List.of(
                new Question(
                        "the ledger's first page",
                        "ix_hazard_by_registration",
                        () -> ledger.search(new Wish().query(), office)),
                new Question(
                        "ledger: of a status",
                        "ix_hazard_",
                        () -> ledger.search(new Wish().status(Status.RECTIFYING).query(), office)),
                new Question(
                        "ledger: of a town",
                        "ix_hazard_",
                        () -> ledger.search(new Wish().region("341721100").query(), office)),
                new Question(
                        "ledger: of an enterprise",
                        "ix_hazard_by_enterprise",
                        () -> ledger.search(
                                new Wish().enterprise(someEnterprise()).query(), office)),
                new Question(
                        "ledger: overdue",
                        "ix_hazard_running",
                        () -> ledger.search(new Wish().overdueOn(day).query(), office)),
                new Question(
                        "ledger: found on a day",
                        "ix_hazard_by_found",
                        () -> ledger.search(new Wish().found(day).query(), office)),
                new Question(
                        "ledger: two characters",
                        "ix_hazard_text",
                        () -> ledger.search(new Wish().text("阀门").query(), office)),
                new Question(
                        "ledger: sorted by due day, page by page",
                        "ix_hazard_by_due",
                        () -> twoPages(new Wish().sorted(Sort.DUE).query())),
                new Question(
                        "one case, seen by an inspector",
                        "pk_hazard",
                        () -> ledger.maySee(
                                SOME, county.person("inspector-yaodu").person())),
                new Question("the case log of a case", "pk_case_log", () -> ledger.entries(SOME)),
                new Question("the files of a case", "uq_evidence_", () -> evidence.of(SOME.value())),
                new Question("running clocks of a case", "clock", () -> clocks.running(SOME)),
                new Question(
                        "clocks becoming overdue",
                        "ix_clock_becoming_overdue",
                        () -> clocks.becomingOverdue(day, LONG_AGO, 200)),
                new Question("rungs that are due", "ix_rung_waiting", () -> rungs.hazardsWithDueRung(LONG_AGO, 200)),
                new Question("rungs of a case that are due", "rung", () -> rungs.nextWake(SOME)),
                new Question(
                        "the letters of a case",
                        "pk_letter_line",
                        () -> letters.of(SOME, county.person("office1").person())),
                new Question("letters that wait", "ix_letter_open", () -> letters.waiting()),
                new Question("mails that are due", "ix_mail_outbox_due", () -> MailClaim.of(application, LONG_AGO)),
                new Question("the open task of a case", "act_idx_exec_buskey", () -> cases.openTask(SOME.value())),
                new Question(
                        "my tasks",
                        "act_idx_task_assignee",
                        () -> tasks.createTaskQuery().taskAssignee("safety-000").list()),
                new Question(
                        "tasks offered to my unit",
                        "act_idx_tskass_task",
                        () -> tasks.createTaskQuery()
                                .taskCandidateGroupIn(List.of("yaodu"))
                                .taskUnassigned()
                                .listPage(0, 15))));
        return questions;
    }

    @TestFactory
    Stream<DynamicTest> noQuestionReadsALargeTableFromEndToEnd() {
        var owner = JdbcClient.create(new DriverManagerDataSource(
                environment.getRequiredProperty("spring.datasource.url"), TestDatabase.OWNER, TestDatabase.PASSWORD));
        owner.sql("grant maintain on " + String.join(", ", LARGE) + " to " + TestDatabase.APP)
                .update();
        var answers = new ArrayList<Answer>();
        statements.of(() -> transaction.executeWithoutResult(rolledBack -> {
            rolledBack.setRollbackOnly();
            fill();
            questions().forEach(question -> answers.add(new Answer(question, statements.plansOf(question.asked))));
        }));
        owner.sql("revoke maintain on " + String.join(", ", LARGE) + " from " + TestDatabase.APP)
                .update();
        owner.sql("vacuum analyze " + String.join(", ", LARGE)).update();
        return answers.stream().map(answer -> dynamicTest(answer.question.name, answer::check));
    }

    private record Answer(Question question, List<Plan> plans) {
        void check() {
            assertThat(plans)
                    .isNotEmpty()
                    .allSatisfy(plan -> assertThat(CAPPED.matcher(plan.text()).replaceAll(""))
                            .as(plan.sql())
                            .doesNotContainPattern(FROM_END_TO_END));
            assertThat(plans)
                    .as("plans")
                    .anySatisfy(plan -> assertThat(plan.text()).contains(question.index));
        }
    }

    private void fill() {
        try {
            var script = new ClassPathResource("plans/crowded-county.sql").getContentAsString(StandardCharsets.UTF_8);
            for (var statement : script.replaceAll("--[^\n]*", "").split(";\\s*\n", -1)) {
                if (!statement.isBlank()) {
                    jdbc.sql(statement).update();
                }
            }
            jdbc.sql("analyze " + String.join(", ", LARGE)).update();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void twoPages(LedgerQuery query) {
        var office = county.person("office1").person();
        var next = ledger.search(query, office).next();
        assertThat(next).isNotNull();
        ledger.search(new Wish().sorted(query.sort()).after(next).query(), office);
    }

    private String someEnterprise() {
        return jdbc.sql("select min(credit_code) from enterprise")
                .query(String.class)
                .single();
    }

    /** A search with one wish at a time. */
    private static final class Wish {
        private Set<Status> statuses = Set.of();
        private @Nullable String region;
        private @Nullable String enterprise;
        private @Nullable LocalDate overdueOn;
        private @Nullable LocalDate found;
        private @Nullable String text;
        private @Nullable String after;
        private Sort sort = Sort.REGISTERED;

        Wish status(Status status) {
            statuses = Set.of(status);
            return this;
        }

        Wish region(String code) {
            region = code;
            return this;
        }

        Wish enterprise(String code) {
            enterprise = code;
            return this;
        }

        Wish overdueOn(LocalDate day) {
            overdueOn = day;
            return this;
        }

        Wish found(LocalDate day) {
            found = day;
            return this;
        }

        Wish text(String words) {
            text = words;
            return this;
        }

        Wish sorted(Sort by) {
            sort = by;
            return this;
        }

        Wish after(@Nullable String place) {
            after = place;
            return this;
        }

        LedgerQuery query() {
            return new LedgerQuery(
                    statuses,
                    null,
                    region,
                    null,
                    enterprise,
                    null,
                    overdueOn,
                    found,
                    found,
                    null,
                    null,
                    text,
                    sort,
                    true,
                    50,
                    after);
        }
    }
}
