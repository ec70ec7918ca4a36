package org.bihuan.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bihuan.TestDatabase;
import org.bihuan.shared.Unfit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Who may do what in the schema, by any name, on the real server. */
@ExtendWith(OutputCaptureExtension.class)
class TwoAccountsTests {
    private static final String ONE_LINE = "the case log is guarded by its hash chain alone";

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void theApplicationsAccountWorksWithRowsAndAddsToTheLogOnly(CapturedOutput output) {
        Parts.migrate(Parts.twoAccounts(database, TestDatabase.OWNER, TestDatabase.APP));

        var asApplication = JdbcClient.create(database.app());
        for (var refused : List.of(
                "create table mine (x int)",
                "alter table hazard add column x int",
                "update case_log set data = '{}'",
                "delete from case_log",
                "truncate case_log cascade",
                "delete from evidence",
                "update decision_version set reason = 'x'",
                "delete from substitute",
                "delete from flyway_schema_history")) {
            assertThatThrownBy(() -> asApplication.sql(refused).update())
                    .as(refused)
                    .rootCause()
                    .message()
                    .containsPattern("permission denied|must be owner");
        }
        assertThat(output).doesNotContain(ONE_LINE);
    }

    @Test
    void theAccountsMayBeCalledAnything(CapturedOutput output) {
        Parts.migrate(Parts.twoAccounts(database, TestDatabase.OWNER, TestDatabase.APP));
        var elsewhere = TestDatabase.fresh();
        elsewhere.asSuperuser(
                "create role \"county-owner\" login password 'test'",
                "create role \"county worker\" login password 'test'",
                "alter schema public owner to \"county-owner\"");

        Parts.migrate(Parts.twoAccounts(elsewhere, "county-owner", "county worker"));

        assertThat(rights(elsewhere, "county-owner", "county worker"))
                .hasSizeGreaterThan(300)
                .isEqualTo(rights(database, TestDatabase.OWNER, TestDatabase.APP));
        assertThat(output).doesNotContain(ONE_LINE);
    }

    @Test
    void aStartThatFindsEverythingInLineChangesNothing() {
        var settings = Parts.twoAccounts(database, TestDatabase.OWNER, TestDatabase.APP);
        Parts.migrate(settings);
        var before = versionsOfTheCatalogue();

        Parts.migrate(settings);

        assertThat(versionsOfTheCatalogue()).isEqualTo(before);
    }

    @Test
    void oneAccountIsEnoughAndTheStartSaysWhatThatMeans(CapturedOutput output) {
        Parts.migrate(Parts.oneAccount(database, TestDatabase.OWNER));

        assertThat(output.getOut().lines().filter(line -> line.contains(ONE_LINE)))
                .hasSize(1);
    }

    @Test
    void anApplicationThatOwnsTheSchemaThroughAnotherRoleIsToldSo(CapturedOutput output) {
        database.asSuperuser("create role county_clerk login superuser password 'test'");

        Parts.migrate(Parts.twoAccounts(database, TestDatabase.OWNER, "county_clerk"));

        assertThat(output.getOut().lines().filter(line -> line.contains(ONE_LINE)))
                .singleElement()
                .asString()
                .contains("county_clerk", "case_log", "decision_version", "evidence", "substitute");
    }

    @Test
    void aStartWithoutTheRightsItNeedsIsRefused() {
        var settings = Parts.twoAccounts(database, TestDatabase.OWNER, TestDatabase.APP);
        Parts.migrate(settings);
        database.asSuperuser("revoke insert on hazard from bihuan_app", "alter table hazard owner to postgres");

        assertThatThrownBy(() -> Parts.migrate(settings))
                .isInstanceOf(Unfit.class)
                .hasMessage("Account bihuan_app lacks rights on 1 tables: hazard (INSERT).");
    }

    @Test
    void anOwnerWhoMayNotCreateTablesIsRefused() {
        assertThatThrownBy(() -> Parts.migrate(Parts.oneAccount(database, TestDatabase.APP)))
                .isInstanceOf(Unfit.class)
                .hasMessage("Account bihuan_app may not create tables in the database.");
    }

    /** It would do nothing where the account has another name; the table's comment takes its place (ADR 14). */
    @Test
    void noMigrationSpeaksToAnAccountByItsName() throws IOException {
        try (var all = Files.walk(Path.of("src/main/resources/db/migration"))) {
            assertThat(all.filter(Files::isRegularFile)
                            .filter(file -> file.getFileName().toString().compareTo("V20261201_1504") > 0))
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(Files.readString(file)).doesNotContain(TestDatabase.APP, TestDatabase.OWNER));
        }
    }

    /** Each table and view with each right, as the server judges. */
    private static List<String> rights(TestDatabase database, String owner, String account) {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), owner, TestDatabase.PASSWORD))
                .sql("""
                        select c.relname || ' ' || one.privilege from pg_class c
                        cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) as one (privilege)
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')
                            and has_table_privilege(:account, c.oid, one.privilege)
                            and (c.relkind <> 'v' or one.privilege = 'SELECT')
                        order by 1
                        """)
                .param("account", account)
                .query(String.class)
                .list();
    }

    /** A grant writes the row of its table anew. */
    private List<String> versionsOfTheCatalogue() {
        return JdbcClient.create(database.owner())
                .sql(
                        "select relname || ' ' || xmin from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'S') order by 1")
                .query(String.class)
                .list();
    }
}
