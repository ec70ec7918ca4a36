package org.bihuan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.bihuan.exchange.ReadRow.Place;
import org.bihuan.exchange.RowResult.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the county's two sample ledgers comes out as listed beside it. */
class ExpectedLedgerTests {

    @ParameterizedTest
    @CsvSource({"ledger-2026.xlsx, ledger-2026.expected.json", "ledger-stock-2023.csv, ledger-stock-2023.expected.json"
    })
    void everyRowComesOutAsListed(String file, String listed) throws IOException {
        var expected = new ObjectMapper().readTree(bytes(listed));
        var asOf = LocalDate.parse(expected.get("as_of").asText());

        var read = SampleCounty.reading().read(LedgerFile.read(file, bytes(file)), HandMapping.NONE, asOf);

        var results = new LinkedHashMap<Place, RowResult>();
        read.rows()
                .forEach(row ->
                        results.put(new Place(row.result().sheet(), row.result().row()), row.result()));
        var differences = new TreeMap<Integer, String>();
        for (var row : expected.get("rows")) {
            var place = new Place(
                    row.has("sheet") ? row.get("sheet").asText() : null,
                    row.get("row").asInt());
            var result = results.remove(place);
            var difference = result == null ? "missing" : difference(row, result);
            if (!difference.isEmpty()) {
                differences.put(place.row(), difference);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(results.values()).allMatch(result -> result.outcome() == Outcome.SKIPPED);
        var counts = expected.get("counts");
        assertThat(read.count(Outcome.ACCEPTED))
                .isEqualTo(counts.get("accepted").asLong());
        if (counts.has("skipped")) {
            assertThat(read.count(Outcome.SKIPPED))
                    .isEqualTo(counts.get("skipped").asLong());
        }
    }

    @ParameterizedTest
    @CsvSource({"ledger-2026.xlsx, ledger-2026.expected.json"})
    void everyColumnIsRecognised(String file, String listed) throws IOException {
        var expected = new ObjectMapper().readTree(bytes(listed)).get("columns").get("2026年台账");

        var headers = HeaderSearch.inAll(LedgerFile.read(file, bytes(file)).sheets(), HandMapping.NONE);

        assertThat(headers).hasSize(1);
        var columns = new TreeMap<String, String>();
        headers.get(0)
                .columns()
                .forEach(column -> columns.put(
                        SheetHeader.letters(column.index()), column.column().no() + " " + column.part()));
        var wanted = new TreeMap<String, String>();
        expected.properties()
                .forEach(entry -> wanted.put(
                        entry.getKey(),
                        entry.getValue().get("no").asInt() + " "
                                + text(entry.getValue().get("part"), "")));
        assertThat(columns).isEqualTo(wanted);
    }

    private static String difference(JsonNode expected, RowResult result) {
        var differences = new ArrayList<String>();
        compare("outcome", text(expected.get("outcome")), lower(result.outcome().name()), differences);
        compare("reason", text(expected.get("reason")), result.code(), differences);
        if (result.outcome() == Outcome.SKIPPED) {
            return String.join("; ", differences);
        }
        compare("field", text(expected.get("field")), result.field(), differences);
        if (expected.has("warnings")) {
            var warnings = StreamSupport.stream(expected.get("warnings").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            compare("warnings", warnings, result.warnings(), differences);
        }
        var duplicateOf = expected.get("duplicate_of");
        compare(
                "duplicate_of",
                duplicateOf == null
                        ? null
                        : new Place(
                                text(duplicateOf.get("sheet")),
                                duplicateOf.get("row").asInt()),
                result.duplicateOf(),
                differences);
        var normalised = result.normalised();
        expected.get("normalised")
                .properties()
                .forEach(entry ->
                        compare(entry.getKey(), text(entry.getValue()), normalised.get(entry.getKey()), differences));
        return String.join("; ", differences);
    }

    private static void compare(
            String what, @Nullable Object expected, @Nullable Object actual, List<String> differences) {
        if (!Objects.equals(expected, actual)) {
            differences.add(what + " " + actual + " instead of " + expected);
        }
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.asText();
    }

    private static String text(@Nullable JsonNode node, String otherwise) {
        var text = text(node);
        return text == null ? otherwise : text;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static byte[] bytes(String name) throws IOException {
        try (var file = ExpectedLedgerTests.class.getResourceAsStream("/ledgers/" + name)) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }
}
