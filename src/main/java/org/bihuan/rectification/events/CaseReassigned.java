package org.bihuan.rectification.events;

import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/** Another person has the work now (T25); both are told. The clocks do not move. */
public record CaseReassigned(
        String hazard, int entry, @Nullable PersonId from, PersonId to) {}
