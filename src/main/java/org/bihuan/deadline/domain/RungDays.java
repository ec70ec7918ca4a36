package org.bihuan.deadline.domain;

import java.time.LocalDate;
import org.bihuan.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/** On which day a rung bound to a due day stands (5.3). */
public final class RungDays {
    private final WorkingDays days;

    public RungDays(WorkingDays days) {
        this.days = days;
    }

    /** Zero and before count from the last working day up to the due day, later ones from the due day itself. */
    public LocalDate dayOf(int offset, Base base) {
        if (offset > 0) {
            return overdueDay(offset, base);
        }
        var lastWorkingDay = days.lastWorkingDayUpTo(base.dueOn());
        return offset == 0 ? lastWorkingDay : days.workingDayFrom(lastWorkingDay, offset);
    }

    private LocalDate overdueDay(int offset, Base base) {
        if (base.immediate() && offset <= Step.CLIMBS_FROM) {
            return base.dueOn().plusDays(offset);
        }
        if (offset < Step.CLIMBS_FROM || base.countsFrom() == null) {
            return days.workingDayFrom(base.dueOn(), offset);
        }
        var byTheApprovedDay = days.workingDayFrom(base.countsFrom(), offset);
        var earliest = days.workingDayFrom(base.dueOn(), 1);
        return byTheApprovedDay.isBefore(earliest) ? earliest : byTheApprovedDay;
    }

    /**
     * What the rungs of a term are counted by.
     *
     * @param immediate and {@code countsFrom}: as of {@link Clock}
     */
    public record Base(
            LocalDate dueOn, boolean immediate, @Nullable LocalDate countsFrom) {}
}
