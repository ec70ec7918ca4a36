package org.bihuan.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.notification.MailedCases.Line;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The mail of the working morning: everything that waits for its reader, by enterprise, worst first. */
@Component
class DigestText {
    private final Words words;
    private final MailTemplates templates;
    private final Addresses addresses;
    private final CountyCalendar calendar;
    private final CountyTime time;
    private final NotificationSettings settings;
    private final Alarms alarms;
    private final MoreTime moreTime;
    private final WaitingLetters letters;

    DigestText(
            Words words,
            MailTemplates templates,
            Addresses addresses,
            CountyCalendar calendar,
            CountyTime time,
            NotificationSettings settings,
            Alarms alarms,
            MoreTime moreTime,
            WaitingLetters letters) {
        this.words = words;
        this.templates = templates;
        this.addresses = addresses;
        this.calendar = calendar;
        this.time = time;
        this.settings = settings;
        this.alarms = alarms;
        this.moreTime = moreTime;
        this.letters = letters;
    }

    /**
     * @param kind DIGEST or ESCALATION
     * @param lines none only where there are all-clears
     */
    MailText of(MailKind kind, List<Line> lines, List<AllClear> allClears, Addressee to) {
        var sections = sections(lines, to);
        var items =
                sections.stream().flatMap(section -> section.items().stream()).toList();
        var counts = counts(items);
        var subject = subject(kind, items, counts, allClears);
        var model = new HashMap<String, Object>();
        model.put("subject", subject);
        model.put("greeting", words.say("mail.greeting", to.name()));
        model.put("lead", items.isEmpty() ? null : words.say("mail.lead." + kind, time.today(), items.size(), counts));
        model.put("sections", sections);
        model.put("allClears", allClears.stream().map(this::inOneLine).toList());
        model.put("letters", letters.inWords(kind, to));
        return new MailText(subject, templates.text("digest", model), templates.html("digest", model));
    }

    /**
     * For the template: the reader's own cases, then those of each one he stands in for (N8).
     *
     * @param title null for his own
     */
    record Section(@Nullable String title, List<DigestItem> items, List<DigestGroup> groups) {}

