package org.bihuan.decisions;

import java.util.List;

/**
 * What would be otherwise in the open cases had the changed table ruled them from their beginning.
 *
 * @param cases how many differ
 * @param first some of them in the order of their numbers; a case may have several lines
 */
public record Differences(long cases, List<Line> first) {

    /** How many lines a page shows. */
    public static final int SHOWN = 200;

    /**
     * @param what for example the term it is about
     * @param before and {@code after}: the outcome in words
     */
    public record Line(String number, String what, String before, String after) {}

    public static final Differences NONE = new Differences(0, List.of());
}
