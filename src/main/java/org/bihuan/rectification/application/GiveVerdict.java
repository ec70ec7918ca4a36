package org.bihuan.rectification.application;

import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.organisation.Person;
import org.bihuan.rectification.Verdict;
import org.bihuan.rectification.adapter.RoundsOfHazards;
import org.bihuan.rectification.domain.GivenVerdict;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The authority's independent verdict (T17, T18): four eyes by rule, not by screen. */
@Component
public class GiveVerdict {
    private final HazardLedger ledger;
    private final RoundsOfHazards rounds;
    private final FourEyes fourEyes;
    private final CountyTime time;

    GiveVerdict(HazardLedger ledger, RoundsOfHazards rounds, FourEyes fourEyes, CountyTime time) {
        this.ledger = ledger;
        this.rounds = rounds;
        this.fourEyes = fourEyes;
        this.time = time;
    }

    public void perform(HazardNumber number, Verdict verdict, @Nullable String opinion, Person verifier) {
        var hazard = ledger.lock(number);
        checkMayJudge(hazard, verifier);
        rounds.add(number, new GivenVerdict(hazard.round(), verdict, opinion, verifier.id(), time.now()));
        ledger.save(
                hazard,
                LogEntry.by(verifier, EntryKind.VERIFIED)
                        .with("round", hazard.round())
                        .with("verdict", verdict)
                        .with("opinion", opinion));
    }

    /** @throws org.bihuan.shared.BusinessRuleViolated when S1, S2, S3 or S9 bar this person */
    public void checkMayJudge(Hazard hazard, Person verifier) {
        fourEyes.checkMayJudge(hazard, verifier);
    }
}
