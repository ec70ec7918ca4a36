package org.bihuan.hazard;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a hazard, for example {@code 341721-107-2026-G-00123}: county, region, year of registration, grade at
 * registration, serial (domain 4.7). It never changes; it is the business key of the process and what people search for.
 */
public record HazardNumber(String value) {
    private static final Pattern SHAPE = Pattern.compile("\\d{6}-\\d{3}-\\d{4}-[GZ]-\\d{5,9}");

    public HazardNumber {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a hazard number");
        }
    }

    public static HazardNumber of(String value) {
        return new HazardNumber(value);
    }

    /** What a person typed or a file holds; empty when it is no number of this shape. */
    public static Optional<HazardNumber> read(String text) {
        var upper = text.strip().toUpperCase(Locale.ROOT);
        return SHAPE.matcher(upper).matches() ? Optional.of(new HazardNumber(upper)) : Optional.empty();
    }

    /** @param serial 1 or more; five digits, may grow */
    public static HazardNumber born(String county, String region, int year, Grade grade, int serial) {
        return new HazardNumber("%s-%s-%d-%s-%05d".formatted(county, region, year, grade.letter(), serial));
    }

    /** The serial, by which the rungs of a day are spread over its first hours. */
    public int serial() {
        return Integer.parseInt(value.substring(value.lastIndexOf('-') + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
