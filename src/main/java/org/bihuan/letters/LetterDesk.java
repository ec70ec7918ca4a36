package org.bihuan.letters;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.hazard.LogEntry;
import org.bihuan.letters.Letter.Line;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.NotAllowed;
import org.bihuan.shared.NotVisible;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people read letters and say that one is not wanted. */
@Service
class LetterDesk implements CaseLetters {
    private final LetterRows letters;
    private final LedgerReader reader;
    private final HazardLedger ledger;
    private final CountyTime time;

    LetterDesk(LetterRows letters, LedgerReader reader, HazardLedger ledger, CountyTime time) {
        this.letters = letters;
        this.reader = reader;
        this.ledger = ledger;
        this.time = time;
    }

    /**
     * A letter with those of its cases that the reader may see.
     *
     * @param hazards at least one, in the order of their numbers
     */
    record Seen(Letter letter, List<Hazard> hazards, boolean mayBeDiscarded) {}

    /** @throws NotVisible when there is none, or none of its cases is his to see */
    Seen get(UUID id, Person by) {
        var letter = letters.find(id).orElseThrow(() -> new NotVisible(id.toString()));
        var hazards = reader.visible(letter.hazards(), by);
        if (hazards.isEmpty()) {
            throw new NotVisible(id.toString());
        }
        return new Seen(letter, hazards, letter.isDraft() && decides(letter.kind(), hazards, by));
    }

    @Override
    public List<CaseLetter> of(HazardNumber hazard, Person by) {
        var all = letters.of(hazard);
        var visible =
                reader
                        .visible(
                                all.stream()
                                        .flatMap(letter -> letter.hazards().stream())
                                        .distinct()
                                        .toList(),
                                by)
                        .stream()
                        .collect(toMap(Hazard::number, Function.identity()));
        return all.stream().map(letter -> seenFrom(hazard, letter, visible, by)).toList();
    }

    private CaseLetter seenFrom(HazardNumber hazard, Letter letter, Map<HazardNumber, Hazard> visible, Person by) {
        var line = lineOf(hazard, letter);
        var stands = line.stands();
        var hazards = letter.hazards().stream().filter(visible::containsKey).toList();
        return new CaseLetter(
                letter.id(),
                letter.kind(),
                stands ? letter.state() : LetterState.SUPERSEDED,
                letter.draftedOn(),
                line.step(),
                hazards,
                stands ? letter.endedOn() : line.supersededOn(),
                letter.reason(),
                letter.endedBy(),
                line.supersededBy(),
                stands
                        && letter.isDraft()
                        && decides(
                                letter.kind(),
                                hazards.stream()
                                        .map(number -> Objects.requireNonNull(visible.get(number)))
                                        .toList(),
                                by));
    }

    /** The one that stands where the case has left the letter and come back. */
    private static Line lineOf(HazardNumber hazard, Letter letter) {
        var ofTheCase = letter.lines().stream()
                .filter(line -> line.hazard().equals(hazard))
                .toList();
        return ofTheCase.stream().filter(Line::stands).findFirst().orElse(ofTheCase.get(ofTheCase.size() - 1));
    }

    @Override
    public int waiting() {
        return letters.howManyDrafts();
    }

    /**
     * A draft is not wanted; the log of each of its cases says why.
     *
     * @throws NotAllowed when somebody else decides
     * @throws Conflict when it is no draft any more, or is about other cases than a moment ago
     */
    @Transactional
    public void discard(UUID id, String reason, Person by) {
        var seen = get(id, by);
        if (!decides(seen.letter().kind(), seen.hazards(), by)) {
            throw new NotAllowed("DISCARD_LETTER");
        }
        // The rows of the cases first, in number order, then the letter: as everybody who changes a case.
        var held = new ArrayList<Hazard>();
        seen.letter().hazards().stream()
                .sorted(Comparator.comparing(HazardNumber::value))
                .forEach(number -> held.add(ledger.lock(number)));
        var letter = letters.hold(id);
        if (!letter.isDraft()) {
            throw new Conflict("LETTER_" + letter.state());
        }
        if (!new HashSet<>(letter.hazards())
                .equals(new HashSet<>(held.stream().map(Hazard::number).toList()))) {
            throw new Conflict("LETTER_CHANGED");
        }
        letters.discard(id, reason, by.id(), time.today());
        ledger.note(held, notes(letter, reason, by));
    }

    private static Map<HazardNumber, List<LogEntry>> notes(Letter letter, String reason, Person by) {
        var entry = LogEntry.of(EntryKind.LETTER_DISCARDED, by.id())
                .with("letter", letter.kind())
                .with("reason", reason);
        return letter.hazards().stream().collect(toMap(Function.identity(), number -> List.of(entry)));
    }

    /** Who would sign it decides whether it is wanted: the committee office, for the unit's own its leader too (domain 8). */
    private static boolean decides(LetterKind kind, List<Hazard> hazards, Person by) {
        return by.is(Role.COMMITTEE_OFFICE)
                || (kind.isOfTheUnit()
                        && by.is(Role.UNIT_LEADER)
                        && hazards.stream().allMatch(hazard -> isFollowedBy(hazard, by)));
    }

    private static boolean isFollowedBy(Hazard hazard, Person by) {
        var unit = hazard.responsibility().supervisingUnit();
        return unit != null && by.worksFor(unit);
    }
}
