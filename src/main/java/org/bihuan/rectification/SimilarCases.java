package org.bihuan.rectification;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.hazard.Likeness;
import org.bihuan.hazard.Responsibility;
import org.bihuan.hazard.Status;
import org.bihuan.organisation.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Cases of the same responsible that may be the same hazard (T1, T4), and the closed one that a new case brings back (domain
 * 4.7). A person decides about the first; the second is only flagged.
 */
@Component
public class SimilarCases {
    private static final int SHOWN = 5;
    /** Rough on purpose: what is offered to a person may be wrong, what is left out is never seen. */
    private static final double WORTH_A_LOOK = 0.4;
    /** As for duplicates of an import (domain 4.7). */
    private static final double NEAR_IDENTICAL = 0.80;
    /** How long after its closing a case can recur (domain 4.7), and how far back open cases are compared. */
    private static final int MONTHS = 12;
    /** No rectification lasts longer (domain 5.1), so what was closed within the window was found within it or this before. */
    private static final int LONGEST_CASE_MONTHS = 12;

    private final HazardLedger ledger;
    private final LedgerReader reader;

    SimilarCases(HazardLedger ledger, LedgerReader reader) {
        this.ledger = ledger;
        this.reader = reader;
    }

    /**
     * A case that may be the same one.
     *
     * @param recurring closed: not the same case, but the hazard of that case come back
     */
    public record Similar(Hazard hazard, boolean samePlace, boolean alike, boolean recurring) {
        public String number() {
            return hazard.number().value();
        }
    }

    /**
     * What is known of a hazard; while it is being typed, texts may be incomplete.
     *
     * @param itself its number once it has one, so that it is not compared with itself
     */
    public record Draft(
            @Nullable HazardNumber itself,
            Responsibility responsibility,
            LocalDate foundOn,
            @Nullable String criterion,
            String location,
            String description) {
        static Draft of(Hazard hazard) {
            var finding = hazard.finding();
            return new Draft(
                    hazard.number(),
                    hazard.responsibility(),
                    hazard.origin().foundOn(),
                    finding.criterion(),
                    finding.location(),
                    finding.description());
        }
    }

    /** The closed case that comes back, then open cases that may be the same, likest first; only what the person may see. */
    public List<Similar> to(Draft draft, Person person) {
        var around = around(draft);
        var closed = recurring(around, draft).map(other -> compared(other, draft, true));
        return seen(Stream.concat(closed.stream(), candidates(around.stream(), draft)), person);
    }

    /** The same for a hazard that has just been registered. */
    public List<Similar> to(Hazard hazard, Person person) {
        return to(Draft.of(hazard), person);
    }

    /** Cases that may carry on for this one (T4): open, in the same region, of no lower grade; likest first. */
    public List<Similar> survivorsFor(Hazard hazard, Person person) {
        var draft = Draft.of(hazard);
        var fit = around(draft).stream()
                .filter(other ->
                        other.finding().region().equals(hazard.finding().region()))
                .filter(other ->
                        other.finding().grade().compareTo(hazard.finding().grade()) >= 0);
        return seen(candidates(fit, draft), person);
    }

    /** The closed case that this one brings back, whoever may see it; of several the one closed last. */
    public Optional<HazardNumber> recurring(Hazard hazard) {
        var draft = Draft.of(hazard);
        return recurring(around(draft), draft).map(Hazard::number);
    }

    private List<Hazard> around(Draft draft) {
        var responsibility = draft.responsibility();
        var party = responsibility.enterprise() != null
                ? responsibility.enterprise().value()
                : Objects.requireNonNull(responsibility.responsibleUnit()).value();
        var from = draft.foundOn().minusMonths(MONTHS + LONGEST_CASE_MONTHS);
        return ledger.foundAround(List.of(party), from, draft.foundOn().plusMonths(MONTHS)).stream()
                .filter(other -> !other.number().equals(draft.itself()))
                .toList();
    }

    private List<Similar> seen(Stream<Similar> found, Person person) {
        return found.filter(other -> reader.maySee(other.hazard().number(), person))
                .limit(SHOWN)
                .toList();
    }

    private static Stream<Similar> candidates(Stream<Hazard> others, Draft draft) {
        return others.filter(other -> other.status().isOpen())
                .map(other -> compared(other, draft, false))
                .filter(other -> other.samePlace() || other.alike())
                .sorted(likestFirst(draft.description()));
    }

    private static Optional<Hazard> recurring(List<Hazard> others, Draft draft) {
        return others.stream()
                .filter(other -> other.status() == Status.CLOSED)
                .filter(other -> !other.origin().foundOn().isAfter(draft.foundOn()))
                .filter(other -> !closedOn(other).isBefore(draft.foundOn().minusMonths(MONTHS)))
                .filter(other -> isSameAgain(other, draft))
                .max(Comparator.comparing(SimilarCases::closedOn)
                        .thenComparing(hazard -> hazard.number().value()));
    }

    private static boolean isSameAgain(Hazard other, Draft draft) {
        var criterion = draft.criterion();
        var its = other.finding().criterion();
        return (criterion != null && its != null && Likeness.isSame(criterion, its))
                || Likeness.of(draft.description(), other.finding().description()) >= NEAR_IDENTICAL;
    }

    private static LocalDate closedOn(Hazard closed) {
        return Objects.requireNonNull(closed.ending().closedOn());
    }

    private static Similar compared(Hazard other, Draft draft, boolean recurring) {
        return new Similar(
                other,
                Likeness.isSame(draft.location(), other.finding().location()),
                Likeness.of(draft.description(), other.finding().description()) >= WORTH_A_LOOK,
                recurring);
    }

    private static Comparator<Similar> likestFirst(String description) {
        return Comparator.<Similar>comparingDouble(other ->
                        -Likeness.of(description, other.hazard().finding().description()))
                .thenComparing(other -> !other.samePlace())
                .thenComparing(Similar::number, Comparator.reverseOrder());
    }
}
