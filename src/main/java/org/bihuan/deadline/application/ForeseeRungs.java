package org.bihuan.deadline.application;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.ComingRungs;
import org.bihuan.deadline.adapter.Clocks;
import org.bihuan.deadline.adapter.Rungs;
import org.bihuan.deadline.domain.Clock;
import org.bihuan.deadline.domain.Rung;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks ahead without firing anything. */
@Component
class ForeseeRungs implements ComingRungs {
    private final Rungs rungs;
    private final Clocks clocks;
    private final Audiences audiences;
    private final HazardLedger ledger;

    ForeseeRungs(Rungs rungs, Clocks clocks, Audiences audiences, HazardLedger ledger) {
        this.rungs = rungs;
        this.clocks = clocks;
        this.audiences = audiences;
        this.ledger = ledger;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ComingRung> until(Instant moment) {
        var coming = rungs.waitingUntil(moment);
        var numbers = coming.stream().map(Rung::hazard).distinct().toList();
        var hazards = ledger.all(numbers).stream().collect(toMap(Hazard::number, Function.identity()));
        var owners = clocks.running(numbers).stream()
                .collect(toMap(clock -> new Term(clock.hazard(), clock.kind()), Clock::owner));
        return coming.stream()
                .filter(rung -> hazards.containsKey(rung.hazard()))
                .map(rung -> new ComingRung(
                        rung.hazard(),
                        rung.kind(),
                        rung.term(),
                        rung.step(),
                        rung.action(),
                        rung.audience(),
                        audiences.of(
                                rung,
                                Objects.requireNonNull(hazards.get(rung.hazard())),
                                owners.get(new Term(rung.hazard(), rung.kind())))))
                .toList();
    }

    private record Term(HazardNumber hazard, ClockKind kind) {}
}
