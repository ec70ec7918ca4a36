package org.bihuan.deadline.application;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.deadline.adapter.Rungs;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.CountyTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets rungs take effect: each once, with its recipients, who may read the case from then on. The caller holds the hazards. */
@Component
public class FireRungs {
    private final Rungs rungs;
    private final Audiences audiences;
    private final HazardLedger ledger;
    private final CountyTime time;

    FireRungs(Rungs rungs, Audiences audiences, HazardLedger ledger, CountyTime time) {
        this.rungs = rungs;
        this.audiences = audiences;
        this.ledger = ledger;
        this.time = time;
    }

    public void of(Hazard hazard) {
        of(List.of(hazard));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void of(List<Hazard> hazards) {
        var now = time.now();
        var byNumber = hazards.stream().collect(Collectors.toMap(Hazard::number, Function.identity()));
        for (var rung : rungs.fire(byNumber.keySet(), now)) {
            var hazard = byNumber.get(rung.hazard());
            if (hazard == null) {
                continue;
            }
            var recipients = audiences.of(rung, hazard);
            rungs.tell(rung, recipients, now);
            ledger.letRead(
                    rung.hazard(),
                    recipients.stream()
                            .filter(recipient -> recipient.indexOf(':') < 0)
                            .map(PersonId::of)
                            .toList());
        }
    }
}
