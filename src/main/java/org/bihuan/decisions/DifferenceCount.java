package org.bihuan.decisions;

import java.util.ArrayList;
import java.util.List;

/** Gathers {@link Differences} while cases come by in the order of their numbers: all counted, the first kept. */
public final class DifferenceCount {
    private final List<Differences.Line> first = new ArrayList<>();
    private String last = "";
    private long cases;

    public void add(Differences.Line line) {
        if (!line.number().equals(last)) {
            cases++;
            last = line.number();
        }
        if (first.size() < Differences.SHOWN) {
            first.add(line);
        }
    }

    public Differences all() {
        return new Differences(cases, List.copyOf(first));
    }
}
