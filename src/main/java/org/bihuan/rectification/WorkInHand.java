package org.bihuan.rectification;

import java.util.Map;
import org.bihuan.organisation.Person;
import org.jspecify.annotations.Nullable;

/**
 * What lies open with one person, and how it passes to somebody else when he leaves or moves (P8). Numbers only: who sees to it may have
 * no business with the cases.
 */
public interface WorkInHand {

    /**
     * @param responsible open cases that he is to rectify
     * @param tasks what he has taken or been given besides, by key of the task
     * @param withoutOthers open work of groups in which nobody is left but him, by group of the mirror
     */
    record Open(int responsible, Map<String, Integer> tasks, Map<String, Integer> withoutOthers) {
        /** Whether nothing would be left behind. */
        public boolean isEmpty() {
            return responsible == 0 && tasks.isEmpty() && withoutOthers.isEmpty();
        }
    }

    Open of(Person person);

    /**
     * Holds the cases concerned, in the order in which everybody holds several; before whoever leaves is closed out.
     *
     * @throws org.bihuan.shared.BusinessRuleViolated when work would be left to nobody
     */
    void hold(Person from);

    /**
     * Passes everything on, in the caller's transaction, which has closed the person's account or moved it before: to the successor what he may do by every rule of separation; what he may not, or
     * where none is named, to a colleague of the enterprise who does that work, else back to all to whom it was offered. Clocks do not move.
     *
     * @param leaves whether he leaves for good, so that nobody writes to him any more
     */
    void passOn(Person from, @Nullable Person successor, boolean leaves, Person by);
}
