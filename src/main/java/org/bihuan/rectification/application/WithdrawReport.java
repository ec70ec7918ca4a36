package org.bihuan.rectification.application;

import org.bihuan.deadline.Deadlines;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.hazard.Transition;
import org.bihuan.organisation.Person;
import org.bihuan.rectification.adapter.RoundsOfHazards;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The responsible side takes its report back before the verdict (T16): the old due date goes on. */
@Component
public class WithdrawReport {
    private final HazardLedger ledger;
    private final Deadlines deadlines;
    private final RoundsOfHazards rounds;
    private final FourEyes fourEyes;
    private final Cases cases;
    private final CountyTime time;

    WithdrawReport(
            HazardLedger ledger,
            Deadlines deadlines,
            RoundsOfHazards rounds,
            FourEyes fourEyes,
            Cases cases,
            CountyTime time) {
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.rounds = rounds;
        this.fourEyes = fourEyes;
        this.cases = cases;
        this.time = time;
    }

    @Transactional
    public Hazard perform(HazardNumber number, @Nullable String reason, Person by) {
        var hazard = ledger.lock(number);
        var resumed = hazard.after(Transition.WITHDRAW_REPORT);
        var report = rounds.of(number).standing(hazard.round());
        var isReporter = report.map(found -> found.reportedBy().equals(by.id())).orElse(false);
        if (!isReporter && !Responsibles.isOfThem(by, hazard.responsibility())) {
            throw new NotAllowed("WITHDRAW");
        }
        rounds.withdraw(number, hazard.round(), time.now());
        var saved = ledger.save(
                deadlines.withdrawn(resumed),
                LogEntry.by(fourEyes.forTheResponsible(by, hazard), EntryKind.REPORT_WITHDRAWN)
                        .with("round", hazard.round())
                        .with("reason", reason));
        cases.tell(number.value(), HazardRectificationModel.REPORT_WITHDRAWN);
        return saved;
    }

    /** Whether a report waits for its verdict and lies with the person's side. */
    public static boolean isOpenTo(Person by, Hazard hazard) {
        return Transition.WITHDRAW_REPORT.isOpenFrom(hazard.status())
                && Responsibles.isOfThem(by, hazard.responsibility());
    }
}
