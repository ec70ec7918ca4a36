package org.bihuan.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bihuan.organisation.StandIns.Absence;

/** Who is there instead of whom, without a database. */
class StandInsTests {
    private static final Organisation COUNTY = SampleCounty.organisation();
    private static final LocalDate DAY = LocalDate.of(2026, 10, 12);

    @Example
    void theNamedSubstituteDoesTheWorkAlone() {
        assertThat(workersFor("safety-010", away("safety-010", "principal-010")))
                .containsExactly("principal-010");
    }

    @Example
    void whoIsAwayHimselfIsReplacedByTheUnitsLeaderAndNotByHisOwnSubstitute() {
        var bothInspectors = List.of(away("inspector-yaodu", "head-yaodu"), away("head-yaodu", "inspector-yaodu"));

        // Each names the other; nobody of the unit is there, so the committee office is.
        assertThat(workersFor("inspector-yaodu", bothInspectors)).containsExactly("head-office", "office1", "office2");
        assertThat(workersFor("head-yaodu", bothInspectors)).containsExactly("head-office", "office1", "office2");
    }

    @Example
    void theWorkOfAnEnterpriseNeverLeavesItButItsMailIsRead() {
        var absences = absences(List.of(away("safety-010", "principal-010"), away("principal-010", "safety-010")));

        assertThat(absences.get(PersonId.of("safety-010")))
                .isEqualTo(new Absence(PersonId.of("safety-010"), List.of(), ids("head-office", "office1", "office2")));
    }

    @Example
    void whoMayNotDoTheWorkAnyMoreDoesNot() {
        // A stranger of another enterprise, as if he had changed it after he was named.
        assertThat(workersFor("safety-010", away("safety-010", "principal-011")))
                .containsExactly("principal-010");
    }

    @Example
    void rolesThatReachBeyondTheUnitAreNotLent() {
        assertThat(fitness("office2", "office1")).isEqualTo(Fitness.FIT);
        assertThat(fitness("leader1", "office1")).isEqualTo(Fitness.LACKS_THE_ROLE);
        assertThat(fitness("office1", "leader1")).isEqualTo(Fitness.LACKS_THE_ROLE);
        assertThat(fitness("clerk1", "inspector-emb-general")).isEqualTo(Fitness.LACKS_THE_ROLE);
        assertThat(fitness("inspector-emb-general", "clerk1")).isEqualTo(Fitness.LACKS_THE_ROLE);
        assertThat(fitness("inspector-yaodu", "head-yaodu")).isEqualTo(Fitness.FIT);
        assertThat(fitness("safety-010", "principal-010")).isEqualTo(Fitness.FIT);
        assertThat(fitness("head-yaodu", "head-yaodu")).isEqualTo(Fitness.HIMSELF);
        assertThat(fitness("head-muta", "head-yaodu")).isEqualTo(Fitness.NOT_A_COLLEAGUE);
    }

    @Example
    void aPeriodHoldsOnItsFirstAndOnItsLastDayAndNotBesideThem() {
        var period = new Substitution(
                PersonId.of("safety-010"),
                PersonId.of("principal-010"),
                DAY,
                DAY.plusDays(2),
                Instant.parse("2026-10-01T00:00:00Z"),
                null);

        assertThat(List.of(-1, 0, 2, 3))
                .extracting(days -> period.holds(DAY.plusDays(days)))
                .containsExactly(false, true, true, false);
    }

    /** One hop never goes round in a circle, whoever names whom: nobody who is away stands in, and nobody for himself. */
    @Property(tries = 300)
    void nobodyWhoIsAwayStandsInForAnybody(@ForAll("plans") Map<String, String> plan) {
        var periods = new ArrayList<Substitution>();
        plan.forEach((person, substitute) -> {
            if (!person.equals(substitute)) {
                periods.add(away(person, substitute));
            }
        });
        var absences = absences(periods);

        var away = new HashSet<>(absences.keySet());
        assertThat(away).hasSameSizeAs(periods);
        absences.values().forEach(absence -> {
            assertThat(absence.workers()).doesNotContainAnyElementsOf(away);
            assertThat(absence.readers()).doesNotContainAnyElementsOf(away).doesNotHaveDuplicates();
            assertThat(absence.readers()).containsAll(absence.workers());
        });
    }

    @Provide
    Arbitrary<Map<String, String>> plans() {
        var people = Arbitraries.of(
                "inspector-yaodu",
                "head-yaodu",
                "office1",
                "office2",
                "leader1",
                "safety-010",
                "principal-010",
                "safety-011");
        return Arbitraries.maps(people, people).ofMaxSize(8);
    }

    private static List<String> workersFor(String person, Substitution... periods) {
        return workersFor(person, List.of(periods));
    }

    private static List<String> workersFor(String person, List<Substitution> periods) {
        return Objects.requireNonNull(absences(periods).get(PersonId.of(person))).workers().stream()
                .map(PersonId::value)
                .toList();
    }

    private static Map<PersonId, Absence> absences(List<Substitution> periods) {
        return new Absences(COUNTY, periods).all();
    }

    private static Substitution away(String person, String substitute) {
        return new Substitution(
                PersonId.of(person), PersonId.of(substitute), DAY, DAY, Instant.parse("2026-10-01T00:00:00Z"), null);
    }

    private static Fitness fitness(String substitute, String person) {
        return Fitness.of(
                COUNTY.person(PersonId.of(substitute)).orElseThrow(),
                COUNTY.person(PersonId.of(person)).orElseThrow());
    }

    private static List<PersonId> ids(String... people) {
        return List.of(people).stream().map(PersonId::of).toList();
    }
}
