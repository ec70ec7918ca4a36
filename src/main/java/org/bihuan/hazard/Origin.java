package org.bihuan.hazard;

import java.time.Instant;
import java.time.LocalDate;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * How a hazard came into the ledger; never changes.
 *
 * @param foundOn day of discovery, not after the day of registration
 * @param findingUnit the unit of the inspector who found it; absent when an enterprise found it itself
 * @param selfRegistered whether the responsible enterprise's own people registered it: they see it before its assignment
 * @param takenOver whether it came from a ledger kept before
 * @param externalNumber the number it had there
 * @param wishedDueOn the due date the registrant named; the review decides
 */
public record Origin(
        Source source,
        LocalDate foundOn,
        Instant registeredAt,
        PersonId registeredBy,
        @Nullable UnitCode findingUnit,
        boolean selfRegistered,
        boolean takenOver,
        @Nullable String externalNumber,
        @Nullable LocalDate wishedDueOn) {}
