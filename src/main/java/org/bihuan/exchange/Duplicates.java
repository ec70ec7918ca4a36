package org.bihuan.exchange;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bihuan.exchange.ReadRow.Place;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * Tells which rows are there already, in the ledger or further up in the file (reading rule 11): same party and place, and the
 * same day and description, or at most a week apart and descriptions alike.
 */
final class Duplicates {
    private static final int DAYS_APART = 7;
    private static final double ALIKE = 0.80;

    private final Set<HazardNumber> knownNumbers;
    private final Map<String, List<Seen>> ledger = new HashMap<>();
    private final Map<String, List<Seen>> file = new HashMap<>();

    private Duplicates(Set<HazardNumber> knownNumbers) {
        this.knownNumbers = knownNumbers;
    }

    /** Asks the ledger once for all rows of a file. */
    static Duplicates among(List<ReadRow> rows, LedgerMatches matches) {
        var numbers = new HashSet<HazardNumber>();
        var sought = new HashSet<LedgerMatches.Sought>();
        for (var row : rows) {
            if (row.ours() != null) {
                numbers.add(row.ours());
            }
            if (row.entry() != null) {
                var entry = row.entry();
                sought.add(new LedgerMatches.Sought(entry.enterprise(), entry.responsibleUnit(), entry.foundOn()));
            }
        }
        var duplicates = new Duplicates(numbers.isEmpty() ? Set.of() : matches.known(numbers));
        if (!sought.isEmpty()) {
            for (var held : matches.near(sought, DAYS_APART)) {
                var seen = Seen.of(held);
                note(duplicates.ledger, key(held.enterprise(), held.responsibleUnit(), held.location()), seen);
            }
        }
        return duplicates;
    }

    /**
     * What an earlier row or the ledger says about a row; rows must come in file order, and the ones that are taken in are
     * remembered.
     */
    Optional<Found> find(ReadRow row) {
        if (row.ours() != null && knownNumbers.contains(row.ours())) {
            return Optional.of(new Found(Reason.DUPLICATE_IN_LEDGER, null, row.ours()));
        }
        var entry = row.entry();
        if (entry == null) {
            return Optional.empty();
        }
        var key = key(entry.enterprise(), entry.responsibleUnit(), entry.location());
        var seen = Seen.of(entry, row.place());
        var found = nearest(seen, ledger.getOrDefault(key, List.of()))
                .map(held -> new Found(Reason.DUPLICATE_IN_LEDGER, null, held.number))
                .or(() -> nearest(seen, file.getOrDefault(key, List.of()))
                        .map(earlier -> new Found(
                                seen.isSameAs(earlier) ? Reason.DUPLICATE_EXACT : Reason.DUPLICATE_NEAR,
                                earlier.place,
                                null)));
        if (found.isEmpty()) {
            note(file, key, seen);
        }
        return found;
    }

    /**
     * @param earlier the row of this file, or {@code number} the hazard of the ledger
     */
    record Found(
            Reason reason,
            @Nullable Place earlier,
            @Nullable HazardNumber number) {}

    /** The same one if there is, else the one most alike; the earlier of two. */
    private static Optional<Seen> nearest(Seen seen, List<Seen> others) {
        Seen best = null;
        var most = ALIKE;
        for (var other : others) {
            if (seen.isSameAs(other)) {
                return Optional.of(other);
            }
            if (Math.abs(ChronoUnit.DAYS.between(seen.foundOn, other.foundOn)) > DAYS_APART) {
                continue;
            }
            var likeness = Wording.likeness(seen.description, other.description);
            if (best == null ? likeness >= most : likeness > most) {
                best = other;
                most = likeness;
            }
        }
        return Optional.ofNullable(best);
    }

    private static String key(@Nullable CreditCode enterprise, @Nullable UnitCode unit, String location) {
        return (enterprise != null ? enterprise.value() : "unit:" + unit) + "|" + Wording.lettersAndDigits(location);
    }

    private static void note(Map<String, List<Seen>> notes, String key, Seen seen) {
        notes.computeIfAbsent(key, none -> new ArrayList<>()).add(seen);
    }

    private record Seen(
            LocalDate foundOn,
            String description,
            @Nullable Place place,
            @Nullable HazardNumber number) {
        static Seen of(LedgerEntry entry, Place place) {
            return new Seen(entry.foundOn(), Wording.lettersAndDigits(entry.description()), place, null);
        }

        static Seen of(LedgerMatches.Held held) {
            return new Seen(held.foundOn(), Wording.lettersAndDigits(held.description()), null, held.number());
        }

        boolean isSameAs(Seen other) {
            return foundOn.equals(other.foundOn) && description.equals(other.description);
        }
    }
}
