package org.bihuan.notification;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.regex.Pattern;

/**
 * When mail may leave on a working day.
 *
 * @param from first moment, included
 * @param to end, excluded
 * @param always whether at any hour of any day; from and to then say nothing
 */
record OfficeHours(LocalTime from, LocalTime to, boolean always) {
    private static final Pattern WINDOW = Pattern.compile("(\\d{2}:\\d{2})-(\\d{2}:\\d{2})");
    private static final String MIDNIGHT = "24:00";

    OfficeHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("office hours must begin before they end: " + from + "-" + to);
        }
    }

    /**
     * Reads {@code 08:30-17:30}, up to {@code 24:00}, or {@code always}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static OfficeHours of(String text) {
        if (text.strip().equals("always")) {
            return new OfficeHours(LocalTime.MIN, LocalTime.MAX, true);
        }
        var window = WINDOW.matcher(text.strip());
        if (!window.matches()) {
            throw new IllegalArgumentException("office hours look like 08:30-17:30 or are \"always\": " + text);
        }
        try {
            var to = window.group(2).equals(MIDNIGHT) ? LocalTime.MAX : LocalTime.parse(window.group(2));
            return new OfficeHours(LocalTime.parse(window.group(1)), to, false);
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException("office hours name no time of the day: " + text, noTime);
        }
    }

    boolean contains(LocalTime time) {
        return !time.isBefore(from) && time.isBefore(to);
    }
}
