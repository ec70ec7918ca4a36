package org.bihuan.exchange;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bihuan.shared.InvalidInput;

/**
 * A file of a sender as neutral sheets. What it is, is decided by its content, never by its name.
 *
 * @param sheets visible sheets in file order
 * @param hiddenSheets names of the sheets that are not read
 * @param charset of a CSV file
 * @param withMark whether a CSV file began with a byte order mark
 */
record LedgerFile(Kind kind, List<Sheet> sheets, List<String> hiddenSheets, Charset charset, boolean withMark) {
    static final int MAX_BYTES = 20 * 1024 * 1024;

    /** The kinds of file that are read. */
    enum Kind {
        XLSX,
        CSV
    }

    /**
     * @param name as the sender's browser gave it; a CSV file's may name the year
     * @throws InvalidInput for field {@code file}: empty, too large, of another kind, broken
     */
    static LedgerFile read(String name, byte[] content) {
        if (content.length == 0) {
            throw new InvalidInput("file", "FILE_EMPTY");
        }
        if (content.length > MAX_BYTES) {
            throw new InvalidInput("file", "FILE_TOO_LARGE", "20");
        }
        if (startsWith(content, 'P', 'K', 3, 4)) {
            return XlsxFile.read(content);
        }
        if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new InvalidInput("file", "OLD_OR_LOCKED_WORKBOOK");
        }
        return CsvFile.read(name, content);
    }

    static LedgerFile workbook(List<Sheet> sheets, List<String> hiddenSheets) {
        return new LedgerFile(Kind.XLSX, sheets, hiddenSheets, StandardCharsets.UTF_8, false);
    }

    private static boolean startsWith(byte[] content, int... signature) {
        for (int i = 0; i < signature.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
