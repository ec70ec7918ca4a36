package org.bihuan.rectification.events;

import java.time.LocalDate;
import org.bihuan.organisation.PersonId;

/**
 * A request for more time is decided (T14).
 *
 * @param seq of the log entry that says so
 * @param dueOn as it stands from now on
 */
public record ExtensionDecided(String hazard, int seq, PersonId askedBy, boolean granted, LocalDate dueOn) {}
