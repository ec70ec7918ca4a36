package org.bihuan.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The notices of the years, taken in by those who keep the calendar. Who that is, the pages know. */
public interface CalendarKeeping {

    /** Reads a file, CSV or JSON, and says what it would change. Changes nothing. */
    Examination examine(int year, byte[] file);

    /**
     * Puts the notice in the place of what was known of its year, and everything that hangs on the calendar with it, as one step. A
     * notice that changes nothing is no intake.
     *
     * @param notice as {@link Examination#notice} gave it
     * @param revision of the calendar that the notice was compared with
     * @param by a person's id
     * @return how many days are other than before
     * @throws org.bihuan.shared.Conflict {@code CALENDAR_CHANGED} when somebody was faster
     * @throws org.bihuan.shared.InvalidInput when the notice has faults
     */
    int takeIn(int year, String notice, int revision, String fileName, String by);

    /** The year whose notice is waited for: the first without one, from the present year on. */
    int yearToCome();

    /**
     * What a file would do.
     *
     * @param known whether the year has a notice already, which this one would replace
     * @param revision of the calendar it was compared with
     * @param problems sentences about what stands in the way; nothing can be taken in while there is one
     * @param warnings sentences about what is unusual
     * @param stretches the notice as people say it; empty while there are problems
     * @param changes the days that would be other than now, ascending
     * @param notice the same rows as plain text, to be handed back when they are confirmed
     */
    record Examination(
            int year,
            boolean known,
            int revision,
            List<String> problems,
            List<String> warnings,
            List<Line> stretches,
            List<Change> changes,
            String notice) {

        public boolean canBeTakenIn() {
            return problems.isEmpty() && !changes.isEmpty();
        }
    }

    /**
     * A holiday or a make-up day.
     *
     * @param days in Chinese, without the year where it is the year shown
     * @param length calendar days
     */
    record Line(String name, String days, boolean off, long length) {}

    /**
     * One day that would be other than now.
     *
     * @param weekday for example 周五
     * @param before and {@code now}: what the day is, in words; {@code before} is null where the year was unknown
     */
    record Change(LocalDate day, String weekday, @Nullable String before, String now) {}
}
