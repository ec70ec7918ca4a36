package org.bihuan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.bihuan.CountyTest;
import org.bihuan.Statements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CountyTest
class DecisionsTests {
    @Autowired
    Decisions decisions;

    @Autowired
    Statements statements;

    @Test
    void aTableAnswersWithTheRowThatHits() {
        assertThat(decisions.row("engine-proof-terms", Map.of("grade", "MAJOR")))
                .containsOnly(Map.entry("days", 30), Map.entry("strict", true));
    }

    @Test
    void aTableThatWasAskedBeforeCostsNoStatement() {
        decisions.rows("engine-proof-terms", Map.of("grade", "MAJOR"));

        assertThat(statements.of(() -> decisions.rows("engine-proof-terms", Map.of("grade", "GENERAL"))))
                .isEmpty();
    }

    @Test
    void aHoleInATableIsADefect() {
        assertThat(decisions.rows("engine-proof-terms", Map.of("grade", "NONE")))
                .isEmpty();
        assertThatThrownBy(() -> decisions.row("engine-proof-terms", Map.of("grade", "NONE")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> decisions.row("no-such-table", Map.of())).isInstanceOf(IllegalStateException.class);
    }
}
