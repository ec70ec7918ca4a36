package org.bihuan.exchange;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.exchange.LedgerReading.Judged;

/** One ledger row to be written and read; a good one until a test changes something. */
final class LedgerDraft {
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    static final String ENTERPRISE = "东至县样例辛巳精细化工有限公司";
    static final String CREDIT_CODE = "91341721XN33337R2U";

    private final Map<LedgerColumn, String> cells = new EnumMap<>(LedgerColumn.class);

    static LedgerDraft aRow() {
        return new LedgerDraft()
                .with(LedgerColumn.FOUND_ON, "2026-03-05")
                .with(LedgerColumn.ENTERPRISE_NAME, ENTERPRISE)
                .with(LedgerColumn.REGION, "香隅镇")
                .with(LedgerColumn.LOCATION, "1号泵房")
                .with(LedgerColumn.DESCRIPTION, "机泵联轴器防护罩缺少固定螺栓")
                .with(LedgerColumn.GRADE, "一般")
                .with(LedgerColumn.DUE_ON, "2026-03-20");
    }

    LedgerDraft with(LedgerColumn column, String text) {
        cells.put(column, text);
        return this;
    }

    LedgerDraft without(LedgerColumn column) {
        cells.remove(column);
        return this;
    }

    /** The rows as a CSV file of all 42 columns; the first row is record 2. */
    static LedgerFile file(LedgerDraft... rows) {
        var lines = Stream.concat(
                Stream.of(line(column -> LedgerHeaders.SHIPPED.name(column))),
                Stream.of(rows).map(row -> line(column -> row.cells.getOrDefault(column, ""))));
        return csv(lines.toArray(String[]::new));
    }

    static LedgerFile csv(String... lines) {
        return LedgerFile.read("2026年台账.csv", String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static List<Judged> read(LedgerFile file) {
        return SampleCounty.reading().read(file, HandMapping.NONE, AS_OF).rows();
    }

    static List<RowResult> results(LedgerDraft... rows) {
        return read(file(rows)).stream().skip(1).map(Judged::result).toList();
    }

    RowResult result() {
        return results(this).get(0);
    }

    LedgerEntry entry() {
        var judged = read(file(this)).get(1);
        return Objects.requireNonNull(judged.entry(), () -> judged.result().toString());
    }

    private static String line(java.util.function.Function<LedgerColumn, String> text) {
        return Stream.of(LedgerColumn.values())
                .map(text)
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }
}