    private List<Section> sections(List<Line> lines, Addressee to) {
        return lines.stream()
                .collect(groupingBy(line -> Objects.requireNonNullElse(line.inPlaceOf(), ""), TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(section -> {
                    var items = section.getValue().stream()
                            .collect(groupingBy(line -> line.facts().number(), LinkedHashMap::new, toList()))
                            .values()
                            .stream()
                            .map(ofOneCase -> item(ofOneCase, to))
                            .toList();
                    return new Section(
                            section.getKey().isEmpty()
                                    ? null
                                    : words.say("mail.standingIn", addresses.nameOf(section.getKey()), items.size()),
                            items,
                            DigestGroup.of(items));
                })
                .toList();
    }

    /** The one line that administrators get: how many mails have left, and what is wrong as it stands. */
    MailText report(QueuedMail mail, Addressee to) {
        var since = Instant.parse(mail.params().getOrDefault("since", "")).atZone(time.zone());
        var sent = mail.params().getOrDefault("sent", "");
        var failed = mail.params().getOrDefault("failed", "");
        var subject = words.say("mail.subject.DAILY_REPORT", time.today(), sent, failed);
        var lead = new StringBuilder(words.say(
                "mail.lead.DAILY_REPORT",
                since.toLocalDate() + " " + since.toLocalTime().truncatedTo(ChronoUnit.MINUTES),
                sent,
                failed));
        alarms.standing().forEach(alarm -> lead.append(alarm.text()));
        Map<String, Object> model = Map.of(
                "subject", subject,
                "greeting", words.say("mail.greeting", to.name()),
                "lead", lead.toString(),
                "sections", List.of(),
                "allClears", List.of(),
                "letters", "");
        return new MailText(subject, templates.text("digest", model), templates.html("digest", model));
    }

    /** A mail of one case names it. */
    private String subject(MailKind kind, List<DigestItem> items, String counts, List<AllClear> allClears) {
        if (items.size() == 1) {
            var item = items.get(0);
            return words.say(
                    "mail.subject." + kind + ".one",
                    item.facts().number(),
                    item.terms().get(0));
        }
        if (!items.isEmpty()) {
            return words.say("mail.subject." + kind, time.today(), items.size(), counts);
        }
        return allClears.size() == 1
                ? words.say("mail.subject.CLEAR.one", allClears.get(0).facts().number(), becameOfIt(allClears.get(0)))
                : words.say("mail.subject.CLEAR", time.today(), allClears.size());
    }

    private ClearLine inOneLine(AllClear allClear) {
        var facts = allClear.facts();
        return new ClearLine(
                facts.number(), facts.responsible(), becameOfIt(allClear), settings.linkTo(facts.number()));
    }

    /**
     * For the template.
     *
     * @param responsible who had the delay
     * @param news what became of it, as things stand now
     */
    record ClearLine(String number, String responsible, String news, String link) {}

    private String becameOfIt(AllClear allClear) {
        var facts = allClear.facts();
        var dueOn = facts.dueOn();
        var goesOn = facts.status().equals("RECTIFYING") || facts.status().equals("ASSIGNED");
        var word =
                facts.status().equals("RECTIFYING") && isAStepBack(allClear.news()) ? allClear.news() : facts.status();
        return goesOn && dueOn != null
                ? words.say("mail.clear." + word, words.day(dueOn, facts.dueEstimated()))
                : words.say("mail.clear." + word, String.valueOf(Objects.requireNonNullElse(facts.closedOn(), "")));
    }

    private static boolean isAStepBack(String news) {
        return news.equals("RETURNED") || news.equals("WITHDRAWN") || news.equals("CALENDAR");
    }

    private String counts(List<DigestItem> items) {
        var parts = new ArrayList<String>();
        for (var urgency : Urgency.values()) {
            var count = items.stream().filter(item -> item.urgency() == urgency).count();
            if (count > 0) {
                parts.add(words.say("mail.count." + urgency, count));
            }
        }
        return String.join(words.say("list.separator"), parts) + longestDelay(items);
    }

    private String longestDelay(List<DigestItem> items) {
        return items.stream()
                .filter(DigestItem::isOverdue)
                .map(DigestItem::firstDueOn)
                .min(Comparator.naturalOrder())
                .map(day -> words.say("mail.count.longest", ChronoUnit.DAYS.between(day, time.today())))
                .orElse("");
    }

    private DigestItem item(List<Line> ofOneCase, Addressee to) {
        var facts = ofOneCase.get(0).facts();
        var clocks = ofOneCase.stream().flatMap(line -> line.clock().stream()).toList();
        var worst = clocks.stream()
                .map(clock -> urgency(facts, clock))
                .min(Comparator.naturalOrder())
                .orElse(Urgency.WAITING);
        return new DigestItem(
                facts,
                worst,
                clocks.stream()
                        .flatMap(clock -> Optional.ofNullable(clock.dueOn()).stream())
                        .min(Comparator.naturalOrder())
                        .orElse(time.dayOf(facts.registeredAt())),
                clocks.stream()
                        .sorted(Comparator.comparing(clock -> urgency(facts, clock)))
                        .map(clock -> term(facts, clock))
                        .toList(),
                person(facts, to),
                todo(facts, clocks.get(0), to),
                to.answersFor(facts)
                        ? clocks.stream()
                                .flatMap(clock -> moreTime.of(facts, clock).stream())
                                .findFirst()
                                .orElse(null)
                        : null,
                clocks.stream()
                        .flatMap(clock -> Optional.ofNullable(clock.next()).stream())
                        .min(Comparator.comparing(ComingRung::day))
                        .map(words::next)
                        .orElse(null),
                settings.linkTo(facts.number()));
    }

    private Urgency urgency(CaseFacts facts, CaseClock clock) {
        return Urgency.of(facts, clock, time.today(), calendar.workingDays());
    }

    private String term(CaseFacts facts, CaseClock clock) {
        var dueOn = clock.dueOn();
        var term = dueOn == null
                ? ""
                : words.say("mail.term." + clock.matter(), words.day(dueOn, clock.estimated()), daysInWords(dueOn));
        if (clock.matter() == Matter.REVIEW) {
            var waits = words.say(
                    facts.returnedByEnterprise() ? "mail.term.REVIEW.declined" : "mail.term.REVIEW.waits",
                    time.dayOf(facts.registeredAt()));
            return dueOn == null ? waits : words.say("mail.due", waits, term);
        }
        var moved = clock.movedFrom() == null ? term : words.say("mail.term.movedByCalendar", term, clock.movedFrom());
        return clock.extensionPending() ? words.say("mail.term.extensionPending", moved) : moved;
    }

    private String daysInWords(LocalDate dueOn) {
        return words.days(dueOn, time.today(), calendar.workingDays());
    }

    private @Nullable String person(CaseFacts facts, Addressee to) {
        var user = facts.responsibleUser();
        return user == null || user.equals(to.code()) ? null : addresses.nameOf(user);
    }

    /** What the reader does about it: the work itself, seeing to it, or pressing those who have it. */
    private String todo(CaseFacts facts, CaseClock clock, Addressee to) {
        var overdue = urgency(facts, clock).isOverdue();
        return switch (clock.matter()) {
            case REVIEW -> words.say(facts.returnedByEnterprise() ? "mail.todo.REVIEW.declined" : "mail.todo.REVIEW");
            case ACCEPT, RECTIFY -> sentence(clock.matter(), to.answersFor(facts) ? "OWNER" : "OBSERVER", overdue);
            case VERIFY -> sentence(Matter.VERIFY, verifierSide(facts, to), overdue);
            case EXTENSION, VOIDING, REOPENING, SUPERVISE_UNIT, SUPERVISE_OFFICE, SUPERVISE_COUNTY ->
                words.say("mail.todo." + clock.matter());
        };
    }

    private static String verifierSide(CaseFacts facts, Addressee to) {
        if (!to.isOfUnit(facts.supervisingUnit())) {
            return "OBSERVER";
        }
        if (facts.major() && to.code().equals(facts.registeredBy())) {
            return "BARRED"; // S3: who registered a major does not verify it
        }
        return to.leads() ? "LEADER" : "OWNER";
    }

    private String sentence(Matter matter, String side, boolean overdue) {
        return words.say("mail.todo." + matter + "." + side + (overdue ? ".overdue" : ""));
    }
}
