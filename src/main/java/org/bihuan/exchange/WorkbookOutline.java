package org.bihuan.exchange;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.shared.InvalidInput;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The workbook part: its sheets in order, which of them are hidden, and on which day its dates begin. */
final class WorkbookOutline extends DefaultHandler {
    private static final int MAX_SHEETS = 200;
    private static final List<String> RELATIONS = List.of(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships");

    private final List<Entry> sheets = new ArrayList<>();
    private boolean date1904;

    /** One sheet; {@code relation} leads to its part. */
    record Entry(String name, boolean hidden, String relation) {}

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        if (localName.equals("workbookPr")) {
            date1904 = isTrue(attributes.getValue("date1904"));
        }
        if (localName.equals("sheet")) {
            if (sheets.size() == MAX_SHEETS) {
                throw new InvalidInput("file", "TOO_MANY_SHEETS", Integer.toString(MAX_SHEETS));
            }
            var state = attributes.getValue("state");
            var name = attributes.getValue("name");
            sheets.add(new Entry(
                    name == null ? "" : Wording.clean(name),
                    state != null && !state.equals("visible"),
                    relation(attributes)));
        }
    }

    private static String relation(Attributes attributes) {
        return RELATIONS.stream()
                .map(relations -> attributes.getValue(relations, "id"))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new InvalidInput("file", "FILE_BROKEN"));
    }

    static boolean isTrue(@org.jspecify.annotations.Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }

    List<Entry> sheets() {
        return sheets;
    }

    boolean isDate1904() {
        return date1904;
    }
}
