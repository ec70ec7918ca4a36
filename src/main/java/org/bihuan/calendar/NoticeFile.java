package org.bihuan.calendar;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The two forms in which a year's notice comes: CSV with the columns date, kind and name (UTF-8 or GBK), or the common open JSON
 * format {@code {year, days: [{name, date, isOffDay}]}}. What the cells say is judged by {@link NoticeCheck}.
 */
final class NoticeFile {
    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_LINES = 400;
    private static final Charset GBK = Charset.forName("GB18030");
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private NoticeFile() {}

    /**
     * A row as written.
     *
     * @param line in a CSV file the record's number, the header being 1; in JSON the place in {@code days}
     */
    record Row(int line, String date, String kind, String name) {}

    /** @param year that the file itself names; null where it does not */
    record Content(@Nullable Integer year, boolean isJson, List<Row> rows) {}

    /** The file is none of the two, or broken: {@code key} of the sentence that says so. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        final String key;

        Unreadable(String key) {
            super(key);
            this.key = key;
        }
    }

    /** @param columns what people write over the columns, in lower case, with {@code date}, {@code kind} or {@code name} each */
    static Content read(byte[] file, Map<String, String> columns) throws Unreadable {
        if (file.length == 0) {
            throw new Unreadable("notice.empty");
        }
        if (file.length > MOST_BYTES) {
            throw new Unreadable("notice.tooLarge");
        }
        var text = decoded(file);
        var content = text.stripLeading().startsWith("{") ? json(text) : csv(text, columns);
        if (content.rows().isEmpty()) {
            throw new Unreadable("notice.noRows");
        }
        if (content.rows().size() > MOST_LINES) {
            throw new Unreadable("notice.tooManyRows");
        }
        return content;
    }

    private static String decoded(byte[] file) throws Unreadable {
        for (var charset : List.of(StandardCharsets.UTF_8, GBK)) {
            try {
                var text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(file))
                        .toString();
                if (text.indexOf('\0') >= 0) {
                    throw new Unreadable("notice.notText");
                }
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException notThisOne) {
                // the next one may fit
            }
        }
        throw new Unreadable("notice.notText");
    }

    private static Content csv(String text, Map<String, String> columns) throws Unreadable {
        var rows = new ArrayList<Row>();
        List<String> header = List.of();
        try (var records = CSV.parse(new StringReader(text))) {
            for (var found : records) {
                if (isBlank(found)) {
                    continue;
                }
                if (header.isEmpty()) {
                    header = header(found, columns);
                    continue;
                }
                rows.add(new Row(
                        Math.toIntExact(found.getRecordNumber()),
                        cell(found, header.indexOf("date")),
                        cell(found, header.indexOf("kind")),
                        cell(found, header.indexOf("name"))));
                if (rows.size() > MOST_LINES) {
                    throw new Unreadable("notice.tooManyRows");
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new Unreadable("notice.csvBroken");
        }
        return new Content(null, false, rows);
    }

    /** Which column each cell of the first row begins. */
    private static List<String> header(CSVRecord first, Map<String, String> columns) throws Unreadable {
        var header = first.stream()
                .map(cell -> columns.getOrDefault(cell.strip().toLowerCase(Locale.ROOT), ""))
                .toList();
        if (!header.containsAll(columns.values())) {
            throw new Unreadable("notice.noHeader");
        }
        return header;
    }

    private static boolean isBlank(CSVRecord row) {
        return row.stream().allMatch(String::isBlank);
    }

    private static String cell(CSVRecord row, int column) {
        return column < row.size() ? row.get(column).strip() : "";
    }

    private static Content json(String text) throws Unreadable {
        try {
            var root = JSON.readTree(text);
            var days = root.path("days");
            var year = root.path("year");
            if (!days.isArray() || !year.isInt()) {
                throw new Unreadable("notice.otherJson");
            }
            var rows = new ArrayList<Row>();
            for (var day : days) {
                rows.add(new Row(rows.size() + 1, text(day, "date"), kind(day.path("isOffDay")), text(day, "name")));
                if (rows.size() > MOST_LINES) {
                    throw new Unreadable("notice.tooManyRows");
                }
            }
            return new Content(year.intValue(), true, rows);
        } catch (JsonProcessingException broken) {
            throw new Unreadable("notice.jsonBroken");
        }
    }

    private static String text(JsonNode day, String field) {
        return day.path(field).isTextual() ? day.path(field).textValue().strip() : "";
    }

    private static String kind(JsonNode isOffDay) {
        if (!isOffDay.isBoolean()) {
            return isOffDay.isMissingNode() ? "" : isOffDay.toString();
        }
        return isOffDay.booleanValue() ? "off" : "work";
    }
}
