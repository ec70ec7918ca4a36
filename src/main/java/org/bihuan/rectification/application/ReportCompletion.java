package org.bihuan.rectification.application;

import java.time.LocalDate;
import org.bihuan.deadline.Deadlines;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.hazard.Transition;
import org.bihuan.organisation.Person;
import org.bihuan.rectification.adapter.RoundsOfHazards;
import org.bihuan.rectification.domain.CompletionLiesBetweenFindingAndToday;
import org.bihuan.rectification.domain.CompletionReport;
import org.bihuan.rectification.domain.ReportForOthersHasASignedSlip;
import org.bihuan.rectification.domain.RoundHasNewProof;
import org.bihuan.shared.BusinessRule;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The responsible side reports completion (T15): its clock stops at that moment, whatever the verifier does. */
@Component
public class ReportCompletion {
    private final HazardLedger ledger;
    private final Deadlines deadlines;
    private final RoundsOfHazards rounds;
    private final Proofs proofs;
    private final DecideExtension decideExtension;
    private final CountyTime time;

    ReportCompletion(
            HazardLedger ledger,
            Deadlines deadlines,
            RoundsOfHazards rounds,
            Proofs proofs,
            DecideExtension decideExtension,
            CountyTime time) {
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.rounds = rounds;
        this.proofs = proofs;
        this.decideExtension = decideExtension;
        this.time = time;
    }

    public Hazard perform(
            HazardNumber number, String measures, @Nullable Long fundsYuan, LocalDate completedOn, Person reporter) {
        var hazard = ledger.lock(number);
        var reported = hazard.after(Transition.REPORT_COMPLETION);
        var onBehalf = !Responsibles.isOfThem(reporter, hazard.responsibility());
        var newFiles = rounds.of(number).newIn(hazard.round(), proofs.of(number));
        BusinessRule.check(
                new CompletionLiesBetweenFindingAndToday(
                        completedOn, hazard.origin().foundOn(), time.today()),
                new RoundHasNewProof(hazard.round(), hazard.finding().category(), newFiles),
                new ReportForOthersHasASignedSlip(onBehalf, newFiles));
        rounds.add(
                number,
                new CompletionReport(
                        0,
                        hazard.round(),
                        measures,
                        fundsYuan,
                        completedOn,
                        time.today(),
                        time.now(),
                        reporter.id(),
                        onBehalf,
                        null,
                        null));
        decideExtension.recall(number, reporter);
        return ledger.save(
                deadlines.reported(reported),
                LogEntry.by(reporter, EntryKind.COMPLETION_REPORTED)
                        .with("round", hazard.round())
                        .with("measures", measures)
                        .with("fundsYuan", fundsYuan)
                        .with("completedOn", completedOn)
                        .with("onBehalf", onBehalf ? Boolean.TRUE : null));
    }
}
