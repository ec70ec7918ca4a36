package org.bihuan.deadline;

import java.time.LocalDate;

/**
 * A running clock as it stands today.
 *
 * @param term counts the starts of this kind within the hazard, from 1
 * @param startedOn first day of the term; not counted
 * @param originalDueOn the due day of the term as first told
 * @param workingDaysLeft 0 on the due day, negative when overdue (5.1)
 * @param estimated whether the due day was counted in a year without notice
 * @param explanation the arithmetic in one Chinese sentence
 */
public record ClockView(
        ClockKind kind,
        int round,
        int term,
        ClockOwner owner,
        LocalDate startedOn,
        LocalDate dueOn,
        LocalDate originalDueOn,
        ClockState state,
        int workingDaysLeft,
        boolean estimated,
        String explanation) {}
