package org.bihuan.decisions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bihuan.engine.DecisionTable;
import org.bihuan.engine.DecisionTable.Accepted;
import org.bihuan.engine.DecisionTable.Between;
import org.bihuan.engine.DecisionTable.Column;
import org.bihuan.engine.DecisionTable.Exactly;
import org.bihuan.engine.DecisionTable.Row;
import org.bihuan.engine.DecisionTable.Test;
import org.springframework.stereotype.Component;

/** Whether a table may stand in for the one that ships: same columns, cells within their domains, sources, no gap, no overlap. */
@Component
class TableCheck {
    private static final int MOST_ROWS = 500;
    private static final int LONGEST_SOURCE = 500;
    private static final int SHOWN = 20;
    private static final Set<String> COLLECTING = Set.of("COLLECT", "RULE ORDER");

    private final Words words;

    TableCheck(Words words) {
        this.words = words;
    }

    /** @return what is wrong, the cause before its consequences; empty when the table is good */
    List<Complaint> complaints(TableContract contract, DecisionTable given, DecisionTable shipped) {
        if (!covers(contract, shipped)) {
            return List.of(Complaint.of("NO_CONTRACT"));
        }
        var complaints = new ArrayList<>(ofTheForm(given, shipped));
        if (complaints.isEmpty()) {
            given.rows().forEach(row -> ofTheRow(contract, given, row, complaints));
        }
        if (complaints.isEmpty()) {
            ofTheWhole(contract, given, complaints);
        }
        if (complaints.isEmpty()) {
            complaints.addAll(contract.complaints(new RuleTable(given)));
        }
        return complaints;
    }

    /** A column that nobody has said anything about cannot be checked. */
    private static boolean covers(TableContract contract, DecisionTable shipped) {
        return shipped.inputs().stream().map(Column::name).allMatch(contract.inputs()::containsKey)
                && shipped.outputs().stream().map(Column::name).allMatch(contract.outputs()::containsKey);
    }

    private static List<Complaint> ofTheForm(DecisionTable given, DecisionTable shipped) {
        var complaints = new ArrayList<Complaint>();
        if (!given.hitPolicy().equals(shipped.hitPolicy())) {
            complaints.add(Complaint.of("HIT_POLICY", given.hitPolicy(), shipped.hitPolicy()));
        }
        compare("INPUTS", given.inputs(), shipped.inputs(), complaints);
        compare("OUTPUTS", given.outputs(), shipped.outputs(), complaints);
        if (given.rows().isEmpty()) {
            complaints.add(Complaint.of("NO_ROWS"));
        }
        if (given.rows().size() > MOST_ROWS) {
            complaints.add(Complaint.of("TOO_MANY_ROWS", given.rows().size(), MOST_ROWS));
        }
        return complaints;
    }

    private static void compare(String code, List<Column> given, List<Column> shipped, List<Complaint> complaints) {
        var ours = shipped.stream().map(TableCheck::named).toList();
        var theirs = given.stream().map(TableCheck::named).toList();
        if (!ours.equals(theirs)) {
            complaints.add(Complaint.of(code, String.join("、", theirs), String.join("、", ours)));
        }
    }

    private static String named(Column column) {
        return column.name() + ":" + column.type();
    }

    private void ofTheRow(TableContract contract, DecisionTable table, Row row, List<Complaint> complaints) {
        if (row.source().isBlank()) {
            complaints.add(Complaint.inRow(row.number(), "NO_SOURCE"));
        } else if (row.source().length() > LONGEST_SOURCE) {
            complaints.add(Complaint.inRow(row.number(), "LONG_SOURCE", LONGEST_SOURCE));
        }
        if (row.tests().size() != table.inputs().size()
                || row.values().size() != table.outputs().size()) {
            complaints.add(Complaint.inRow(row.number(), "CELLS_MISSING"));
            return;
        }
        for (int i = 0; i < row.tests().size(); i++) {
            var column = table.inputs().get(i);
            ofTheTest(row, label(column), row.tests().get(i), input(contract, column), complaints);
        }
        for (int i = 0; i < row.values().size(); i++) {
            var column = table.outputs().get(i);
            ofTheValue(row, label(column), row.values().get(i), output(contract, column), complaints);
        }
    }

