package org.bihuan.hazard;

import java.time.LocalDate;
import org.bihuan.shared.BusinessRule;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger. Immutable: each change gives the next state, and {@link HazardLedger#save} writes it together with
 * the log entry that says why.
 *
 * @param version counts the changes; two people acting at once: the second gets a conflict
 * @param round 1 at first, one more with each return (T17)
 * @param assigned whether it has ever been assigned: from then on the enterprise sees it
 * @param extensions granted so far
 * @param log where its case log ends
 */
public record Hazard(
        HazardNumber number,
        int version,
        Status status,
        Origin origin,
        Finding finding,
        Responsibility responsibility,
        DueDates dueDates,
        int round,
        boolean assigned,
        int extensions,
        Ending ending,
        LogHead log) {

    /** @throws org.bihuan.shared.BusinessRuleViolated when the present status does not allow it */
    public Hazard after(Transition transition) {
        BusinessRule.check(new StatusAllowsTheStep(this, transition));
        return new Hazard(
                number,
                version,
                transition.to(),
                origin,
                finding,
                responsibility,
                dueDates,
                transition.beginsARound() ? round + 1 : round,
                assigned || transition.assigns(),
                extensions,
                ending,
                log);
    }

    public Hazard with(Finding newFinding) {
        return new Hazard(
                number,
                version,
                status,
                origin,
                newFinding,
                responsibility,
                dueDates,
                round,
                assigned,
                extensions,
                ending,
                log);
    }

    public Hazard with(Responsibility newResponsibility) {
        return new Hazard(
                number,
                version,
                status,
                origin,
                finding,
                newResponsibility,
                dueDates,
                round,
                assigned,
                extensions,
                ending,
                log);
    }

    public Hazard with(DueDates newDates) {
        return new Hazard(
                number,
                version,
                status,
                origin,
                finding,
                responsibility,
                newDates,
                round,
                assigned,
                extensions,
                ending,
                log);
    }

    /** One more extension is granted; its day comes with the due dates. */
    public Hazard extended() {
        return new Hazard(
                number,
                version,
                status,
                origin,
                finding,
                responsibility,
                dueDates,
                round,
                assigned,
                extensions + 1,
                ending,
                log);
    }

    public Hazard closed(Transition how, LocalDate on, @Nullable LocalDate completedOn) {
        return after(how).with(new Ending(completedOn, on, null, null));
    }

    public Hazard reopened(Transition how) {
        return after(how).with(Ending.NONE);
    }

    public Hazard voided(Transition how, VoidReason reason) {
        return after(how).with(new Ending(null, null, reason, null));
    }

    public Hazard mergedInto(HazardNumber survivor) {
        return after(Transition.MERGE).with(new Ending(null, null, null, survivor));
    }

    /** The state as saved under the next version. */
    public Hazard saved(int newVersion, LogHead newLog) {
        return new Hazard(
                number,
                newVersion,
                status,
                origin,
                finding,
                responsibility,
                dueDates,
                round,
                assigned,
                extensions,
                ending,
                newLog);
    }

    public boolean isMajor() {
        return finding.grade() == Grade.MAJOR;
    }

    private Hazard with(Ending newEnding) {
        return new Hazard(
                number,
                version,
                status,
                origin,
                finding,
                responsibility,
                dueDates,
                round,
                assigned,
                extensions,
                newEnding,
                log);
    }
}
