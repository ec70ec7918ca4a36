package org.bihuan.masterdata;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bihuan.exchange.TableColumn;
import org.bihuan.exchange.TableRow;
import org.bihuan.shared.Fields;
import org.jspecify.annotations.Nullable;

/** How the columns of a file are called in the API: {@code credit_code} there, {@code creditCode} here. */
final class Names {
    private static final Pattern JOINT = Pattern.compile("_([a-z])");
    private static final Set<String> LISTS = Set.of("former_names", "industries", "roles", "aliases");
    private static final int LONGEST = 10_000;

    private Names() {}

    static String field(String column) {
        return JOINT.matcher(column).replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }

    /** A row as the API shows it. */
    static Map<String, @Nullable Object> body(Map<String, String> row) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        row.forEach((column, text) -> body.put(field(column), value(column, text)));
        return body;
    }

    private static @Nullable Object value(String column, String text) {
        if (LISTS.contains(column)) {
            return text.isEmpty() ? List.of() : Arrays.asList(text.split(";", -1));
        }
        if (column.equals(UserTable.ACTIVE)) {
            return Boolean.valueOf(text);
        }
        if (column.equals("employees")) {
            return Integer.parseInt(text);
        }
        return text.isEmpty() ? null : text;
    }

    /** What a body says about the columns; of what it does not name, nothing. */
    static TableRow row(Map<String, ? extends @Nullable Object> body, List<TableColumn> columns, Fields fields) {
        var cells = new LinkedHashMap<String, String>();
        for (var column : columns) {
            var field = field(column.name());
            if (!body.containsKey(field)) {
                continue;
            }
            var isList = LISTS.contains(column.name()) && body.get(field) instanceof Collection<?>;
            cells.put(
                    column.name(),
                    isList
                            ? inALine(fields.list(field, 100))
                            : fields.text(field, LONGEST).orElse(""));
        }
        return new TableRow(cells);
    }

    private static String inALine(List<String> parts) {
        return String.join(";", parts);
    }
}