    private void ofTheTest(Row row, String column, Test test, Domain domain, List<Complaint> complaints) {
        if (!test.understood()) {
            complaints.add(Complaint.inCell(row.number(), column, "NOT_UNDERSTOOD", test.text()));
            return;
        }
        test.accepts().stream()
                .filter(accepted -> !isOf(accepted, domain))
                .findFirst()
                .ifPresent(foreign -> complaints.add(Complaint.inCell(
                        row.number(), column, "FOREIGN_VALUE", test.text().strip(), words.possible(domain))));
    }

    private static boolean isOf(Accepted accepted, Domain domain) {
        if (domain instanceof Domain.Words known) {
            return accepted instanceof Exactly one && known.words().contains(one.value());
        }
        if (domain instanceof Domain.Truth) {
            return accepted instanceof Exactly one && one.value() instanceof Boolean;
        }
        return accepted instanceof Between || (accepted instanceof Exactly one && one.value() instanceof BigDecimal);
    }

    private void ofTheValue(
            Row row, String column, DecisionTable.Value value, Domain domain, List<Complaint> complaints) {
        if (value.value().isEmpty()) {
            var code = value.text().isBlank() ? "EMPTY" : "NO_PLAIN_VALUE";
            complaints.add(Complaint.inCell(row.number(), column, code, value.text(), words.possible(domain)));
        } else if (!isOf(value.value().get(), domain)) {
            complaints.add(Complaint.inCell(
                    row.number(), column, "FOREIGN_VALUE", value.text().strip(), words.possible(domain)));
        }
    }

    private static boolean isOf(Object value, Domain domain) {
        if (domain instanceof Domain.Words known) {
            return known.words().contains(value);
        }
        if (domain instanceof Domain.Truth) {
            return value instanceof Boolean;
        }
        if (domain instanceof Domain.Numbers numbers) {
            return value instanceof BigDecimal number
                    && number.stripTrailingZeros().scale() <= 0
                    && number.compareTo(BigDecimal.valueOf(numbers.least())) >= 0
                    && number.compareTo(BigDecimal.valueOf(numbers.most())) <= 0;
        }
        if (domain instanceof Domain.Listed known) {
            var named = Arrays.stream(value.toString().split(",", -1))
                    .map(String::strip)
                    .toList();
            return value instanceof String
                    && known.words().containsAll(named)
                    && new HashSet<>(named).size() == named.size();
        }
        return domain instanceof Domain.Shaped shaped
                && value instanceof String text
                && shaped.shape().matcher(text).matches();
    }

    private void ofTheWhole(TableContract contract, DecisionTable table, List<Complaint> complaints) {
        var domains =
                table.inputs().stream().map(column -> input(contract, column)).toList();
        var coverage = Coverage.of(table, domains);
        coverage.idle().forEach(row -> complaints.add(Complaint.inRow(row + 1, "IDLE")));
        if (table.hitPolicy().equals("UNIQUE")) {
            coverage.overlaps().stream()
                    .limit(SHOWN)
                    .forEach(overlap -> complaints.add(Complaint.inRow(
                            overlap.second() + 1,
                            "OVERLAP",
                            overlap.first() + 1,
                            words.questions(table, domains, coverage.axes(), overlap.shared()))));
        } else if (table.hitPolicy().equals("FIRST")) {
            coverage.hidden().forEach(row -> complaints.add(Complaint.inRow(row + 1, "HIDDEN")));
        } else if (!COLLECTING.contains(table.hitPolicy())) {
            complaints.add(Complaint.of("UNKNOWN_HIT_POLICY", table.hitPolicy()));
        }
        gaps(table, domains, coverage, complaints);
    }

    private void gaps(DecisionTable table, List<Domain> domains, Coverage coverage, List<Complaint> complaints) {
        List<Box> gaps;
        try {
            gaps = coverage.gaps();
        } catch (ArithmeticException tangled) {
            complaints.add(Complaint.of("TANGLED"));
            return;
        }
        gaps.stream()
                .limit(SHOWN)
                .forEach(gap ->
                        complaints.add(Complaint.of("GAP", words.questions(table, domains, coverage.axes(), gap))));
        if (gaps.size() > SHOWN) {
            complaints.add(Complaint.of("MORE_GAPS", gaps.size() - SHOWN));
        }
    }

    private static String label(Column column) {
        return column.label().isBlank() ? column.name() : column.label();
    }

    static Domain input(TableContract contract, Column column) {
        return Objects.requireNonNull(contract.inputs().get(column.name()), column.name());
    }

    static Domain output(TableContract contract, Column column) {
        return Objects.requireNonNull(contract.outputs().get(column.name()), column.name());
    }
}
