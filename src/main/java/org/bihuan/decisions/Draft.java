package org.bihuan.decisions;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.organisation.PersonId;

/**
 * A table that was handed in, found good and tried on the open cases, but is not in force.
 *
 * @param after the version that was in force when it was handed in, and must be when it is put in force
 */
record Draft(UUID id, String decision, int after, PersonId by, Instant at) {}
