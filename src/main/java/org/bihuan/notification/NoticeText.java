package org.bihuan.notification;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bihuan.calendar.CountyCalendar;
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
    private final CountyCalendar calendar;
    private final CountyTime time;
    private final NotificationSettings settings;
    private final MoreTime moreTime;

    NoticeText(
            Words words,
            MailTemplates templates,
            Addresses addresses,
            CountyCalendar calendar,
            CountyTime time,
            NotificationSettings settings,
            MoreTime moreTime) {
        this.words = words;
        this.templates = templates;
        this.addresses = addresses;
        this.calendar = calendar;
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
        if (isAboutAClock(mail) && itsClock(mail, clocks).isEmpty()) {
            return Optional.empty();
        }
        var subject = subject(mail, facts, clocks);
        var model = new HashMap<String, Object>();
        model.put("subject", subject);
        model.put("greeting", words.say("mail.greeting", to.name()));
        model.put("lead", lead(mail, facts));
        model.put("facts", table(mail, facts, clocks, to));
        model.put("todo", todo(mail, facts, clocks, to));
        model.put("next", next(mail, clocks));
        model.put("link", settings.linkTo(facts.number()));
        return Optional.of(new MailText(subject, templates.text("notice", model), templates.html("notice", model)));
    }

    private String subject(QueuedMail mail, CaseFacts facts, List<CaseClock> clocks) {
        var number = facts.number();
        return switch (mail.kind()) {
            case ASSIGNMENT ->
                words.say(
                        facts.major() ? "mail.subject.ASSIGNMENT.major" : "mail.subject.ASSIGNMENT",
                        number,
                        rectifyBy(mail, facts, clocks));
            case RETURNED ->
                words.say(
                        "mail.subject.RETURNED" + again(mail),
                        number,
                        round(mail, facts),
                        rectifyBy(mail, facts, clocks));
            case REASSIGNED ->
                isHandedOver(mail)
                        ? words.say("mail.subject.REASSIGNED.unit", number, unitOf(mail))
                        : isOldPerson(mail)
                                ? words.say("mail.subject.REASSIGNED.from", number)
                                : words.say("mail.subject.REASSIGNED.to", number, rectifyBy(mail, facts, clocks));
            case CLOSED ->
                isVoided(facts)
                        ? words.say("mail.subject.CLOSED.voided", number)
                        : words.say("mail.subject.CLOSED", number, closedOn(facts), daysSinceFound(facts));
            case REJECTED ->
                isAProposal(mail)
                        ? words.say("mail.subject.REJECTED." + param(mail, "proposal"), number)
                        : isMerged(facts)
                                ? words.say("mail.subject.REJECTED.merged", number, param(mail, "reason"))
                                : words.say("mail.subject.REJECTED", number);
            case EXTENSION ->
                words.say("mail.subject.EXTENSION" + outcome(mail), number, rectifyBy(mail, facts, clocks));
            case ESCALATION, OVERDUE, NUDGE ->
                words.say(
                        "mail.subject." + mail.kind() + ".single",
                        number,
                        itsClock(mail, clocks).map(this::termInWords).orElse(""));
            case DIGEST, DAILY_REPORT -> throw new IllegalArgumentException("a digest is about no single case");
        };
    }

    private String termInWords(CaseClock clock) {
        var dueOn = Objects.requireNonNull(clock.dueOn());
        return words.say(
                "mail.term." + clock.matter(),
                words.day(dueOn, clock.estimated()),
                words.days(dueOn, time.today(), calendar.workingDays()));
    }

    private static boolean isAboutAClock(QueuedMail mail) {
        return mail.kind() == MailKind.ESCALATION || mail.kind() == MailKind.OVERDUE || mail.kind() == MailKind.NUDGE;
    }

    /** The running clock that a mail about one is about. */
    private static Optional<CaseClock> itsClock(QueuedMail mail, List<CaseClock> clocks) {
        return clocks.stream()
                .filter(clock -> clock.matter().name().equals(mail.params().get("clock")))
                .findFirst();
    }

    private String lead(QueuedMail mail, CaseFacts facts) {
        return switch (mail.kind()) {
            case ASSIGNMENT ->
                words.say(
                        "mail.lead.ASSIGNMENT",
                        Objects.requireNonNullElse(facts.supervisor(), ""),
                        facts.responsible());
            case RETURNED -> words.say("mail.lead.RETURNED" + again(mail), round(mail, facts));
            case REASSIGNED ->
                isHandedOver(mail)
                        ? words.say("mail.lead.REASSIGNED.unit" + (isOldPerson(mail) ? ".from" : ""), unitOf(mail))
                        : words.say(isOldPerson(mail) ? "mail.lead.REASSIGNED.from" : "mail.lead.REASSIGNED.to");
            case CLOSED ->
                isVoided(facts) ? words.say("mail.lead.CLOSED.voided") : words.say("mail.lead.CLOSED", closedOn(facts));
            case REJECTED ->
                isAProposal(mail)
                        ? words.say("mail.lead.REJECTED." + param(mail, "proposal"))
                        : isMerged(facts)
                                ? words.say("mail.lead.REJECTED.merged", param(mail, "reason"))
                                : words.say("mail.lead.REJECTED");
            case EXTENSION -> words.say("mail.lead.EXTENSION" + outcome(mail), param(mail, "dueOn"));
            case ESCALATION, OVERDUE -> words.say("mail.lead." + mail.kind() + ".single");
            case NUDGE -> words.say("mail.lead.NUDGE", addresses.nameOf(param(mail, "by")));
            case DIGEST, DAILY_REPORT -> throw new IllegalArgumentException("a digest is about no single case");
        };
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
        if (!isOver(mail)) {
            fact(table, "requirement", facts.requirement());
            fact(table, "opinion", mail.params().get("opinion"));
            clocks.stream()
                    .filter(clock -> clock.matter() == Matter.ACCEPT || clock.matter() == Matter.RECTIFY)
                    .forEach(clock -> fact(table, clock.matter().name(), dueInWords(clock)));
        }
        if (mail.kind() == MailKind.EXTENSION) {
            fact(table, "wishedOn", mail.params().get("wishedOn"));
            fact(table, "decision", mail.params().get("decision"));
            fact(table, "decidedBy", addresses.nameOf(param(mail, "by")));
        } else if (!isOver(mail) && to.answersFor(facts)) {
            clocks.forEach(clock -> moreTime.of(facts, clock).ifPresent(text -> fact(table, "extension", text)));
        }
        if (isHandedOver(mail)) {
            fact(table, "desks", desks(mail));
        }
        if (isAProposal(mail)) {
            fact(table, "decision", mail.params().get("reason"));
        } else if (mail.kind() == MailKind.REJECTED && !isMerged(facts)) {
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
        if (isOver(mail) || (mail.kind() == MailKind.EXTENSION && !to.answersFor(facts))) {
            return null;
        }
        if (mail.kind() == MailKind.ESCALATION) {
            return words.say("mail.todo." + mail.params().get("clock") + ".OBSERVER.overdue");
        }
        if (isHandedOver(mail)) {
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

    private static String outcome(QueuedMail mail) {
        return Boolean.parseBoolean(mail.params().get("granted")) ? ".granted" : ".refused";
    }

    private static boolean isOverdue(List<CaseClock> clocks, LocalDate today) {
        return clocks.stream()
                .flatMap(clock -> Optional.ofNullable(clock.dueOn()).stream())
                .anyMatch(dueOn -> dueOn.isBefore(today));
    }

    private @Nullable String next(QueuedMail mail, List<CaseClock> clocks) {
        return isOver(mail)
                ? null
                : clocks.stream()
                        .filter(clock -> clock.matter() != Matter.VERIFY)
                        .flatMap(clock -> Optional.ofNullable(clock.next()).stream())
                        .min(java.util.Comparator.comparing(ComingRung::day))
                        .map(words::next)
                        .orElse(null);
    }

    /** Mails that only tell: their reader has nothing to do any more. */
    private static boolean isOver(QueuedMail mail) {
        return mail.kind() == MailKind.CLOSED || mail.kind() == MailKind.REJECTED || isOldPerson(mail);
    }

    /** The person who had the work, or one of those who lead the unit that followed the case. */
    private static boolean isOldPerson(QueuedMail mail) {
        return mail.kind() == MailKind.REASSIGNED
                && (mail.recipient().equals(mail.params().get("from"))
                        || mail.params().containsKey("fromUnit"));
    }

    /** Another unit follows the case. */
    private static boolean isHandedOver(QueuedMail mail) {
        return mail.params().containsKey("toUnit");
    }

    private String unitOf(QueuedMail mail) {
        return addresses.nameOfUnit(param(mail, "toUnit"));
    }

    /** Decisions that wait for the new unit's leaders; empty where none does. */
    private String desks(QueuedMail mail) {
        return Arrays.stream(param(mail, "desks").split(",", -1))
                .filter(desk -> !desk.isEmpty())
                .map(desk -> words.say("clock." + desk))
                .collect(Collectors.joining(words.say("list.separator")));
    }

    private static boolean isAProposal(QueuedMail mail) {
        return mail.params().containsKey("proposal");
    }

    private static boolean isVoided(CaseFacts facts) {
        return facts.status().equals("VOIDED");
    }

    /** A closed case that goes on is told otherwise than a verdict. */
    private static String again(QueuedMail mail) {
        return mail.params().containsKey("reopened") ? ".reopened" : "";
    }

    /** Whoever no longer has to do with the case need not learn which enterprise has it now (N7). */
    private static boolean isOfAnother(QueuedMail mail, CaseFacts facts, Addressee to) {
        return isOldPerson(mail) && !to.answersFor(facts);
    }

    private static boolean isMerged(CaseFacts facts) {
        return facts.status().equals("MERGED");
    }

    /** The due day with its days left; where the clock has stopped meanwhile, the day that was told. */
    private String rectifyBy(QueuedMail mail, CaseFacts facts, List<CaseClock> clocks) {
        return clocks.stream()
                .filter(clock -> clock.matter() == Matter.RECTIFY)
                .map(this::dueInWords)
                .findFirst()
                .or(() -> Optional.ofNullable(mail.params().get("dueOn")))
                .or(() -> Optional.ofNullable(facts.dueOn()).map(day -> words.day(day, facts.dueEstimated())))
                .orElse("");
    }

    private String dueInWords(CaseClock clock) {
        var dueOn = Objects.requireNonNull(clock.dueOn());
        return words.say(
                "mail.due",
                words.day(dueOn, clock.estimated()),
                words.days(dueOn, time.today(), calendar.workingDays()));
    }

    private static String closedOn(CaseFacts facts) {
        return String.valueOf(Objects.requireNonNullElse(facts.closedOn(), ""));
    }

    private static long daysSinceFound(CaseFacts facts) {
        var closedOn = facts.closedOn();
        return closedOn == null ? 0 : ChronoUnit.DAYS.between(facts.foundOn(), closedOn);
    }

    private static String round(QueuedMail mail, CaseFacts facts) {
        return mail.params().getOrDefault("round", String.valueOf(facts.round()));
    }

    private static String param(QueuedMail mail, String name) {
        return mail.params().getOrDefault(name, "");
    }
}
