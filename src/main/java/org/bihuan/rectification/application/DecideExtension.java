package org.bihuan.rectification.application;

import java.time.LocalDate;
import java.util.Objects;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.deadline.Deadlines;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.organisation.Person;
import org.bihuan.rectification.adapter.Extensions;
import org.bihuan.rectification.domain.AskerDoesNotDecide;
import org.bihuan.rectification.domain.Extension;
import org.bihuan.rectification.domain.Extension.Outcome;
import org.bihuan.rectification.domain.GrantLiesWithinTheWish;
import org.bihuan.rectification.events.ExtensionDecided;
import org.bihuan.shared.BusinessRule;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The desk decides (T14): granted moves everything in one transaction, refused leaves everything; silence is never consent. */
@Component
public class DecideExtension {
    private final HazardLedger ledger;
    private final Deadlines deadlines;
    private final Extensions extensions;
    private final CountyCalendar calendar;
    private final FourEyes fourEyes;
    private final Cases cases;
    private final ApplicationEventPublisher events;
    private final CountyTime time;

    DecideExtension(
            HazardLedger ledger,
            Deadlines deadlines,
            Extensions extensions,
            CountyCalendar calendar,
            FourEyes fourEyes,
            Cases cases,
            ApplicationEventPublisher events,
            CountyTime time) {
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.extensions = extensions;
        this.calendar = calendar;
        this.fourEyes = fourEyes;
        this.cases = cases;
        this.events = events;
        this.time = time;
    }

    /** @param dueOn null for the day asked for */
    public void grant(HazardNumber number, @Nullable LocalDate dueOn, @Nullable String opinion, Person by) {
        var hazard = ledger.lock(number);
        var request = pending(number);
        var earliest = earliest(request);
        var latest = request.wishedOn().isBefore(earliest) ? earliest : request.wishedOn();
        var grantedOn = dueOn == null ? latest : dueOn;
        BusinessRule.check(
                new AskerDoesNotDecide(fourEyes.then(request.askedBy(), request.askedOn()), fourEyes.of(by)),
                new GrantLiesWithinTheWish(grantedOn, earliest, latest));
        extensions.end(number, Outcome.GRANTED, grantedOn, opinion, time.today(), by.id());
        var moved = request.rework()
                ? deadlines.reworkMoved(hazard, grantedOn)
                : deadlines.extended(hazard.extended(), grantedOn);
        tell(
                request,
                ledger.save(
                        moved,
                        LogEntry.by(by, EntryKind.EXTENSION_GRANTED)
                                .with("previousDueOn", request.dueOn())
                                .with("dueOn", grantedOn)
                                .with("opinion", opinion)),
                Outcome.GRANTED,
                opinion,
                by);
    }

    public void refuse(HazardNumber number, String opinion, Person by) {
        var hazard = ledger.lock(number);
        var request = pending(number);
        BusinessRule.check(
                new AskerDoesNotDecide(fourEyes.then(request.askedBy(), request.askedOn()), fourEyes.of(by)));
        extensions.end(number, Outcome.REFUSED, null, opinion, time.today(), by.id());
        tell(
                request,
                ledger.save(
                        deadlines.extensionRefused(hazard),
                        LogEntry.by(by, EntryKind.EXTENSION_REFUSED)
                                .with("wishedOn", request.wishedOn())
                                .with("opinion", opinion)),
                Outcome.REFUSED,
                opinion,
                by);
    }

    /** The matter has become idle: reported or declined (4.4). The caller saves the case and says why. */
    void recall(HazardNumber number, Person by) {
        if (extensions.pending(number).isPresent()) {
            extensions.end(number, Outcome.WITHDRAWN, null, null, time.today(), by.id());
            cases.tell(number.value(), HazardRectificationModel.EXTENSION_RECALLED);
        }
    }

    /** The first day that may be granted now. */
    public LocalDate earliest(Extension request) {
        var afterTheDecision = calendar.workingDays().workingDayFrom(time.today(), 1);
        var afterTheDueDay = request.dueOn().plusDays(1);
        return afterTheDecision.isAfter(afterTheDueDay) ? afterTheDecision : afterTheDueDay;
    }

    private Extension pending(HazardNumber number) {
        return extensions.pending(number).orElseThrow(() -> new Conflict("TASK_GONE"));
    }

    private void tell(Extension request, Hazard saved, Outcome outcome, @Nullable String opinion, Person by) {
        events.publishEvent(new ExtensionDecided(
                saved.number().value(),
                saved.log().seq(),
                request.askedBy(),
                request.wishedOn(),
                outcome == Outcome.GRANTED,
                opinion,
                Objects.requireNonNull(saved.dueDates().dueOn()),
                by.id()));
    }
}
