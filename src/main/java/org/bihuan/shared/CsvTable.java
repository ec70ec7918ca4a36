package org.bihuan.shared;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.Resource;

/** A table in the county's own form: CSV, UTF-8, comma, a header line, lists inside a cell separated by semicolons. */
public final class CsvTable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    private CsvTable() {}

    /**
     * All rows in file order.
     *
     * @throws UncheckedIOException if the file is missing or no such table
     */
    public static List<Row> rows(Resource file) {
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8);
                var parser = FORMAT.parse(reader)) {
            return parser.stream().map(Row::new).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.getDescription(), unreadable);
        }
    }

    /** One row; asking for a column that the header does not name is an {@link IllegalArgumentException}. */
    public static final class Row {
        private final CSVRecord cells;

        private Row(CSVRecord cells) {
            this.cells = cells;
        }

        public String text(String column) {
            return cells.get(column).strip();
        }

        /** Absent when the cell is empty. */
        public Optional<String> optional(String column) {
            return Optional.of(text(column)).filter(text -> !text.isEmpty());
        }

        /** The parts of the cell in order; empty when the cell is. */
        public List<String> list(String column) {
            return Stream.of(text(column).split(";"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }
    }
}
