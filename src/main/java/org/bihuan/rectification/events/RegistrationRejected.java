package org.bihuan.rectification.events;

import org.bihuan.organisation.PersonId;

/**
 * The review found that the entry is no hazard, or one already known (T4, T5); the registrant is told.
 *
 * @param reason the reviewer's words, or the number of the surviving case
 */
public record RegistrationRejected(String hazard, int entry, PersonId registrant, String reason) {}
