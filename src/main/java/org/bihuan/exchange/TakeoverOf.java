package org.bihuan.exchange;

import org.bihuan.hazard.DueDates;
import org.bihuan.hazard.Finding;
import org.bihuan.hazard.Registration;
import org.bihuan.hazard.Responsibility;
import org.bihuan.hazard.Status;
import org.bihuan.hazard.Takeover;
import org.bihuan.organisation.PersonId;

/** A ledger row on its way into the ledger (domain 9.1): closed as history, reported as SUBMITTED, else RECTIFYING. */
final class TakeoverOf {
    private TakeoverOf() {}

    static Takeover row(LedgerEntry entry, PersonId broughtBy) {
        var dueOn = entry.extendedTo() == null ? entry.dueOn() : entry.extendedTo();
        var original = entry.dueOn() == null ? dueOn : entry.dueOn();
        var registration = new Registration(
                entry.source(),
                entry.foundOn(),
                dueOn,
                entry.findingUnit(),
                false,
                new Finding(
                        entry.grade(),
                        entry.category(),
                        entry.region(),
                        entry.industry(),
                        entry.location(),
                        entry.description(),
                        entry.criterion()),
                new Responsibility(entry.enterprise(), entry.responsibleUnit(), null, null, entry.requirement()),
                broughtBy);
        return new Takeover(
                registration,
                entry.externalNumber(),
                status(entry),
                dueOn == null ? DueDates.NONE : new DueDates(dueOn, original, dueOn, false, null),
                entry.completedOn(),
                entry.closedOn(),
                entry.extensions(),
                entry.particulars());
    }

    private static Status status(LedgerEntry entry) {
        if (entry.isClosed()) {
            return Status.CLOSED;
        }
        return entry.completedOn() == null ? Status.RECTIFYING : Status.SUBMITTED;
    }
}
