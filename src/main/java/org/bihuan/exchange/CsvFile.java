package org.bihuan.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.bihuan.shared.InvalidInput;

/** Reads a CSV file in UTF-8, with or without byte order mark, or in GBK; line breaks may stand inside quotes. */
final class CsvFile {
    /** GB18030 holds all of GBK and writes it with the same bytes. */
    static final Charset GBK = Charset.forName("GB18030");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false)
            .setTrailingData(true)
            .get();
    private static final int MAX_SEPARATORS = 20_000;
    private static final String MARK = "\uFEFF";

    private CsvFile() {}

    static LedgerFile read(String name, byte[] content) {
        for (byte b : content) {
            if (b == 0) {
                throw new InvalidInput("file", "NOT_A_TABLE");
            }
        }
        var charset = charsetOf(content);
        var text = decoded(content, charset);
        var withMark = text.startsWith(MARK);
        if (withMark) {
            text = text.substring(1);
        }
        if (text.stripLeading().startsWith("<") || text.startsWith("%PDF")) {
            throw new InvalidInput("file", "NOT_A_TABLE");
        }
        return new LedgerFile(LedgerFile.Kind.CSV, List.of(sheet(stem(name), text)), List.of(), charset, withMark);
    }

    private static Sheet sheet(String title, String text) {
        refuseEndlessLines(text);
        var budget = new ReadingBudget();
        var sheet = new Sheet(null, title, false, budget);
        try (var records = FORMAT.parse(new StringReader(text))) {
            for (var record : records) {
                sheet.add(row(record, budget));
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            // an open quote to the end of the file, say: where one record ends nobody can tell
            throw new InvalidInput("file", "CSV_BROKEN");
        }
        return sheet;
    }

    private static SheetRow row(CSVRecord record, ReadingBudget budget) {
        var row = new SheetRow(Math.toIntExact(record.getRecordNumber()), false);
        for (int column = 0; column < record.size(); column++) {
            var cell = SheetCell.text(FormulaText.restored(record.get(column)));
            if (cell.isBlank()) {
                continue;
            }
            budget.cell(column);
            row.put(column, cell);
        }
        return row;
    }

    /** The parser holds a whole record before anybody sees it. */
    private static void refuseEndlessLines(String text) {
        int separators = 0;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            separators = c == '\n' ? 0 : separators + (c == ',' ? 1 : 0);
            if (separators > MAX_SEPARATORS) {
                throw new InvalidInput("file", "TOO_MANY_COLUMNS", Integer.toString(ReadingBudget.MAX_COLUMNS));
            }
        }
    }

    private static Charset charsetOf(byte[] content) {
        for (var charset : List.of(StandardCharsets.UTF_8, GBK)) {
            try {
                strictly(content, charset);
                return charset;
            } catch (CharacterCodingException notThisOne) {
                // the next one may fit
            }
        }
        throw new InvalidInput("file", "ENCODING_UNKNOWN");
    }

    private static String decoded(byte[] content, Charset charset) {
        try {
            return strictly(content, charset);
        } catch (CharacterCodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String strictly(byte[] content, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content))
                .toString();
    }

    private static String stem(String name) {
        var dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
