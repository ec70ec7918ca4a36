package org.bihuan.exchange;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;

/** The names of the 42 columns and the other headers that mean the same, from {@code exchange/ledger-headers.csv}. */
final class LedgerHeaders {
    static final LedgerHeaders SHIPPED = load();

    private static final double ALIKE = 0.3;
    private static final int SUGGESTIONS = 3;

    private final Map<LedgerColumn, String> names = new EnumMap<>(LedgerColumn.class);
    private final Map<String, LedgerColumn> byHeader = new HashMap<>();

    private static LedgerHeaders load() {
        var headers = new LedgerHeaders();
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var resource = LedgerHeaders.class.getResourceAsStream("/exchange/ledger-headers.csv");
                var reader = new InputStreamReader(Objects.requireNonNull(resource), StandardCharsets.UTF_8);
                var records = format.parse(reader)) {
            for (var record : records) {
                var column = LedgerColumn.of(Integer.parseInt(record.get("no"))).orElseThrow();
                headers.names.put(column, record.get("name"));
                headers.byHeader.put(Wording.header(record.get("name")), column);
                for (var variant : record.get("known_variants").split(";", -1)) {
                    headers.byHeader.put(Wording.header(variant), column);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return headers;
    }

    /** The column's own name, as the template has it. */
    String name(LedgerColumn column) {
        return Objects.requireNonNull(names.get(column));
    }

    Optional<LedgerColumn> find(String header) {
        return Optional.ofNullable(byHeader.get(Wording.header(header)));
    }

    /** Columns that an unknown header may mean, likeliest first; at most three, none if nothing is alike. */
    List<LedgerColumn> suggest(String header) {
        var folded = Wording.header(header);
        var best = new EnumMap<LedgerColumn, Double>(LedgerColumn.class);
        byHeader.forEach((known, column) -> best.merge(column, alikeness(folded, known), Math::max));
        var found = new ArrayList<>(best.entrySet());
        found.removeIf(entry -> entry.getValue() < ALIKE);
        found.sort(Map.Entry.<LedgerColumn, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        return found.stream().map(Map.Entry::getKey).limit(SUGGESTIONS).toList();
    }

    /** Pairs of characters, and for short headers single ones: 企业 means 企业名称. */
    private static double alikeness(String header, String known) {
        var shared = header.codePoints()
                .distinct()
                .filter(c -> known.indexOf(c) >= 0)
                .count();
        var single = 2.0 * shared / (header.length() + known.length());
        return Math.max(Wording.likeness(header, known), single * 0.9);
    }
}
