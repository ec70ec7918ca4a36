package org.bihuan.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The styles part, as far as it says how a number is shown. */
final class NumberFormats extends DefaultHandler {
    private static final int MAX_STYLES = 70_000;

    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Shown> styles = new ArrayList<>();
    private boolean inCellStyles;

    /** How the cells of one style show their numbers. */
    record Shown(@Nullable String format, boolean asDate) {
        static final Shown PLAIN = new Shown(null, false);
    }

    Shown of(@Nullable String style) {
        try {
            var index = style == null ? 0 : Integer.parseInt(style);
            return index >= 0 && index < styles.size() ? styles.get(index) : Shown.PLAIN;
        } catch (NumberFormatException e) {
            return Shown.PLAIN;
        }
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        switch (localName) {
            case "numFmt" -> {
                var code = attributes.getValue("formatCode");
                if (code != null && formats.size() < MAX_STYLES) {
                    formats.put(number(attributes.getValue("numFmtId")), code);
                }
            }
            case "cellXfs" -> inCellStyles = true;
            case "xf" -> {
                if (inCellStyles && styles.size() < MAX_STYLES) {
                    styles.add(shown(number(attributes.getValue("numFmtId"))));
                }
            }
            default -> {
                // how it looks otherwise
            }
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        if (localName.equals("cellXfs")) {
            inCellStyles = false;
        }
    }

    private Shown shown(int id) {
        var format = formats.get(id);
        if (format == null && id > 0 && id <= 49) {
            format = BuiltinFormats.getBuiltinFormat(id);
        }
        if (isChineseDate(id)) {
            return new Shown(format == null || format.startsWith("reserved") ? "yyyy-mm-dd" : format, true);
        }
        return new Shown(format, DateUtil.isADateFormat(id, format));
    }

    /** Numbers that a Chinese Excel leaves undescribed, for example 31 yyyy年m月d日 and 58 m月d日. */
    private static boolean isChineseDate(int id) {
        return (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
