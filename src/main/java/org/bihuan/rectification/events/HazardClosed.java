package org.bihuan.rectification.events;

import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/** A case has left the open ledger with a qualified verdict (T18); its responsible person and its registrant are told. */
public record HazardClosed(
        String hazard, int entry, @Nullable PersonId responsible, PersonId registrant) {}
