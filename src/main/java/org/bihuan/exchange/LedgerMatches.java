package org.bihuan.exchange;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;

/** What the ledger already holds, asked for a whole file at once. */
interface LedgerMatches {
    /** A ledger that holds nothing. */
    LedgerMatches NONE = new LedgerMatches() {
        @Override
        public Set<HazardNumber> known(Collection<HazardNumber> numbers) {
            return Set.of();
        }

        @Override
        public List<Held> near(Collection<Sought> sought, int days) {
            return List.of();
        }
    };

    /** Those of the numbers that the ledger holds, whatever became of them. */
    Set<HazardNumber> known(Collection<HazardNumber> numbers);

    /**
     * Hazards of the same enterprise or responsible unit found at most so many days before or after one of the sought days, in
     * the order of their numbers; void and merged ones left out. Place and description are compared by the caller.
     */
    List<Held> near(Collection<Sought> sought, int days);

    /** One of enterprise and responsible unit is there. */
    record Sought(@Nullable CreditCode enterprise, @Nullable UnitCode responsibleUnit, LocalDate foundOn) {}

    /** A hazard of the ledger, as far as duplicates compare it. */
    record Held(
            HazardNumber number,
            @Nullable CreditCode enterprise,
            @Nullable UnitCode responsibleUnit,
            LocalDate foundOn,
            String location,
            String description) {}
}
