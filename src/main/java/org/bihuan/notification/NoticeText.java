package org.bihuan.notification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bihuan.notification.MailedCases.Line;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The single mails: one case, what happened, what stands about it, what to do now. */
@Component
class NoticeText {
    private final Words words;
    private final MailTemplates templates;
    private final Addresses addresses;
    private final NoticeOpening opening;
    private final CountyTime time;
    private final NotificationSettings settings;
    private final MoreTime moreTime;

    NoticeText(
            Words words,
            MailTemplates templates,
            Addresses addresses,
            NoticeOpening opening,
            CountyTime time,
            NotificationSettings settings,
            MoreTime moreTime) {
        this.words = words;
        this.templates = templates;
        this.addresses = addresses;
        this.opening = opening;
        this.time = time;
        this.settings = settings;
        this.moreTime = moreTime;
    }

    /** A line of the table of facts. */
    record Fact(String label, String value) {}

    /**
     * @param lines of one case, at least one
     * @return empty where the clock that it was to tell of runs no more
     */
    Optional<MailText> about(QueuedMail mail, List<Line> lines, Addressee to) {
        var facts = lines.get(0).facts();
        var clocks = lines.stream().flatMap(line -> line.clock().stream()).toList();
        if (mail.isAboutAClock() && mail.itsClock(clocks).isEmpty()) {
            return Optional.empty();
        }
        var subject = opening.subject(mail, facts, clocks);
        var model = new HashMap<String, Object>();
        model.put("subject", subject);
        var absent = to.inPlaceOf();
        model.put(
                "greeting",
                absent == null
                        ? words.say("mail.greeting", to.name())
                        : words.say("mail.greeting.standingIn", to.name(), absent));
        model.put("lead", opening.lead(mail, facts));
        model.put("facts", table(mail, facts, clocks, to));
        model.put("todo", todo(mail, facts, clocks, to));
        model.put("next", next(mail, clocks));
        model.put("link", settings.linkTo(facts.number()));
        return Optional.of(new MailText(subject, templates.text("notice", model), templates.html("notice", model)));
    }

    private List<Fact> table(QueuedMail mail, CaseFacts facts, List<CaseClock> clocks, Addressee to) {
        var table = new ArrayList<Fact>();
        fact(table, "number", facts.number());
        fact(table, "grade", words.say("mail.grade", words.say(facts.major() ? "grade.MAJOR" : "grade.GENERAL")));
        if (!isOfAnother(mail, facts, to)) {
            fact(table, "responsible", facts.responsible());
        }
        fact(table, "location", facts.location());
        fact(table, "shortText", facts.shortText());
        if (!mail.onlyTells()) {
            fact(table, "requirement", facts.requirement());
            fact(table, "opinion", mail.params().get("opinion"));
            clocks.stream()
                    .filter(clock -> clock.matter() == Matter.ACCEPT || clock.matter() == Matter.RECTIFY)
                    .forEach(clock -> fact(table, clock.matter().name(), opening.dueInWords(clock)));
        }
        if (mail.kind() == MailKind.EXTENSION) {
            fact(table, "wishedOn", mail.params().get("wishedOn"));
            fact(table, "decision", mail.params().get("decision"));
            fact(table, "decidedBy", addresses.nameOf(mail.param("by")));
        } else if (!mail.onlyTells() && to.answersFor(facts)) {
            clocks.forEach(clock -> moreTime.of(facts, clock).ifPresent(text -> fact(table, "extension", text)));
        }
        if (mail.isHandedOver()) {
            fact(table, "desks", desks(mail));
        }
        if (mail.isAboutAProposal()) {
            fact(table, "decision", mail.params().get("reason"));
        } else if (mail.kind() == MailKind.REJECTED && !NoticeOpening.isMerged(facts)) {
            fact(table, "reason", mail.params().get("reason"));
        } else if (mail.kind() == MailKind.RETURNED || mail.kind() == MailKind.CLOSED) {
            fact(table, "why", mail.params().get("reason"));
        }
        fact(table, "supervisor", facts.supervisor());
        var person = isOfAnother(mail, facts, to) ? null : facts.responsibleUser();
        fact(table, "responsibleUser", person == null ? null : addresses.nameOf(person));
        fact(table, "status", words.say("status." + facts.status()));
        return table;
    }

    private void fact(List<Fact> table, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            table.add(new Fact(words.say("mail.fact." + name), value));
        }
    }

    /** What to do as the case stands now: it may have moved on since the mail was written. */
    private @Nullable String todo(QueuedMail mail, CaseFacts facts, List<CaseClock> clocks, Addressee to) {
        if (mail.onlyTells() || (mail.kind() == MailKind.EXTENSION && !to.answersFor(facts))) {
            return null;
        }
        if (mail.kind() == MailKind.ESCALATION) {
            return words.say("mail.todo." + mail.params().get("clock") + ".OBSERVER.overdue");
        }
        if (mail.isHandedOver()) {
            return desks(mail).isEmpty() ? null : words.say("mail.todo.desks");
        }
        var today = time.today();
        if ("VERIFY".equals(mail.params().get("clock"))) {
            return words.say(isOverdue(clocks, today) ? "mail.todo.VERIFY.OWNER.overdue" : "mail.todo.VERIFY.OWNER");
        }
        return switch (facts.status()) {
            case "ASSIGNED" -> words.say("mail.todo.ACCEPT.OWNER");
            case "RECTIFYING" ->
                words.say(isOverdue(clocks, today) ? "mail.todo.RECTIFY.OWNER.overdue" : "mail.todo.RECTIFY.OWNER");
            default -> words.say("mail.todo.nothing", words.say("status." + facts.status()));
        };
    }

    private static boolean isOverdue(List<CaseClock> clocks, LocalDate today) {
        return clocks.stream()
                .flatMap(clock -> Optional.ofNullable(clock.dueOn()).stream())
                .anyMatch(dueOn -> dueOn.isBefore(today));
    }

    private @Nullable String next(QueuedMail mail, List<CaseClock> clocks) {
        return mail.onlyTells()
                ? null
                : clocks.stream()
                        .filter(clock -> clock.matter() != Matter.VERIFY)
                        .flatMap(clock -> Optional.ofNullable(clock.next()).stream())
                        .min(java.util.Comparator.comparing(ComingRung::day))
                        .map(words::next)
                        .orElse(null);
    }

    /** Whoever no longer has to do with the case need not learn which enterprise has it now (N7). */
    private static boolean isOfAnother(QueuedMail mail, CaseFacts facts, Addressee to) {
        return mail.isToTheOldHands() && !to.answersFor(facts);
    }

    /** Decisions that wait for the new unit's leaders; empty where none does. */
    private String desks(QueuedMail mail) {
        return Arrays.stream(mail.param("desks").split(",", -1))
                .filter(desk -> !desk.isEmpty())
                .map(desk -> words.say("clock." + desk))
                .collect(Collectors.joining(words.say("list.separator")));
    }
}
