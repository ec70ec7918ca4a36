package org.bihuan.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The table of texts that a workbook's cells share; reading aids above characters are left out. */
final class SharedTexts extends DefaultHandler {
    private final List<String> texts = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private boolean inText;
    private int inReadingAid;
    private final ReadingBudget budget;

    SharedTexts(ReadingBudget budget) {
        this.budget = budget;
    }

    Optional<String> get(int index) {
        return index >= 0 && index < texts.size() ? Optional.of(texts.get(index)) : Optional.empty();
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        switch (localName) {
            case "si" -> current.setLength(0);
            case "rPh" -> inReadingAid++;
            case "t" -> inText = inReadingAid == 0;
            default -> {
                // layout
            }
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        switch (localName) {
            case "si" -> texts.add(EscapedText.read(current.toString()));
            case "rPh" -> inReadingAid--;
            case "t" -> inText = false;
            default -> {
                // layout
            }
        }
    }

    @Override
    public void characters(char[] ch, int start, int length) {
        if (inText) {
            budget.characters(length);
            current.append(ch, start, length);
        }
    }
}
