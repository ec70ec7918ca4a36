package org.bihuan.deadline.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bihuan.deadline.CaseTraits;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.application.DeadlineTables;
import org.bihuan.deadline.domain.Step;
import org.bihuan.diagram.DecisionProof;
import org.bihuan.diagram.DecisionProof.Question;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code ladder.dmn}: who hears what how long before and after the due day (5.3, 5.4). Who changes a rung changes
 * {@code decisions/ladder.csv} too.
 */
class LadderTests {
    private static final DecisionProof TABLE = DecisionProof.of("deadline", "ladder");
    private static final Pattern STEP = Pattern.compile("START|CATCHUP|EVERY\\+[1-9]\\d*|0|[+-][1-9]\\d*");
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages/deadline", Locale.ROOT);

    private final DeadlineTables tables = new DecisionTables(TABLE.decisions(), industry -> false);

    static List<Question> questions() {
        return TABLE.questions();
    }

    static Stream<Arguments> ladders() {
        return Stream.of(ClockKind.values())
                .flatMap(clock -> Stream.of(Grade.values()).map(grade -> Arguments.of(clock, grade)));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theLadderHasTheseRungsEachWithItsSource(Question question) {
        TABLE.check(question);
    }

    @Test
    void noRowIsIdle() {
        TABLE.checkThatEveryRowIsHit();
    }

    @Test
    void everyClockHasALadderForEveryGrade() {
        TABLE.checkThatEveryQuestionIsExpected(
                Map.of("clock", List.of(ClockKind.values()), "grade", List.of(Grade.values())));
    }

    @Test
    void aForeignWordHasNoLadder() {
        TABLE.checkThatAForeignWordHitsNothing("clock");
    }

    /** Once: two rungs of one step would be one row in the database (N2). */
    @ParameterizedTest
    @MethodSource("ladders")
    void noRungStandsTwice(ClockKind clock, Grade grade) {
        assertThat(steps(clock, grade)).doesNotHaveDuplicates().allMatch(STEP.asMatchPredicate());
    }

    @ParameterizedTest
    @MethodSource("ladders")
    void everyClockIsToldOfOnItsDueDayAndTheDayAfter(ClockKind clock, Grade grade) {
        assertThat(steps(clock, grade)).contains("0", "+1");
    }

    /** A running clock always has a next rung (5.4). */
    @ParameterizedTest
    @MethodSource("ladders")
    void behindTheLastRungTheLadderGoesOn(ClockKind clock, Grade grade) {
        assertThat(steps(clock, grade)).endsWith("EVERY+5");
    }

    /** The table is read from top to bottom by people who change it. */
    @ParameterizedTest
    @MethodSource("ladders")
    void rungsStandInTheOrderOfTheirDays(ClockKind clock, Grade grade) {
        assertThat(ladder(clock, grade).stream().filter(Step::isOffset).map(Step::offset))
                .isSorted();
    }

    @ParameterizedTest
    @MethodSource("ladders")
    void whatIsDoneAndWhoIsToldCanBeSaidInWords(ClockKind clock, Grade grade) {
        assertThat(ladder(clock, grade)).allSatisfy(step -> {
            assertThat(WORDS.keySet()).contains("action." + step.action() + "." + clock);
            var audience = Arrays.stream(step.audience().split(",", -1))
                    .map(String::strip)
                    .toList();
            assertThat(audience)
                    .doesNotHaveDuplicates()
                    .allSatisfy(name -> assertThat(WORDS.keySet()).contains("audience." + name));
        });
    }

    /** A major is never told to fewer people than a general hazard, and never later. */
    @ParameterizedTest
    @MethodSource("clocks")
    void aMajorIsToldToNoFewerThanAGeneralHazard(ClockKind clock) {
        var major = ladder(clock, Grade.MAJOR);
        assertThat(ladder(clock, Grade.GENERAL))
                .allSatisfy(general -> assertThat(major)
                        .filteredOn(step -> step.step().equals(general.step()))
                        .singleElement()
                        .satisfies(same -> assertThat(audience(same)).containsAll(audience(general))));
    }

    static ClockKind[] clocks() {
        return ClockKind.values();
    }

    private static Set<String> audience(Step step) {
        return new HashSet<>(Arrays.asList(step.audience().split(",\\s*", -1)));
    }

    private List<String> steps(ClockKind clock, Grade grade) {
        return ladder(clock, grade).stream().map(Step::step).toList();
    }

    private List<Step> ladder(ClockKind clock, Grade grade) {
        return tables.ladder(clock, CaseTraits.coming(grade, Source.ROUTINE_INSPECTION, null));
    }
}
