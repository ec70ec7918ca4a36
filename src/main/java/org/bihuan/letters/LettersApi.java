package org.bihuan.letters;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.deadline.Supervision.Outcome;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.PersonId;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.Fields;
import org.bihuan.shared.NotVisible;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The letters of a case, and that one of them is not wanted. */
@RestController
@Tag(name = "letters")
class LettersApi {
    private static final int LONGEST_REASON = 1000;

    private final LetterDesk desk;
    private final LedgerReader reader;
    private final CurrentPerson current;
    private final CountyTime time;

    LettersApi(LetterDesk desk, LedgerReader reader, CurrentPerson current, CountyTime time) {
        this.desk = desk;
        this.reader = reader;
        this.current = current;
        this.time = time;
    }

    @GetMapping("/api/v1/hazards/{number}/letters")
    @Operation(summary = "Letters that the ladder has drafted for the case (N6), the newest first")
    Items letters(@PathVariable String number) {
        var by = current.get();
        var seen = HazardNumber.read(number)
                .filter(found -> reader.maySee(found, by))
                .orElseThrow(() -> new NotVisible(number));
        return new Items(desk.of(seen, by).stream().map(Item::of).toList());
    }

    @PostMapping("/api/v1/letters/{id}/discard")
    @Operation(summary = "A draft is not wanted; 409 when it is no draft any more")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String id, @RequestBody Map<String, Object> body) {
        var by = current.get();
        var letter = LettersPage.idOf(id);
        desk.get(letter, by); // what one may not see does not exist, whatever else is wrong
        var fields = new Fields(body, time.zone());
        var reason = fields.requiredText("reason", LONGEST_REASON);
        fields.check();
        desk.discard(letter, reason, by);
    }

    /** A list as every call answers it. */
    record Items(List<Item> items) {}

    /** One letter, as of {@link CaseLetter}. */
    record Item(
            UUID id,
            LetterKind kind,
            LetterState state,
            LocalDate draftedOn,
            String rung,
            List<String> hazards,
            @Nullable LocalDate endedOn,
            @Nullable String reason,
            @Nullable String by,
            @Nullable Outcome supersededBy) {

        static Item of(CaseLetter letter) {
            return new Item(
                    letter.id(),
                    letter.kind(),
                    letter.state(),
                    letter.draftedOn(),
                    letter.rung(),
                    letter.hazards().stream().map(HazardNumber::value).toList(),
                    letter.endedOn(),
                    letter.reason(),
                    Optional.ofNullable(letter.by()).map(PersonId::value).orElse(null),
                    letter.supersededBy());
        }
    }
}
