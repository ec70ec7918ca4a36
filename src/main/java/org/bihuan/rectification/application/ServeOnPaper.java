package org.bihuan.rectification.application;

import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.deadline.Deadlines;
import org.bihuan.engine.Cases;
import org.bihuan.evidence.Evidence;
import org.bihuan.evidence.Stage;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.hazard.Transition;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.rectification.adapter.Assignments;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotAllowed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An inspector brings the paper and records its receipt (T8): the log says "served", never "accepted". */
@Component
public class ServeOnPaper {
    private final HazardLedger ledger;
    private final Deadlines deadlines;
    private final Assignments assignments;
    private final Evidence evidence;
    private final Cases cases;
    private final CountyTime time;

    ServeOnPaper(
            HazardLedger ledger,
            Deadlines deadlines,
            Assignments assignments,
            Evidence evidence,
            Cases cases,
            CountyTime time) {
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.assignments = assignments;
        this.evidence = evidence;
        this.cases = cases;
        this.time = time;
    }

    /** @param document a DOCUMENT of this case: the signed slip */
    @Transactional
    public Hazard perform(HazardNumber number, LocalDate servedOn, String recipient, UUID document, Person by) {
        var hazard = ledger.lock(number);
        if (!serves(by, hazard)) {
            throw new NotAllowed("SERVE");
        }
        var served = hazard.after(Transition.SERVE);
        if (servedOn.isAfter(time.today())) {
            throw new InvalidInput("servedOn", "IN_FUTURE");
        }
        if (servedOn.isBefore(hazard.origin().foundOn())) {
            throw new InvalidInput("servedOn", "BEFORE_FOUND", hazard.origin().foundOn());
        }
        if (evidence.of(number.value()).stream()
                .noneMatch(item -> item.id().equals(document) && item.stage() == Stage.DOCUMENT)) {
            throw new InvalidInput("document", "NOT_A_DOCUMENT_OF_THE_CASE");
        }
        assignments.endServed(number, servedOn, recipient, document, time.today(), by.id());
        var saved = ledger.save(
                deadlines.accepted(served),
                LogEntry.by(by.as(Role.INSPECTOR), EntryKind.SERVED)
                        .with("servedOn", servedOn)
                        .with("recipient", recipient)
                        .with("document", document));
        cases.tell(number.value(), HazardRectificationModel.SERVED_ON_PAPER);
        return saved;
    }

    /** Whether the case waits for its acceptance and the person may bring the paper. */
    public static boolean isOpenTo(Person by, Hazard hazard) {
        return Transition.SERVE.isOpenFrom(hazard.status()) && serves(by, hazard);
    }

    private static boolean serves(Person by, Hazard hazard) {
        var unit = hazard.responsibility().supervisingUnit();
        return by.is(Role.INSPECTOR) && unit != null && by.worksFor(unit);
    }
}
