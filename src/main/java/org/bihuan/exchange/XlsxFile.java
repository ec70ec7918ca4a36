package org.bihuan.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.bihuan.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a workbook as a stream of XML, so that memory follows the filled cells and not what the file claims; nothing in it is
 * computed, followed or run. Bombs, entities and broken packages are refused.
 */
final class XlsxFile {
    /** A sheet of 50,000 full rows unpacks to some 140 MB. */
    private static final long MAX_UNPACKED = 200L * 1024 * 1024;

    static {
        ZipSecureFile.setMaxEntrySize(MAX_UNPACKED);
    }

    private final OPCPackage opened;
    private final XSSFReader parts;

    private XlsxFile(OPCPackage opened) throws IOException, OpenXML4JException {
        this.opened = opened;
        this.parts = new XSSFReader(opened);
    }

    static LedgerFile read(byte[] content) {
        Path copy = null;
        try {
            // From a file POI unpacks part by part; from a stream it would unpack everything at once.
            copy = Files.createTempFile("bihuan-ledger", ".xlsx");
            Files.write(copy, content);
            return read(copy);
        } catch (IOException e) {
            throw refusal(e);
        } finally {
            remove(copy);
        }
    }

    private static LedgerFile read(Path file) throws IOException {
        // Opened by its name POI would fall back to reading a damaged file whole into memory.
        try (var entries = new ZipFileZipEntrySource(new ZipSecureFile(file.toFile()));
                var opened = OPCPackage.open(entries)) {
            return new XlsxFile(opened).read();
        } catch (OpenXML4JException | SAXException | ParserConfigurationException | RuntimeException e) {
            // POI answers a damaged package with whatever it stumbles over, null pointers included.
            throw refusal(e);
        }
    }

    private LedgerFile read() throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        var budget = new ReadingBudget();
        var outline = new WorkbookOutline();
        parse(parts.getWorkbookData(), outline);
        var texts = new SharedTexts(budget);
        parse(part(XSSFRelation.SHARED_STRINGS), texts);
        var formats = new NumberFormats();
        parse(part(XSSFRelation.STYLES), formats);
        var sheets = new ArrayList<Sheet>();
        var hidden = new ArrayList<String>();
        for (var entry : outline.sheets()) {
            if (entry.hidden()) {
                hidden.add(entry.name());
                continue;
            }
            var sheet = new Sheet(entry.name(), entry.name(), outline.isDate1904(), budget);
            parse(parts.getSheet(entry.relation()), new SheetXml(sheet, texts, formats, budget));
            sheet.fillDown();
            sheets.add(sheet);
        }
        return LedgerFile.workbook(List.copyOf(sheets), List.copyOf(hidden));
    }

    /** A part that a workbook may lack. */
    private @Nullable InputStream part(XSSFRelation kind) throws IOException {
        var found = opened.getPartsByContentType(kind.getContentType());
        return found.isEmpty() ? null : found.get(0).getInputStream();
    }

    private static void parse(@Nullable InputStream part, DefaultHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        if (part == null) {
            return;
        }
        try (part) {
            var reader = XMLHelper.newXMLReader();
            reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            reader.setContentHandler(handler);
            reader.setErrorHandler(handler);
            reader.parse(new InputSource(part));
        }
    }

    /** POI tells a bomb only by its sentence. */
    private static InvalidInput refusal(Exception cause) {
        for (Throwable step = cause; step != null; step = step.getCause()) {
            if (step instanceof InvalidInput refused) {
                return refused;
            }
            var message = step.getMessage();
            if (message != null && (message.contains("Zip bomb") || message.contains("exceeds the max"))) {
                return new InvalidInput("file", "UNPACKS_TOO_LARGE");
            }
        }
        return new InvalidInput("file", "FILE_BROKEN");
    }

    private static void remove(@Nullable Path copy) {
        try {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException left) {
            copy.toFile().deleteOnExit();
        }
    }
}
