package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bihuan.diagram.DecisionProof;
import org.bihuan.diagram.DecisionProof.Question;
import org.bihuan.hazard.Grade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code extension-limits.dmn} and {@code extension-decider.dmn} row by row (4.4). */
class ExtensionTablesTests {
    private static final DecisionProof LIMITS = DecisionProof.of("rectification", "extension-limits");
    private static final DecisionProof DECIDER = DecisionProof.of("rectification", "extension-decider");

    static Stream<Arguments> questions() {
        return Stream.of(LIMITS, DECIDER)
                .flatMap(table -> table.questions().stream().map(question -> Arguments.of(table, question)));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void oneRowAnswersWithItsSource(DecisionProof table, Question question) {
        assertThat(question.expected()).hasSize(1);
        table.check(question);
    }

    @Test
    void noRowIsIdle() {
        LIMITS.checkThatEveryRowIsHit();
        DECIDER.checkThatEveryRowIsHit();
    }

    @Test
    void everyRequestHasItsDecider() {
        LIMITS.checkThatEveryQuestionIsExpected(Map.of("grade", List.of(Grade.values())));
        DECIDER.checkThatEveryQuestionIsExpected(Map.of(
                "grade",
                List.of(Grade.values()),
                "days",
                List.of("1", "30", "31", "90", "91"),
                "late",
                List.of(true, false)));
    }
}
