package org.bihuan.letters;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.Unit;
import org.bihuan.organisation.UnitCode;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.Fields;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotAllowed;
import org.bihuan.shared.NotVisible;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 待审阅文书: the drafts that wait for the committee office; and each letter on paper. */
@Controller
class LettersPage {
    private static final int SHOWN = 50;
    private static final String ENTERPRISE = "ent:";

    private final LetterRows letters;
    private final LetterDesk desk;
    private final WriteLetter write;
    private final Organisation organisation;
    private final CurrentPerson current;
    private final CountyTime time;

    LettersPage(
            LetterRows letters,
            LetterDesk desk,
            WriteLetter write,
            Organisation organisation,
            CurrentPerson current,
            CountyTime time) {
        this.letters = letters;
        this.desk = desk;
        this.write = write;
        this.organisation = organisation;
        this.current = current;
        this.time = time;
    }

    /** What the address asks for and cannot be read counts as not asked. */
    @GetMapping("/letters")
    String waiting(@RequestParam Map<String, String> given, Model model) {
        if (!current.get().is(Role.COMMITTEE_OFFICE)) {
            throw new NotAllowed("LETTERS");
        }
        var kind = read(given, fields -> fields.choice("kind", LetterKind.class));
        var counts = letters.draftsByKind();
        var total = kind == null
                ? counts.values().stream().mapToInt(Integer::intValue).sum()
                : counts.getOrDefault(kind, 0);
        var pages = Math.max(1, (total + SHOWN - 1) / SHOWN);
        var asked = read(given, fields -> fields.integer("page", 1, 1_000_000));
        var page = Math.min(asked == null ? 1 : asked, pages);
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", Arrays.asList(LetterKind.values()));
        model.addAttribute(
                "counts",
                counts.entrySet().stream().collect(toMap(count -> count.getKey().name(), Map.Entry::getValue)));
        model.addAttribute("total", total);
        model.addAttribute("page", page);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "lines",
                letters.drafts(kind, (page - 1) * SHOWN, SHOWN).stream()
                        .map(draft -> new Line(draft, nameOf(draft.party())))
                        .toList());
        return "letters";
    }

    /** On one A4 page while it is a draft; what has ended says so and has no text any more. */
    @GetMapping("/letters/{id}")
    String letter(@PathVariable String id, Model model) {
        var by = current.get();
        var seen = desk.get(idOf(id), by);
        model.addAttribute("letter", seen.letter());
        model.addAttribute("hazards", seen.hazards());
        model.addAttribute("paper", seen.letter().isDraft() ? write.of(seen) : null);
        model.addAttribute("seesAll", by.is(Role.COMMITTEE_OFFICE));
        model.addAttribute("endedBy", nameOf(seen.letter().endedBy()));
        return "letter";
    }

    /** @throws NotVisible for what is no id of a letter */
    static UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new NotVisible(text);
        }
    }

    private <T> @Nullable T read(Map<String, String> given, Function<Fields, Optional<T>> question) {
        var fields = new Fields(given, time.zone());
        try {
            var answer = question.apply(fields);
            fields.check();
            return answer.orElse(null);
        } catch (InvalidInput notAsked) {
            return null;
        }
    }

    private String nameOf(@Nullable PersonId person) {
        return person == null
                ? ""
                : organisation.person(person).map(Person::name).orElse(person.value());
    }

    private String nameOf(String party) {
        var code = party.substring(party.indexOf(':') + 1);
        return (party.startsWith(ENTERPRISE)
                        ? organisation.enterprise(CreditCode.of(code)).map(Enterprise::name)
                        : organisation.unit(UnitCode.of(code)).map(Unit::name))
                .orElse(code);
    }

    /** One draft that waits. */
    record Line(LetterRows.Waiting draft, String responsible) {}
}
