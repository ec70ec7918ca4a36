package org.bihuan.notification;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.shared.CountyTime;
import org.springframework.stereotype.Component;

/** How a single mail opens: its subject, and the sentence that says what happened. */
@Component
class NoticeOpening {
    private final Words words;
    private final Addresses addresses;
    private final CountyCalendar calendar;
    private final CountyTime time;

    NoticeOpening(Words words, Addresses addresses, CountyCalendar calendar, CountyTime time) {
        this.words = words;
        this.addresses = addresses;
        this.calendar = calendar;
        this.time = time;
    }

    String subject(QueuedMail mail, CaseFacts facts, List<CaseClock> clocks) {
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
                mail.isHandedOver()
                        ? words.say("mail.subject.REASSIGNED.unit", number, unitOf(mail))
                        : mail.isToTheOldHands()
                                ? words.say("mail.subject.REASSIGNED.from", number)
                                : words.say("mail.subject.REASSIGNED.to", number, rectifyBy(mail, facts, clocks));
            case CLOSED ->
                isVoided(facts)
                        ? words.say("mail.subject.CLOSED.voided", number)
                        : words.say("mail.subject.CLOSED", number, closedOn(facts), daysSinceFound(facts));
            case REJECTED ->
                mail.isAboutAProposal()
                        ? words.say("mail.subject.REJECTED." + mail.param("proposal"), number)
                        : isMerged(facts)
                                ? words.say("mail.subject.REJECTED.merged", number, mail.param("reason"))
                                : words.say("mail.subject.REJECTED", number);
            case EXTENSION ->
                words.say("mail.subject.EXTENSION" + outcome(mail), number, rectifyBy(mail, facts, clocks));
            case ESCALATION, OVERDUE, NUDGE ->
                words.say(
                        "mail.subject." + mail.kind() + ".single",
                        number,
                        mail.itsClock(clocks).map(this::termInWords).orElse(""));
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

    String lead(QueuedMail mail, CaseFacts facts) {
        return switch (mail.kind()) {
            case ASSIGNMENT ->
                words.say(
                        "mail.lead.ASSIGNMENT",
                        Objects.requireNonNullElse(facts.supervisor(), ""),
                        facts.responsible());
            case RETURNED -> words.say("mail.lead.RETURNED" + again(mail), round(mail, facts));
            case REASSIGNED ->
                mail.isHandedOver()
                        ? words.say("mail.lead.REASSIGNED.unit" + (mail.isToTheOldHands() ? ".from" : ""), unitOf(mail))
                        : words.say(mail.isToTheOldHands() ? "mail.lead.REASSIGNED.from" : "mail.lead.REASSIGNED.to");
            case CLOSED ->
                isVoided(facts) ? words.say("mail.lead.CLOSED.voided") : words.say("mail.lead.CLOSED", closedOn(facts));
            case REJECTED ->
                mail.isAboutAProposal()
                        ? words.say("mail.lead.REJECTED." + mail.param("proposal"))
                        : isMerged(facts)
                                ? words.say("mail.lead.REJECTED.merged", mail.param("reason"))
                                : words.say("mail.lead.REJECTED");
            case EXTENSION -> words.say("mail.lead.EXTENSION" + outcome(mail), mail.param("dueOn"));
            case ESCALATION, OVERDUE -> words.say("mail.lead." + mail.kind() + ".single");
            case NUDGE -> words.say("mail.lead.NUDGE", addresses.nameOf(mail.param("by")));
            case DIGEST, DAILY_REPORT -> throw new IllegalArgumentException("a digest is about no single case");
        };
    }

    private static String outcome(QueuedMail mail) {
        return Boolean.parseBoolean(mail.params().get("granted")) ? ".granted" : ".refused";
    }

    private static boolean isVoided(CaseFacts facts) {
        return facts.status().equals("VOIDED");
    }

    static boolean isMerged(CaseFacts facts) {
        return facts.status().equals("MERGED");
    }

    /** A closed case that goes on is told otherwise than a verdict. */
    private static String again(QueuedMail mail) {
        return mail.params().containsKey("reopened") ? ".reopened" : "";
    }

    private String unitOf(QueuedMail mail) {
        return addresses.nameOfUnit(mail.param("toUnit"));
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

    /** The due day of a clock and how long it is until then. */
    String dueInWords(CaseClock clock) {
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
}
