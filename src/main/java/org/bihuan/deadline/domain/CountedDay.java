package org.bihuan.deadline.domain;

import java.time.LocalDate;
import org.bihuan.calendar.DueDay;
import org.bihuan.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * A due day and the count behind it.
 *
 * @param count null for a day that a person named or that came with another ledger: it stands as named (D3)
 */
public record CountedDay(DueDay day, @Nullable Count count) {

    public static CountedDay of(Count count, WorkingDays calendar) {
        return new CountedDay(count.by(calendar), count);
    }

    public static CountedDay named(DueDay day) {
        return new CountedDay(day, null);
    }

    public LocalDate date() {
        return day.date();
    }

    public boolean estimated() {
        return day.estimated();
    }
}
