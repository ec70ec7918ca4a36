package org.bihuan.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes returned rows as CSV. */
final class RejectedCsv {
    private RejectedCsv() {}

    static void write(LedgerFile file, List<RejectedRows.Page> pages, OutputStream to) throws IOException {
        var writer = new OutputStreamWriter(to, file.charset());
        if (file.withMark()) {
            writer.write('\uFEFF');
        }
        var printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        for (var page : pages) {
            write(page, printer);
        }
        printer.flush();
    }

    private static void write(RejectedRows.Page page, CSVPrinter printer) throws IOException {
        var sheet = page.header().sheet();
        for (int row = 1; row <= page.header().bottom(); row++) {
            int above = row;
            var last = row == page.header().bottom();
            print(printer, page, column -> sheet.cell(above, column), last ? page.reasonHeader() : "");
        }
        for (var returned : page.rows()) {
            print(printer, page, column -> Optional.ofNullable(returned.cells().get(column)), returned.reason());
        }
    }

    private static void print(
            CSVPrinter printer, RejectedRows.Page page, IntFunction<Optional<SheetCell>> cells, String reason)
            throws IOException {
        var record = new ArrayList<String>();
        for (int column = 0; column < page.reasonColumn(); column++) {
            record.add(cells.apply(column)
                    .map(cell -> FormulaText.defused(cell.text()))
                    .orElse(""));
        }
        record.add(FormulaText.defused(reason));
        printer.printRecord(record);
    }
}
