package org.bihuan.deadline.adapter.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.bihuan.deadline.CaseTraits;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.application.DeadlineTables;
import org.bihuan.deadline.domain.Step;
import org.bihuan.deadline.domain.Term;
import org.bihuan.engine.Decisions;
import org.bihuan.organisation.Industry;
import org.bihuan.organisation.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Reads {@code deadline.dmn} and {@code ladder.dmn}. */
@Component
class DecisionTables implements DeadlineTables {
    private final Decisions decisions;
    private final Predicate<String> isHighRisk;

    @Autowired
    DecisionTables(Decisions decisions, Organisation organisation) {
        this(
                decisions,
                industry ->
                        organisation.industry(industry).map(Industry::highRisk).orElse(false));
    }

    /** @param isHighRisk asked with the code of an industry */
    DecisionTables(Decisions decisions, Predicate<String> isHighRisk) {
        this.decisions = decisions;
        this.isHighRisk = isHighRisk;
    }

    @Override
    public Term term(Purpose purpose, CaseTraits of, boolean immediate) {
        var asked = asked(of);
        asked.put("purpose", purpose.name());
        asked.put("immediate", immediate);
        var row = inForceFor(of).row("deadline", asked);
        return new Term(
                number(row, "days"),
                Term.Unit.valueOf(text(row, "unit")),
                Boolean.TRUE.equals(row.get("rollOver")),
                number(row, "earliest"),
                number(row, "latest"),
                number(row, "soonDays"));
    }

    @Override
    public int version(CaseTraits of) {
        return inForceFor(of).version("deadline");
    }

    @Override
    public List<Step> ladder(ClockKind clock, CaseTraits of) {
        var asked = asked(of);
        asked.put("clock", clock.name());
        return inForceFor(of).rows("ladder", asked).stream()
                .map(row -> new Step(
                        text(row, "step"),
                        text(row, "audience"),
                        text(row, "action"),
                        ifAny(row, "supervision"),
                        ifAny(row, "letter")))
                .toList();
    }

    /** A changed table is for new cases only (5.1). */
    private Decisions inForceFor(CaseTraits of) {
        return of.registeredAt() == null ? decisions : decisions.asOf(of.registeredAt());
    }

    private Map<String, Object> asked(CaseTraits of) {
        var asked = new HashMap<String, Object>();
        asked.put("grade", of.grade().name());
        asked.put("source", of.source().name());
        asked.put("highRisk", of.industry() != null && isHighRisk.test(of.industry()));
        return asked;
    }

    /** A dash stands for nothing, so that no cell of the table is empty. */
    private static @Nullable String ifAny(Map<String, Object> row, String column) {
        var text = text(row, column);
        return text.equals("-") ? null : text;
    }

    private static String text(Map<String, Object> row, String column) {
        return Objects.requireNonNull(row.get(column), column).toString();
    }

    private static int number(Map<String, Object> row, String column) {
        return Integer.parseInt(text(row, column));
    }
}
