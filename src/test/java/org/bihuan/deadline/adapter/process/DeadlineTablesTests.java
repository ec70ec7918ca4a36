package org.bihuan.deadline.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bihuan.calendar.ShippedWorkingDays;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.deadline.CaseTraits;
import org.bihuan.deadline.application.DeadlineTables;
import org.bihuan.deadline.application.DeadlineTables.Purpose;
import org.bihuan.deadline.domain.DueDayLiesInTheBand;
import org.bihuan.deadline.domain.Term;
import org.bihuan.diagram.DecisionProof;
import org.bihuan.diagram.DecisionProof.Question;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code deadline.dmn}: how long everything may take, row by row, and at its edges (5.1, 4.5). */
class DeadlineTablesTests {
    private static final DecisionProof TABLE = DecisionProof.of("deadline", "deadline");

    private final DeadlineTables tables = new DecisionTables(TABLE.decisions(), industry -> false);
    private final WorkingDays days = ShippedWorkingDays.get();

    static List<Question> questions() {
        return TABLE.questions();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void oneRowAnswersWithTermAndSource(Question question) {
        assertThat(question.expected()).hasSize(1);
        TABLE.check(question);
    }

    @Test
    void noRowIsIdle() {
        TABLE.checkThatEveryRowIsHit();
    }

    @Test
    void everyPurposeAndGradeHasItsTerm() {
        TABLE.checkThatEveryQuestionIsExpected(Map.of(
                "purpose", List.of(Purpose.values()),
                "grade", List.of(Grade.values()),
                "immediate", List.of(true, false)));
    }

    @Test
    void aForeignWordHasNoTerm() {
        TABLE.checkThatAForeignWordHitsNothing("purpose");
    }

    /** Real days; the odd ones: 1 to 8 October and 25 to 27 September are off, 20 September is a make-up Sunday. */
    @ParameterizedTest
    @CsvSource({
        "ACCEPT,  GENERAL, false, 2026-09-18, 2026-09-21",
        "ACCEPT,  MAJOR,   false, 2026-09-24, 2026-09-29",
        "RECTIFY, GENERAL, false, 2026-09-18, 2026-10-08",
        "RECTIFY, GENERAL, false, 2026-09-05, 2026-09-20",
        "RECTIFY, GENERAL, true,  2026-09-30, 2026-10-01",
        "RECTIFY, MAJOR,   false, 2026-07-03, 2026-10-08",
        "VERIFY,  GENERAL, false, 2026-04-30, 2026-05-11",
        "VERIFY,  MAJOR,   false, 2026-02-06, 2026-02-24",
        "REWORK,  GENERAL, true,  2026-09-30, 2026-10-01",
        "REWORK,  GENERAL, false, 2026-09-24, 2026-09-30",
        "REWORK,  MAJOR,   false, 2026-02-13, 2026-03-05"
    })
    void termsEndOnTheRightDay(Purpose purpose, Grade grade, boolean immediate, LocalDate from, LocalDate to) {
        assertThat(term(purpose, grade, immediate).from(from, days).date()).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "GENERAL, -1, true",
        "GENERAL, 0, false",
        "GENERAL, 30, false",
        "GENERAL, 31, true",
        "MAJOR, 4, true",
        "MAJOR, 5, false",
        "MAJOR, 180, false",
        "MAJOR, 181, true"
    })
    void aNamedDayMustLieInTheBand(Grade grade, int afterDays, boolean refused) {
        var assignedOn = LocalDate.parse("2026-03-02");
        var named = assignedOn.plusDays(afterDays);

        assertThat(new DueDayLiesInTheBand(assignedOn, named, term(Purpose.RECTIFY, grade, false)).isBroken())
                .isEqualTo(refused);
    }

    /** A general hazard due at most one day after its assignment is immediate, and stays so when it comes back (4.5). */
    @Test
    void reworkOfAnImmediateHazardIsAsShortAsItsFirstTerm() {
        assertThat(term(Purpose.REWORK, Grade.GENERAL, true).days())
                .isEqualTo(term(Purpose.RECTIFY, Grade.GENERAL, true).days());
    }

    private Term term(Purpose purpose, Grade grade, boolean immediate) {
        return tables.term(purpose, CaseTraits.coming(grade, Source.ROUTINE_INSPECTION, null), immediate);
    }
}
