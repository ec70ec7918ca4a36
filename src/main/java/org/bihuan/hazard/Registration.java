package org.bihuan.hazard;

import java.time.LocalDate;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * A hazard before it has a number.
 *
 * @param findingUnit unit of the inspector who found it, or the one a ledger names
 * @param wishedDueOn the due date the registrant named, if any
 * @param selfRegistered whether the responsible enterprise's own people register it
 */
public record Registration(
        Source source,
        LocalDate foundOn,
        @Nullable LocalDate wishedDueOn,
        @Nullable UnitCode findingUnit,
        boolean selfRegistered,
        Finding finding,
        Responsibility responsibility,
        PersonId registeredBy) {}
