package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.CountyTest;
import org.bihuan.diagram.DecisionProof;
import org.bihuan.diagram.DecisionProof.Question;
import org.bihuan.hazard.Category;
import org.bihuan.hazard.Finding;
import org.bihuan.hazard.Grade;
import org.bihuan.organisation.UnitCode;
import org.bihuan.rectification.application.Routing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code routing.dmn} row by row, and the units it comes to in the sample county (4.7). */
@CountyTest
class RoutingTests {
    private static final DecisionProof TABLE = DecisionProof.of("rectification", "routing");

    @Autowired
    Routing routing;

    static List<Question> questions() {
        return TABLE.questions();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void oneRowAnswersWithItsSource(Question question) {
        assertThat(question.expected()).hasSize(1);
        TABLE.check(question);
    }

    @Test
    void noRowIsIdle() {
        TABLE.checkThatEveryRowIsHit();
    }

    @Test
    void everyCaseIsRouted() {
        TABLE.checkThatEveryQuestionIsExpected(Map.of(
                "findingUnitCompetent", List.of(true, false),
                "publicHazard", List.of(true, false),
                "grade", List.of(Grade.values()),
                "highRisk", List.of(true, false)));
    }

    /** Yaodu is a town of the county; GAS and ROAD are high risk, HIGHWAY and INDUSTRIAL are not. */
    @ParameterizedTest
    @CsvSource({
        // found by,        responsible, grade,   industry,   followed by
        "inspector's unit,  ,            GENERAL, INDUSTRIAL, yaodu,   yaodu",
        "its industry unit, ,            GENERAL, GAS,        housing, housing",
        "nobody,            ,            GENERAL, GAS,        ,        housing",
        "nobody,            ,            GENERAL, ROAD,       ,        transport",
        "nobody,            ,            GENERAL, HIGHWAY,    ,        yaodu",
        "nobody,            ,            GENERAL, INDUSTRIAL, ,        yaodu",
        "nobody,            ,            GENERAL, ,           ,        yaodu",
        "nobody,            ,            MAJOR,   INDUSTRIAL, ,        emb-trade",
        "nobody,            ,            MAJOR,   ,           ,        ",
        "a foreign unit,    ,            GENERAL, INDUSTRIAL, health,  yaodu",
        "the office,        ,            GENERAL, INDUSTRIAL, office,  yaodu",
        "its own unit,      yaodu,       GENERAL, HIGHWAY,    yaodu,   transport",
        "nobody,            transport,   GENERAL, HIGHWAY,    ,        yaodu",
        "nobody,            yaodu,       GENERAL, ,           ,        "
    })
    void theCaseIsFollowedBy(
            String foundBy,
            @Nullable String responsibleUnit,
            Grade grade,
            @Nullable String industry,
            @Nullable String findingUnit,
            @Nullable String supervisor) {
        var finding = new Finding(grade, Category.OBJECT, "341721100", industry, "一号车间", "配电箱门缺失", null);

        assertThat(routing.supervisorOf(finding, unit(findingUnit), unit(responsibleUnit))
                        .map(UnitCode::value))
                .as(foundBy)
                .isEqualTo(Optional.ofNullable(supervisor));
    }

    private static @Nullable UnitCode unit(@Nullable String code) {
        return code == null ? null : UnitCode.of(code);
    }
}
