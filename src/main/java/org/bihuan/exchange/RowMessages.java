package org.bihuan.exchange;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bihuan.exchange.ReadRow.Problem;
import org.bihuan.exchange.RowResult.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Puts what was found into the words of the answer. */
final class RowMessages {
    private static final int LONGEST_VALUE = 200;
    private static final List<LedgerColumn> ABOUT = List.of(
            LedgerColumn.ENTERPRISE_NAME, LedgerColumn.RESPONSIBLE, LedgerColumn.LOCATION, LedgerColumn.DESCRIPTION);

    private final MessageSource messages;

    RowMessages(MessageSource messages) {
        this.messages = messages;
    }

    RowResult accepted(ReadRow row) {
        return result(row, Outcome.ACCEPTED, null, null, null, null, null);
    }

    RowResult rejected(ReadRow row, Problem problem) {
        var column = problem.column();
        var value = value(row, column);
        var message = text(
                "import." + problem.reason(),
                value.isEmpty() ? text("import.empty") : value,
                LedgerHeaders.SHIPPED.name(column),
                Integer.toString(problem.limit()));
        return result(
                row, Outcome.REJECTED, problem.reason(), column.field(), value.isEmpty() ? null : value, message, null);
    }

    RowResult duplicate(ReadRow row, Duplicates.Found found) {
        var earlier = found.earlier();
        var number = found.number();
        var where = earlier == null
                ? String.valueOf(number)
                : text(
                        earlier.sheet() == null ? "import.place.record" : "import.place.row",
                        Integer.toString(earlier.row()),
                        earlier.sheet() == null ? "" : earlier.sheet());
        return result(
                row, Outcome.DUPLICATE, found.reason(), null, null, text("import." + found.reason(), where), found);
    }

    String note(FileNote note) {
        return text("import.note." + note.kind(), note.arguments().toArray());
    }

    private static RowResult result(
            ReadRow row,
            Outcome outcome,
            @Nullable Reason reason,
            @Nullable String field,
            @Nullable String value,
            @Nullable String message,
            Duplicates.@Nullable Found found) {
        var number = found == null ? null : found.number();
        return new RowResult(
                row.place().sheet(),
                row.place().row(),
                outcome,
                reason == null ? null : reason.name(),
                field,
                value,
                message,
                row.warnings().stream().map(Enum::name).toList(),
                found == null ? null : found.earlier(),
                row.facts().normalised(),
                number == null ? null : number.value(),
                about(row));
    }

    private static String about(ReadRow row) {
        return ABOUT.stream()
                .map(column -> value(row, column))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String value(ReadRow row, LedgerColumn column) {
        List<DataRow.Part> cells = row.row().filled(column);
        var value =
                cells.stream().map(part -> Wording.clean(part.cell().text())).collect(Collectors.joining("/"));
        return value.codePointCount(0, value.length()) <= LONGEST_VALUE
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
