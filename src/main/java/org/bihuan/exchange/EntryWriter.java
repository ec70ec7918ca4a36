package org.bihuan.exchange;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.hazard.Category;
import org.bihuan.hazard.Particulars;
import org.bihuan.hazard.Source;
import org.jspecify.annotations.Nullable;

/** Makes the entry of a row that has no problem. */
final class EntryWriter {
    private static final Words WORDS = Words.SHIPPED;
    private static final int PERCENT = 100;

    private EntryWriter() {}

    static LedgerEntry entry(DataRow row, RowFacts facts, int extensions, Money money) {
        var enterprise = facts.enterprise();
        var unit = facts.responsibleUnit();
        var region = requireNonNull(facts.region());
        var industry = facts.industry();
        var findingUnit = facts.findingUnit();
        return new LedgerEntry(
                text(row, LedgerColumn.NUMBER),
                source(row),
                requireNonNull(facts.foundOn()),
                findingUnit == null ? null : findingUnit.code(),
                enterprise == null ? null : enterprise.code(),
                unit == null ? null : unit.code(),
                region.code(),
                industry == null ? null : industry.code(),
                row.text(LedgerColumn.LOCATION)
                        .orElseGet(
                                () -> enterprise == null || enterprise.address().isBlank()
                                        ? region.name()
                                        : enterprise.address()),
                requireNonNull(text(row, LedgerColumn.DESCRIPTION)),
                category(row),
                requireNonNull(facts.grade()),
                text(row, LedgerColumn.CRITERION),
                facts.basisDocumentNo(),
                text(row, LedgerColumn.REQUIREMENT),
                facts.dueOn(),
                facts.completedOn(),
                facts.closedOn(),
                extensions,
                facts.extendedTo(),
                particulars(row, money));
    }

    private static Particulars particulars(DataRow row, Money money) {
        return new Particulars(
                text(row, LedgerColumn.INSPECTORS),
                responsible(row),
                text(row, LedgerColumn.RESPONSIBLE_PERSON),
                text(row, LedgerColumn.RESPONSIBLE_PHONE),
                text(row, LedgerColumn.INDUSTRY_DEPARTMENT),
                text(row, LedgerColumn.REGION_PERSON),
                money.plannedYuan(),
                money.spentYuan(),
                text(row, LedgerColumn.GOAL),
                text(row, LedgerColumn.CONTINGENCY),
                text(row, LedgerColumn.SUSPENSION),
                text(row, LedgerColumn.LISTING_LEVEL),
                text(row, LedgerColumn.LISTING_BODY),
                progress(row),
                text(row, LedgerColumn.SELF_ACCEPTANCE),
                text(row, LedgerColumn.EXPERT_EVALUATION),
                text(row, LedgerColumn.VERIFICATION),
                text(row, LedgerColumn.COUNTERSIGN),
                text(row, LedgerColumn.PAPERS),
                text(row, LedgerColumn.RECURRENCE),
                text(row, LedgerColumn.REMARK));
    }

    private static @Nullable String text(DataRow row, LedgerColumn column) {
        return row.text(column).orElse(null);
    }

    private static Source source(DataRow row) {
        return WORDS.choice("source", Source.class, row.folded(LedgerColumn.SOURCE))
                .orElse(Source.ROUTINE_INSPECTION);
    }

    /** By its word or by a cause code, whose first letter is the category's. */
    private static Category category(DataRow row) {
        var folded = row.folded(LedgerColumn.CATEGORY);
        return WORDS.choice("category", Category.class, folded)
                .or(() -> {
                    var cause = WORDS.pattern("category.cause").matcher(folded);
                    return cause.matches()
                            ? List.of(Category.values()).stream()
                                    .filter(category -> category.name().startsWith(cause.group(1)))
                                    .findFirst()
                            : java.util.Optional.empty();
                })
                .orElse(Category.OBJECT);
    }

    /** Of one column as written, of several each with its role in front. */
    private static @Nullable String responsible(DataRow row) {
        var parts = row.filled(LedgerColumn.RESPONSIBLE);
        if (parts.size() < 2) {
            return text(row, LedgerColumn.RESPONSIBLE);
        }
        return parts.stream()
                .map(part ->
                        (part.column().part().isEmpty() ? "" : part.column().part() + ":")
                                + Wording.clean(part.cell().text()))
                .collect(Collectors.joining("; "));
    }

    /** 0 to 100; a share shown as a percentage, a text with a percent sign or a plain number. Words say nothing here. */
    private static @Nullable Integer progress(DataRow row) {
        var cell = row.cell(LedgerColumn.PROGRESS).orElse(null);
        if (cell == null) {
            return null;
        }
        try {
            var number = Double.parseDouble(Wording.of(cell.text()).replace("%", ""));
            var isShare = cell.isPercent() || (number > 0 && number < 1);
            var percent = Math.round(isShare ? number * PERCENT : number);
            return percent >= 0 && percent <= PERCENT ? Math.toIntExact(percent) : null;
        } catch (NumberFormatException words) {
            return null;
        }
    }
}
