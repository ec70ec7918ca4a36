package org.bihuan.decisions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as people read it.
 *
 * @param heads labels of inputs and outputs
 * @param asked how many of them are inputs
 */
record Sheet(String key, String name, String about, List<String> heads, int asked, List<Line> lines) {

    /** @param mark {@code NEW} or {@code GONE} beside another version; null where both say the same */
    record Line(
            int number,
            List<String> cells,
            String source,
            @Nullable String mark) {}

    public long changed() {
        return lines.stream().filter(line -> line.mark() != null).count();
    }

    /** Only what differs from the other version. */
    public List<Line> differing() {
        return lines.stream().filter(line -> line.mark() != null).toList();
    }
}
