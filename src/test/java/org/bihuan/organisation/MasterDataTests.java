package org.bihuan.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.bihuan.TestDatabase;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

class MasterDataTests {
    private static final CountyFiles SAMPLE = SampleCounty.FILES;
    private static final UnitCode XIANGYU = UnitCode.of("xiangyu");

    private DataSource database;
    private Node node;

    @BeforeEach
    void freshCounty() {
        var fresh = TestDatabase.fresh();
        Flyway.configure()
                .dataSource(fresh.owner())
                .locations("classpath:db/migration/organisation")
                .load()
                .migrate();
        database = fresh.app();
        node = new Node(database);
    }

    @Test
    void theSampleCountyComesInWhole() {
        SAMPLE.handTo(node.masterData());

        var organisation = node.organisation();
        assertThat(organisation.unitAliases()).hasSize(129).isEqualTo(SAMPLE.unitAliases());
        assertAlike(organisation.regions(), 18, SAMPLE.regions());
        assertAlike(organisation.units(), 42, SAMPLE.units());
        assertAlike(organisation.industries(), 24, SAMPLE.industries());
        assertAlike(organisation.enterprises(), 120, SAMPLE.enterprises());
        assertAlike(organisation.people(), 332, SAMPLE.people());
        assertThat(organisation.county().shortCode()).isEqualTo("000");
    }

    @Test
    void comingInAgainChangesNoRow() {
        SAMPLE.handTo(node.masterData());
        var before = rowVersions();

        SAMPLE.handTo(node.masterData());

        assertThat(rowVersions()).isNotEmpty().isEqualTo(before);
    }

    @Test
    void twoNodesThatStartTogetherLeaveOneWholeCounty() {
        try (var otherNode = new Node(database)) {
            var together = new CountDownLatch(2);
            var first = CompletableFuture.runAsync(() -> takeInTogether(node, together));
            var second = CompletableFuture.runAsync(() -> takeInTogether(otherNode, together));
            CompletableFuture.allOf(first, second).join();

            node.looksAtTheVersion();
            otherNode.looksAtTheVersion();
            assertThat(node.organisation().people()).hasSize(332);
            assertThat(otherNode.organisation().people())
                    .isEqualTo(node.organisation().people());
        }
    }

    @Test
    void whoHearsOfNewPeopleSeesThemWithinTheTransaction() {
        SAMPLE.handTo(node.masterData());

        assertThat(node.peopleWatch().seen()).containsExactly(332);
    }

    @Test
    void aChangeThatIsTakenBackIsForgotten() {
        SAMPLE.handTo(node.masterData());

        node.transaction().executeWithoutResult(transaction -> {
            takeIn(clerk("newcomer", XIANGYU, Role.INSPECTOR));
            assertThat(node.organisation().person(PersonId.of("newcomer"))).isPresent();
            transaction.setRollbackOnly();
        });

        assertThat(node.organisation().person(PersonId.of("newcomer"))).isEmpty();
    }

    @Test
    void nobodyElseSeesAChangeBeforeItsCommit() {
        SAMPLE.handTo(node.masterData());

        node.transaction().executeWithoutResult(transaction -> {
            takeIn(clerk("newcomer", XIANGYU, Role.INSPECTOR));
            assertThat(seenByAnotherThread(PersonId.of("newcomer"))).isEmpty();
        });

        assertThat(seenByAnotherThread(PersonId.of("newcomer"))).isPresent();
    }

    @Test
    void anotherNodeFollowsWhenItLooksAtTheVersion() {
        SAMPLE.handTo(node.masterData());
        try (var otherNode = new Node(database)) {
            assertThat(otherNode.organisation().people()).hasSize(332);

            takeIn(clerk("newcomer", XIANGYU, Role.INSPECTOR));
            assertThat(otherNode.organisation().people()).hasSize(332);
            otherNode.looksAtTheVersion();

            assertThat(otherNode.organisation().people()).hasSize(333);
        }
    }

    @Test
    void rolesAndTradesTakenAwayAreGoneAndPeopleNotListedStay() {
        SAMPLE.handTo(node.masterData());
        var chemicals = UnitCode.of("emb-chem");
        var both = person("head-qingshan");
        assertThat(both.roles()).hasSizeGreaterThan(1);

        node.masterData()
                .takeIn(
                        List.of(),
                        List.of(withIndustries(
                                node.organisation().unit(chemicals).orElseThrow(), Set.of("HAZCHEM"))),
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of(withRoles(both, Set.of(Role.UNIT_LEADER))));

        assertThat(person("head-qingshan").roles()).containsExactly(Role.UNIT_LEADER);
        assertThat(node.organisation().unit(chemicals).orElseThrow().industries())
                .containsExactly("HAZCHEM");
        assertThat(node.organisation().people()).hasSize(332);
    }

