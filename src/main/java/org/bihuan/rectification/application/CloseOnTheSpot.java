package org.bihuan.rectification.application;

import org.bihuan.evidence.Evidence;
import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.Person;
import org.bihuan.rectification.Verdict;
import org.bihuan.rectification.adapter.RoundsOfHazards;
import org.bihuan.rectification.domain.CompletionReport;
import org.bihuan.rectification.domain.GivenVerdict;
import org.bihuan.rectification.domain.OnTheSpotHasBothPhotos;
import org.bihuan.shared.BusinessRule;
import org.bihuan.shared.CountyTime;
import org.springframework.stereotype.Component;

/**
 * Fixed during the inspection (4.2): the enterprise's person stands as rectifier, the inspector as verifier. The process then
 * closes the case at once.
 */
@Component
class CloseOnTheSpot {
    private final Evidence evidence;
    private final RoundsOfHazards rounds;
    private final CountyTime time;

    CloseOnTheSpot(Evidence evidence, RoundsOfHazards rounds, CountyTime time) {
        this.evidence = evidence;
        this.rounds = rounds;
        this.time = time;
    }

    void record(Hazard hazard, NewHazard.OnTheSpot done, Person inspector) {
        BusinessRule.check(
                new OnTheSpotHasBothPhotos(evidence.of(hazard.number().value())));
        rounds.add(
                hazard.number(),
                new CompletionReport(
                        0,
                        hazard.round(),
                        done.measures(),
                        null,
                        time.today(),
                        time.today(),
                        time.now(),
                        inspector.id(),
                        true,
                        done.rectifier(),
                        null));
        rounds.add(
                hazard.number(), new GivenVerdict(hazard.round(), Verdict.QUALIFIED, null, inspector.id(), time.now()));
    }
}
