package org.bihuan.rectification.application;

import org.bihuan.deadline.Deadlines;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.hazard.Transition;
import org.bihuan.organisation.Person;
import org.bihuan.rectification.adapter.Assignments;
import org.bihuan.shared.CountyTime;
import org.springframework.stereotype.Component;

/** The responsible side confirms receipt (T6), or says that the case is not its own (T7). */
@Component
public class AnswerAssignment {
    private final HazardLedger ledger;
    private final Deadlines deadlines;
    private final Assignments assignments;
    private final Reviewers reviewers;
    private final DecideExtension decideExtension;
    private final CountyTime time;

    AnswerAssignment(
            HazardLedger ledger,
            Deadlines deadlines,
            Assignments assignments,
            Reviewers reviewers,
            DecideExtension decideExtension,
            CountyTime time) {
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.assignments = assignments;
        this.reviewers = reviewers;
        this.decideExtension = decideExtension;
        this.time = time;
    }

    /** The due date does not move by late acceptance. */
    public Hazard accept(HazardNumber number, Person by) {
        var accepted = ledger.lock(number).after(Transition.ACCEPT);
        assignments.end(number, true, null, time.today(), by.id());
        return ledger.save(deadlines.accepted(accepted), LogEntry.by(by, EntryKind.ACCEPTED));
    }

    /** The clocks of this assignment end; the case goes back to review. */
    public Hazard decline(HazardNumber number, String reason, Person by) {
        var declined = ledger.lock(number).after(Transition.DECLINE);
        assignments.end(number, false, reason, time.today(), by.id());
        decideExtension.recall(number, by);
        return ledger.save(
                deadlines.awaitsReview(deadlines.declined(declined), reviewers.groupFor(declined)),
                LogEntry.by(by, EntryKind.DECLINED).with("reason", reason));
    }
}
