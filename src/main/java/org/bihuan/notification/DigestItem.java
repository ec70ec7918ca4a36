package org.bihuan.notification;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case in a digest.
 *
 * @param firstDueOn what orders cases of the same urgency; the day of registration where no clock runs
 * @param terms what is due when, one sentence a clock
 * @param person who has the work; absent when it is offered to many, or to the reader himself
 * @param todo what the reader should do now
 * @param moreTime until when the reader may ask for an extension
 * @param next what happens if nobody does anything
 */
record DigestItem(
        CaseFacts facts,
        Urgency urgency,
        LocalDate firstDueOn,
        List<String> terms,
        @Nullable String person,
        String todo,
        @Nullable String moreTime,
        @Nullable String next,
        String link) {

    /** For the template. */
    public boolean isOverdue() {
        return urgency.isOverdue();
    }

    /** For the template. */
    public boolean isDueToday() {
        return urgency == Urgency.DUE_TODAY;
    }

    /** Worst first; of equals the oldest. */
    static final Comparator<DigestItem> WORST_FIRST = Comparator.comparing(DigestItem::urgency)
            .thenComparing(DigestItem::firstDueOn)
            .thenComparing(item -> item.facts().number());
}
