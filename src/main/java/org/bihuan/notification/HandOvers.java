package org.bihuan.notification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.rectification.events.CaseReassigned;
import org.bihuan.rectification.events.CompletionReturned;
import org.bihuan.rectification.events.ExtensionDecided;
import org.bihuan.rectification.events.HazardAssigned;
import org.bihuan.rectification.events.HazardClosed;
import org.bihuan.rectification.events.HazardMovedAway;
import org.bihuan.rectification.events.HazardReopened;
import org.bihuan.rectification.events.HazardVoided;
import org.bihuan.rectification.events.OwnerNudged;
import org.bihuan.rectification.events.ProposalRefused;
import org.bihuan.rectification.events.RegistrationRejected;
import org.bihuan.rectification.events.SupervisionHandedOver;
import org.bihuan.shared.CountyTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Each hand-over of a case becomes a mail to those it concerns, in the transaction that hands it over (N5). Nothing but rows is
 * written here: whoever cannot be reached is found out later and never disturbs the work.
 */
@Component
class HandOvers {
    private static final Logger LOG = LoggerFactory.getLogger(HandOvers.class);

    private final Outbox outbox;
    private final ResponsibleSide responsible;
    private final WorkGroups groups;
    private final MailHours hours;
    private final CountyTime time;

    HandOvers(Outbox outbox, ResponsibleSide responsible, WorkGroups groups, MailHours hours, CountyTime time) {
        this.outbox = outbox;
        this.responsible = responsible;
        this.groups = groups;
        this.hours = hours;
        this.time = time;
    }

    @EventListener
    void on(HazardAssigned event) {
        var to = event.to();
        var mails = outbox.addAssignment(
                event.hazard(),
                event.entry(),
                to == null ? null : to.value(),
                event.major() || cannotWait(event.hazard()),
                Map.of("dueOn", event.dueOn().toString()),
                time.now());
        if (mails == 0) {
            LOG.error("The assignment of {} names nobody whom a mail could tell", event.hazard());
        }
    }

    @EventListener
    void on(CompletionReturned event) {
        outbox.add(
                MailKind.RETURNED,
                event.hazard(),
                event.entry(),
                responsible.of(event.hazard(), event.to()),
                cannotWait(event.hazard()),
                Map.of(
                        "round", String.valueOf(event.round()),
                        "opinion", event.opinion(),
                        "dueOn", event.dueOn().toString()),
                time.now());
    }

    @EventListener
    void on(CaseReassigned event) {
        var from = event.from();
        outbox.add(
                MailKind.REASSIGNED,
                event.hazard(),
                event.entry(),
                from == null
                        ? List.of(event.to().value())
                        : List.of(from.value(), event.to().value()),
                cannotWait(event.hazard()),
                from == null ? Map.of() : Map.of("from", from.value()),
                time.now());
    }

    @EventListener
    void on(HazardClosed event) {
        var recipients = new ArrayList<>(responsible.of(event.hazard(), event.responsible()));
        recipients.add(event.registrant().value());
        outbox.add(MailKind.CLOSED, event.hazard(), event.entry(), recipients, false, Map.of(), time.now());
    }

    @EventListener
    void on(HazardVoided event) {
        var recipients = new ArrayList<String>();
        if (event.assigned()) {
            recipients.addAll(responsible.of(event.hazard(), event.responsible()));
        }
        event.others().forEach(person -> recipients.add(person.value()));
        outbox.add(
                MailKind.CLOSED,
                event.hazard(),
                event.entry(),
                recipients,
                false,
                Map.of("reason", event.reason()),
                time.now());
    }

    @EventListener
    void on(HazardReopened event) {
        outbox.add(
                MailKind.RETURNED,
                event.hazard(),
                event.entry(),
                responsible.of(event.hazard(), event.to()),
                cannotWait(event.hazard()),
                Map.of(
                        "reopened", "true",
                        "round", String.valueOf(event.round()),
                        "reason", event.reason(),
                        "dueOn", event.dueOn().toString()),
                time.now());
    }

    @EventListener
    void on(HazardMovedAway event) {
        var from = event.from();
        if (from != null) {
            outbox.add(
                    MailKind.REASSIGNED,
                    event.hazard(),
                    event.entry(),
                    List.of(from.value()),
                    false,
                    Map.of("from", from.value()),
                    time.now());
        }
    }

    @EventListener
    void on(RegistrationRejected event) {
        outbox.add(
                MailKind.REJECTED,
                event.hazard(),
                event.entry(),
                List.of(event.registrant().value()),
                false,
                Map.of("reason", event.reason()),
                time.now());
    }

    @EventListener
    void on(ProposalRefused event) {
        outbox.add(
                MailKind.REJECTED,
                event.hazard(),
                event.entry(),
                List.of(event.proposer().value()),
                false,
                Map.of("proposal", event.kind(), "reason", event.opinion()),
                time.now());
    }

    /** The leaders of the unit that follows the case now, and of the one that did. */
    @EventListener
    void on(SupervisionHandedOver event) {
        var from = event.from();
        var params = new HashMap<String, String>();
        params.put("toUnit", event.to().value());
        params.put("desks", String.join(",", event.desks()));
        outbox.add(
                MailKind.REASSIGNED,
                event.hazard(),
                event.entry(),
                groups.leadersOf(event.to()),
                false,
                params,
                time.now());
        if (from != null) {
            outbox.add(
                    MailKind.REASSIGNED,
                    event.hazard(),
                    event.entry(),
                    groups.leadersOf(from),
                    false,
                    Map.of("toUnit", event.to().value(), "fromUnit", from.value()),
                    time.now());
        }
    }

    @EventListener
    void on(ExtensionDecided event) {
        var recipients = new ArrayList<String>();
        recipients.add(event.askedBy().value());
        recipients.addAll(responsible.of(event.hazard(), null));
        recipients.addAll(responsible.verifiersOf(event.hazard(), null));
        recipients.addAll(groups.office());
        var params = new HashMap<String, String>();
        params.put("granted", String.valueOf(event.granted()));
        params.put("wishedOn", event.wishedOn().toString());
        params.put("dueOn", event.dueOn().toString());
        params.put("by", event.by().value());
        var opinion = event.opinion();
        if (opinion != null) {
            params.put("decision", opinion);
        }
        outbox.add(MailKind.EXTENSION, event.hazard(), event.entry(), recipients, false, params, time.now());
    }

    @EventListener
    void on(OwnerNudged event) {
        outbox.add(
                MailKind.NUDGE,
                event.hazard(),
                event.entry(),
                event.clock().equals("VERIFY")
                        ? responsible.verifiersOf(event.hazard(), event.to())
                        : responsible.of(event.hazard(), event.to()),
                false,
                Map.of("clock", event.clock(), "by", event.by().value()),
                time.now());
    }

    /** An immediate rectification; or one whose due day ends before mail may leave again. */
    private boolean cannotWait(String hazard) {
        return responsible
                .term(hazard)
                .map(term -> term.immediate() || hours.openTooLateFor(term.dueOn()))
                .orElse(false);
    }
}
