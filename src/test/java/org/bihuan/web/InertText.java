package org.bihuan.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.jspecify.annotations.Nullable;

/** Looks for the places in a form where Tasklist would take a text for code: attributes, and text outside {@code ng-non-bindable}. */
final class InertText extends AbstractSimpleMarkupHandler {
    private final String mark;
    private final Deque<Boolean> inert = new ArrayDeque<>();
    private final List<String> unsafe = new ArrayList<>();
    private int seen;

    private InertText(String mark) {
        this.mark = mark;
    }

    /**
     * @param unsafe where the mark stands unprotected
     * @param seen how often it stands in text at all
     */
    record Findings(List<String> unsafe, int seen) {}

    static Findings of(String html, String mark) {
        var looking = new InertText(mark);
        try {
            new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(html, looking);
        } catch (ParseException broken) {
            throw new AssertionError("not HTML: " + html, broken);
        }
        return new Findings(looking.unsafe, looking.seen);
    }

    @Override
    public void handleOpenElement(String name, @Nullable Map<String, String> attributes, int line, int col) {
        look(name, attributes);
        inert.push(isInert() || (attributes != null && attributes.containsKey("ng-non-bindable")));
    }

    @Override
    public void handleStandaloneElement(
            String name, @Nullable Map<String, String> attributes, boolean minimized, int line, int col) {
        look(name, attributes);
    }

    @Override
    public void handleCloseElement(String name, int line, int col) {
        inert.pop();
    }

    @Override
    public void handleAutoCloseElement(String name, int line, int col) {
        inert.pop();
    }

    @Override
    public void handleText(char[] buffer, int offset, int length, int line, int col) {
        var text = new String(buffer, offset, length);
        if (text.contains(mark)) {
            seen++;
            if (!isInert()) {
                unsafe.add(text);
            }
        }
    }

    private void look(String name, @Nullable Map<String, String> attributes) {
        if (attributes != null) {
            attributes.forEach((attribute, value) -> {
                if (value != null && value.contains(mark)) {
                    unsafe.add(name + " " + attribute + "=" + value);
                }
            });
        }
    }

    private boolean isInert() {
        return Boolean.TRUE.equals(inert.peek());
    }
}
