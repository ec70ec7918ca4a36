package org.bihuan.deadline.adapter.process;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.application.DeadlineTables;
import org.bihuan.deadline.domain.Step;
import org.bihuan.deadline.domain.Term;
import org.bihuan.engine.Decisions;
import org.bihuan.hazard.Grade;
import org.springframework.stereotype.Component;

/** Reads {@code deadline.dmn} and {@code ladder.dmn}. */
@Component
class DecisionTables implements DeadlineTables {
    private final Decisions decisions;

    DecisionTables(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Term term(Purpose purpose, Grade grade, boolean immediate) {
        var row = decisions.row(
                "deadline", Map.of("purpose", purpose.name(), "grade", grade.name(), "immediate", immediate));
        return new Term(
                number(row, "days"),
                Term.Unit.valueOf(text(row, "unit")),
                Boolean.TRUE.equals(row.get("rollOver")),
                number(row, "earliest"),
                number(row, "latest"),
                number(row, "soonDays"));
    }

    @Override
    public List<Step> ladder(ClockKind clock, Grade grade) {
        return decisions.rows("ladder", Map.of("clock", clock.name(), "grade", grade.name())).stream()
                .map(row -> new Step(text(row, "step"), text(row, "audience"), text(row, "action")))
                .toList();
    }

    private static String text(Map<String, Object> row, String column) {
        return Objects.requireNonNull(row.get(column), column).toString();
    }

    private static int number(Map<String, Object> row, String column) {
        return Integer.parseInt(text(row, column));
    }
}
