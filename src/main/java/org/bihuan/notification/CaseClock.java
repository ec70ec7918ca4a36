package org.bihuan.notification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A running clock of a case as mails show it; a case that waits for review has none and is shown without days.
 *
 * @param startedOn first day of its term; absent for a REVIEW without clock
 * @param dueOn absent for a REVIEW without clock
 * @param soonDays with at most so many working days left it is due soon
 * @param extensionPending whether an extension of it has been asked for and not decided (N12)
 * @param movedFrom the due day before a notice of holidays moved it, where this mail tells of it
 * @param next absent when no rung is left
 */
record CaseClock(
        Matter matter,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate dueOn,
        boolean estimated,
        int soonDays,
        boolean extensionPending,
        @Nullable LocalDate movedFrom,
        @Nullable ComingRung next) {}
