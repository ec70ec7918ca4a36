package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.Statements;
import org.bihuan.evidence.Stage;
import org.bihuan.hazard.HazardNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the life of one general hazard costs in statements: ours and the engine's, each round trip once. A count is stable where
 * time is not. Who raises a number says why in the commit, and in docs/operations/measurements.md.
 */
@CountyTest
class StatementBudgetTests {
    /** Measured, and two more. */
    private static final Map<String, Integer> BUDGET =
            Map.of("register", 39, "accept", 47, "photograph", 11, "report", 60, "judge and close", 68);

    @Autowired
    County county;

    @Autowired
    Statements statements;

    private County.Actor inspector;
    private County.Actor safety;

    @BeforeEach
    void people() {
        inspector = county.person("inspector-yaodu");
        safety = county.person("safety-010");
        county.todayIs("2026-09-24");
    }

    @Test
    void aGeneralHazardsLifeStaysWithinItsBudget() {
        life(); // what is looked up once a start

        var life = life();

        assertThat(life.keySet()).isEqualTo(BUDGET.keySet());
        assertThat(life)
                .allSatisfy((step, said) -> assertThat(said)
                        .as(() -> step + ": " + said.size() + " statements\n" + String.join("\n", said))
                        .hasSizeLessThanOrEqualTo(BUDGET.getOrDefault(step, 0)));
    }

    /** The price of a step must not grow with what the case has behind it. */
    @Test
    void theThirdRoundCostsNoMoreThanTheFirst() {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12"));
        safety.accepts(hazard);
        var first = round(hazard);
        round(hazard);

        assertThat(round(hazard)).isLessThanOrEqualTo(first);
    }

    private int round(HazardNumber hazard) {
        return statements
                .of(() -> {
                    safety.rectifies(hazard);
                    inspector.judges(hazard, Verdict.UNQUALIFIED, "锁具未装");
                })
                .size();
    }

    private Map<String, List<String>> life() {
        var number = new HazardNumber[1];
        var steps = new LinkedHashMap<String, Runnable>();
        steps.put(
                "register",
                () -> number[0] = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-12")));
        steps.put("accept", () -> safety.accepts(number[0]));
        steps.put("photograph", () -> safety.photographs(number[0], Stage.AFTER));
        steps.put("report", () -> safety.reportsCompletion(number[0]));
        steps.put("judge and close", () -> inspector.judges(number[0], Verdict.QUALIFIED, "现场核实"));
        return steps.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        step -> statements.of(step.getValue()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}