    @Test
    void whoHasLeftIsNoLongerAmongThePeopleOfTheUnit() {
        SAMPLE.handTo(node.masterData());
        var inspector =
                node.organisation().peopleOf(XIANGYU, Set.of(Role.INSPECTOR)).get(0);

        takeIn(new Person(
                inspector.id(), inspector.name(), inspector.email(), XIANGYU, null, inspector.roles(), false));

        assertThat(node.organisation().peopleOf(XIANGYU, Set.of(Role.INSPECTOR)))
                .doesNotContain(inspector);
        assertThat(person(inspector.id().value()).active()).isFalse();
    }

    @Test
    void anEnterpriseThatIsRenamedIsStillFoundByItsOldName() {
        SAMPLE.handTo(node.masterData());
        var before = node.organisation().enterprises().get(0);

        node.masterData()
                .takeIn(List.of(), List.of(), Map.of(), List.of(), List.of(renamed(before, "东至县改名示例有限公司")), List.of());

        assertThat(node.organisation().enterpriseNamed(before.name()))
                .map(Enterprise::name)
                .contains("东至县改名示例有限公司");
    }

    @Test
    void aFileWithOneWrongRowChangesNothing() {
        SAMPLE.handTo(node.masterData());
        var stranger = new Person(PersonId.of("stranger"), "无归属", null, null, null, Set.of(Role.EXPERT), true);

        assertThatThrownBy(() -> takeIn(clerk("newcomer", XIANGYU, Role.INSPECTOR), stranger))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("ck_person_is_of_a_unit_or_of_an_enterprise");

        assertThat(node.organisation().people()).hasSize(332);
        assertThat(JdbcClient.create(database)
                        .sql("select count(*) from person")
                        .query(Long.class)
                        .single())
                .isEqualTo(332);
    }

    @Test
    void theSafetyOfficerIsOneOfTheEnterprisesOwnPeople() {
        SAMPLE.handTo(node.masterData());
        var first = node.organisation().enterprises().get(0);
        var second = node.organisation().enterprises().get(1);

        assertThatThrownBy(() -> node.masterData()
                        .takeIn(
                                List.of(),
                                List.of(),
                                Map.of(),
                                List.of(),
                                List.of(withSafetyOfficer(first, second.safetyOfficer())),
                                List.of()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("fk_enterprise_safety_officer");
    }

    /** Aliases and former names may come in any order. */
    private static <T> void assertAlike(List<T> taken, int size, List<T> given) {
        assertThat(taken).hasSize(size);
        assertThat(taken).usingRecursiveComparison().ignoringCollectionOrder().isEqualTo(given);
    }

    private static void takeInTogether(Node node, CountDownLatch together) {
        together.countDown();
        try {
            together.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        SAMPLE.handTo(node.masterData());
    }

    private void takeIn(Person... people) {
        node.masterData().takeIn(List.of(), List.of(), Map.of(), List.of(), List.of(), List.of(people));
    }

    private Person person(String id) {
        return node.organisation().person(PersonId.of(id)).orElseThrow();
    }

    private Optional<Person> seenByAnotherThread(PersonId id) {
        var seen = new CompletableFuture<Optional<Person>>();
        new Thread(() -> seen.complete(node.organisation().person(id))).start();
        return seen.join();
    }

    /** Which write of which transaction every row comes from. */
    private List<String> rowVersions() {
        return List.of(
                        "region",
                        "region_alias",
                        "unit",
                        "unit_alias",
                        "unit_industry",
                        "industry",
                        "enterprise",
                        "enterprise_former_name",
                        "person",
                        "person_role")
                .stream()
                .flatMap(table -> JdbcClient.create(database)
                        .sql("select ctid || ' ' || xmin from " + table + " order by ctid")
                        .query(String.class)
                        .stream()
                        .map(version -> table + " " + version))
                .toList();
    }

    private static Person clerk(String id, UnitCode unit, Role role) {
        return new Person(PersonId.of(id), "新来的人", id + "@bihuan.example", unit, null, Set.of(role), true);
    }

    private static Person withRoles(Person person, Set<Role> roles) {
        return new Person(person.id(), person.name(), person.email(), person.unit(), person.enterprise(), roles, true);
    }

    private static Unit withIndustries(Unit unit, Set<String> industries) {
        return new Unit(unit.code(), unit.name(), unit.kind(), unit.region(), industries, unit.mailbox());
    }

    private static Enterprise renamed(Enterprise e, String name) {
        return new Enterprise(
                e.code(),
                name,
                List.of(),
                e.region(),
                e.industry(),
                e.riskGrade(),
                e.address(),
                e.employees(),
                e.principal(),
                e.safetyOfficer(),
                e.mailbox());
    }

    private static Enterprise withSafetyOfficer(Enterprise e, @Nullable PersonId officer) {
        return new Enterprise(
                e.code(),
                e.name(),
                e.formerNames(),
                e.region(),
                e.industry(),
                e.riskGrade(),
                e.address(),
                e.employees(),
                e.principal(),
                officer,
                e.mailbox());
    }
}
