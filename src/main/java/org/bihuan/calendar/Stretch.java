package org.bihuan.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Neighbouring days that one notice treats alike: a holiday from its first to its last day, or a make-up day. */
record Stretch(LocalDate first, LocalDate last, WorkingDayException.Kind kind, String name) {

    /** Joins neighbours of the same kind and name; {@code exceptions} are ascending. */
    static List<Stretch> of(List<WorkingDayException> exceptions) {
        var stretches = new ArrayList<Stretch>();
        for (var next : exceptions) {
            int end = stretches.size() - 1;
            if (end >= 0 && stretches.get(end).isContinuedBy(next)) {
                stretches.set(end, new Stretch(stretches.get(end).first, next.day(), next.kind(), next.name()));
            } else {
                stretches.add(new Stretch(next.day(), next.day(), next.kind(), next.name()));
            }
        }
        return List.copyOf(stretches);
    }

    boolean isOff() {
        return kind == WorkingDayException.Kind.OFF;
    }

    boolean touches(LocalDate from, LocalDate to) {
        return !last.isBefore(from) && !first.isAfter(to);
    }

    private boolean isContinuedBy(WorkingDayException next) {
        return last.plusDays(1).equals(next.day()) && kind == next.kind() && name.equals(next.name());
    }
}
