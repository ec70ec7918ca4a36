package org.bihuan.exchange;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.springframework.stereotype.Component;

/** Compares a file with the ledger itself: one question for all its parties and days. */
@Component
class HeldByTheLedger implements LedgerMatches {
    private final HazardLedger ledger;

    HeldByTheLedger(HazardLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Set<HazardNumber> known(Collection<HazardNumber> numbers) {
        return ledger.known(numbers);
    }

    @Override
    public List<Held> near(Collection<Sought> sought, int days) {
        if (sought.isEmpty()) {
            return List.of();
        }
        var parties = new HashSet<String>();
        sought.forEach(one -> parties.add(Objects.toString(one.enterprise(), String.valueOf(one.responsibleUnit()))));
        var first =
                sought.stream().map(Sought::foundOn).min(LocalDate::compareTo).orElseThrow();
        var last =
                sought.stream().map(Sought::foundOn).max(LocalDate::compareTo).orElseThrow();
        return ledger.foundAround(parties, first.minusDays(days), last.plusDays(days)).stream()
                .map(HeldByTheLedger::held)
                .toList();
    }

    private static Held held(Hazard hazard) {
        return new Held(
                hazard.number(),
                hazard.responsibility().enterprise(),
                hazard.responsibility().responsibleUnit(),
                hazard.origin().foundOn(),
                hazard.finding().location(),
                hazard.finding().description());
    }
}
