package org.bihuan.notification;

/**
 * A rung that has not fired yet, for one of those whom it would reach.
 *
 * @param clock ACCEPT, RECTIFY or VERIFY
 * @param rung step of the ladder, for example {@code +3}
 * @param audience names of the ladder's audiences, separated by commas
 * @param recipient a person's id, or {@code unit:<code>}, {@code ent:<credit code>} for a mailbox
 */
public record ForeseenRung(
        String hazard, String clock, int term, String rung, String action, String audience, String recipient) {}
