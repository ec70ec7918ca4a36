package org.bihuan.rectification.events;

import java.util.List;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An entry was found void (T23): who has the work, who registered it and who proposed it are told.
 *
 * @param entry number of the log entry that says so
 * @param assigned whether the responsible side had it
 * @param responsible who had the work; null while it was offered to several
 * @param others registrant and proposer
 */
public record HazardVoided(
        String hazard,
        int entry,
        boolean assigned,
        @Nullable PersonId responsible,
        List<PersonId> others,
        String reason) {}
