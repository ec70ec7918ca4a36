package org.bihuan.deadline.application;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bihuan.deadline.CaseTraits;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.ClockOwner;
import org.bihuan.deadline.adapter.Clocks;
import org.bihuan.deadline.adapter.Rungs;
import org.bihuan.deadline.domain.Clock;
import org.bihuan.deadline.domain.FiredRung;
import org.bihuan.deadline.domain.Ladder;
import org.bihuan.deadline.domain.Rung;
import org.bihuan.deadline.domain.Step;
import org.bihuan.deadline.events.LettersAsked;
import org.bihuan.deadline.events.LettersAsked.Asked;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.CountyTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets rungs take effect: each once, with its recipients, who may read the case from then on, and a line in the case log. Behind
 * the last rung of a ladder the next one is made. The caller holds the hazards; a few statements whatever their number.
 */
@Component
public class FireRungs {
    private static final Pattern COMMAS = Pattern.compile(",\\s*");

    private final Rungs rungs;
    private final Clocks clocks;
    private final Ladders ladders;
    private final Audiences audiences;
    private final HazardLedger ledger;
    private final CountyTime time;
    private final ApplicationEventPublisher events;

    FireRungs(
            Rungs rungs,
            Clocks clocks,
            Ladders ladders,
            Audiences audiences,
            HazardLedger ledger,
            CountyTime time,
            ApplicationEventPublisher events) {
        this.rungs = rungs;
        this.clocks = clocks;
        this.ladders = ladders;
        this.audiences = audiences;
        this.ledger = ledger;
        this.time = time;
        this.events = events;
    }

    /** @return the hazard with the new head of its log */
    public Hazard of(Hazard hazard) {
        return of(List.of(hazard)).get(0);
    }

    /** @return the hazards in the same order, with the new heads of their logs */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Hazard> of(List<Hazard> hazards) {
        var now = time.now();
        var held = hazards.stream().collect(toMap(Hazard::number, Function.identity()));
        var fired = new ArrayList<Rung>();
        // After an outage the rungs of the endless series come to be and fire one after the other, all of them in order
        // (N2).
        for (var due = rungs.fire(held.keySet(), now); !due.isEmpty(); due = followingDue(due, held, now)) {
            fired.addAll(due);
        }
        if (fired.isEmpty()) {
            return hazards;
        }
        tell(fired, held, now);
        var drafting = askingForLetters(fired);
        askForLetters(drafting, held);
        return ledger.note(hazards, notes(fired, drafting));
    }

    /** What fires now takes effect today: only the highest of a term drafts (N2). */
    private List<Rung> askingForLetters(List<Rung> fired) {
        var today = time.today();
        return FiredRung.acting(fired.stream()
                .filter(rung -> rung.letter() != null && rung.kind() == ClockKind.RECTIFY)
                .map(rung -> new FiredRung(rung, today))
                .toList());
    }

    private void askForLetters(List<Rung> drafting, Map<HazardNumber, Hazard> held) {
        if (!drafting.isEmpty()) {
            events.publishEvent(new LettersAsked(drafting.stream()
                    .map(rung -> new Asked(the(held, rung), rung.term(), rung.step(), letters(rung)))
                    .toList()));
        }
    }

    private static List<String> letters(Rung rung) {
        return COMMAS.splitAsStream(Objects.requireNonNull(rung.letter())).toList();
    }

    private void tell(List<Rung> fired, Map<HazardNumber, Hazard> held, Instant now) {
        var told = new ArrayList<Rungs.Told>();
        var readers = new HashMap<HazardNumber, Set<PersonId>>();
        var desks = ownersOfDesks(fired);
        for (var rung : fired) {
            var owner = desks.get(new Term(rung.hazard(), rung.kind()));
            for (var recipient : audiences.of(rung, the(held, rung), owner)) {
                told.add(new Rungs.Told(rung, recipient));
                if (recipient.indexOf(':') < 0) {
                    readers.computeIfAbsent(rung.hazard(), number -> new LinkedHashSet<>())
                            .add(PersonId.of(recipient));
                }
            }
        }
        rungs.tell(told, now);
        ledger.letRead(readers);
    }

    private Map<Term, ClockOwner> ownersOfDesks(List<Rung> fired) {
        var ofDesks = fired.stream()
                .filter(rung -> rung.kind().isOfADesk())
                .map(Rung::hazard)
                .distinct()
                .toList();
        return clocks.running(ofDesks).stream()
                .collect(toMap(clock -> new Term(clock.hazard(), clock.kind()), Clock::owner));
    }

    /** Makes what follows the last rungs of their ladders, and fires of it what is due. */
    private List<Rung> followingDue(List<Rung> fired, Map<HazardNumber, Hazard> held, Instant now) {
        var climbing =
                fired.stream().filter(rung -> rung.step().startsWith("+")).toList();
        if (climbing.isEmpty()) {
            return List.of();
        }
        var running = clocks
                .running(climbing.stream().map(Rung::hazard).distinct().toList())
                .stream()
                .collect(toMap(clock -> new Term(clock.hazard(), clock.kind()), Function.identity()));
        var known = new HashMap<Case, Ladder>();
        var following = new ArrayList<Rung>();
        for (var rung : climbing) {
            var clock = running.get(new Term(rung.hazard(), rung.kind()));
            if (clock != null && clock.term() == rung.term()) {
                var traits = CaseTraits.of(the(held, rung));
                known.computeIfAbsent(new Case(rung.kind(), traits), kind -> ladders.of(kind.clock(), kind.traits()))
                        .following(rung, clock)
                        .ifPresent(following::add);
            }
        }
        rungs.add(following);
        return following.stream().anyMatch(rung -> !rung.fireAt().isAfter(now))
                ? rungs.fire(held.keySet(), now)
                : List.of();
    }

    /** What begins with a term is told by the entry of its cause already. */
    private static Map<HazardNumber, List<LogEntry>> notes(List<Rung> fired, List<Rung> drafting) {
        var notes = new LinkedHashMap<HazardNumber, List<LogEntry>>();
        for (var rung : fired) {
            if (!rung.step().equals(Step.START) && !rung.step().equals(Step.MOVED)) {
                notes.computeIfAbsent(rung.hazard(), number -> new ArrayList<>())
                        .add(LogEntry.of(EntryKind.REMINDED, null)
                                .with("clock", rung.kind())
                                .with("rung", rung.step())
                                .with("audience", rung.audience()));
            }
        }
        for (var rung : drafting) {
            notes.computeIfAbsent(rung.hazard(), number -> new ArrayList<>())
                    .add(LogEntry.of(EntryKind.LETTER_DRAFTED, null)
                            .with("letter", String.join(", ", letters(rung)))
                            .with("rung", rung.step()));
        }
        return notes;
    }

    private static Hazard the(Map<HazardNumber, Hazard> held, Rung rung) {
        return Objects.requireNonNull(held.get(rung.hazard()));
    }

    private record Term(HazardNumber hazard, ClockKind kind) {}

    private record Case(ClockKind clock, CaseTraits traits) {}
}
