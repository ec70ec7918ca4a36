package org.bihuan.rectification.application;

import java.time.LocalDate;
import org.bihuan.deadline.Supervising;
import org.bihuan.deadline.Supervision.Action;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.organisation.Person;
import org.bihuan.rectification.domain.QuietLastsAtMostTenWorkingDays;
import org.bihuan.shared.BusinessRule;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A superior answers for a delay that has reached him (N11): he instructs, interviews or transfers. The delay itself goes on. */
@Component
public class AnswerSupervision {
    private final HazardLedger ledger;
    private final Supervising supervising;
    private final CountyTime time;

    AnswerSupervision(HazardLedger ledger, Supervising supervising, CountyTime time) {
        this.ledger = ledger;
        this.supervising = supervising;
        this.time = time;
    }

    public void perform(
            HazardNumber number,
            String taskId,
            Action action,
            String opinion,
            @Nullable LocalDate quietUntil,
            Person by) {
        var hazard = ledger.lock(number);
        BusinessRule.check(new QuietLastsAtMostTenWorkingDays(quietUntil, time.today(), supervising.latestQuiet()));
        ledger.save(
                supervising.answered(hazard, taskId, action, opinion, quietUntil, by.id()),
                LogEntry.by(by, EntryKind.SUPERVISED)
                        .with("action", action)
                        .with("opinion", opinion)
                        .with("quietUntil", quietUntil));
    }
}
