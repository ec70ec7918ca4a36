package org.bihuan.rectification.application;

import java.util.Optional;
import org.bihuan.deadline.RunningClocks;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.hazard.Status;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.bihuan.rectification.adapter.Nudges;
import org.bihuan.rectification.domain.NudgeFindsAnOwner;
import org.bihuan.rectification.events.OwnerNudged;
import org.bihuan.shared.BusinessRule;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 催办: the supervising unit or the committee office presses the owner of the clock that counts, once a case and day (N16). */
@Component
public class NudgeOwner {
    private final HazardLedger ledger;
    private final Nudges nudges;
    private final RunningClocks runningClocks;
    private final Cases cases;
    private final CountyTime time;
    private final ApplicationEventPublisher events;

    NudgeOwner(
            HazardLedger ledger,
            Nudges nudges,
            RunningClocks runningClocks,
            Cases cases,
            CountyTime time,
            ApplicationEventPublisher events) {
        this.ledger = ledger;
        this.nudges = nudges;
        this.runningClocks = runningClocks;
        this.cases = cases;
        this.time = time;
        this.events = events;
    }

    @Transactional
    public Hazard perform(HazardNumber number, Person by) {
        var hazard = ledger.lock(number);
        if (!maySupervise(by, hazard)) {
            throw new NotAllowed("NUDGE");
        }
        BusinessRule.check(new NudgeFindsAnOwner(hazard.status()));
        var clock = Optional.ofNullable(runningClocks.present(hazard)).orElseThrow();
        if (!nudges.add(number, time.today(), by.id())) {
            throw new Conflict("NUDGED_TODAY", number);
        }
        var saved = ledger.save(hazard, LogEntry.by(by, EntryKind.NUDGED).with("clock", clock.kind()));
        events.publishEvent(
                new OwnerNudged(number.value(), saved.log().seq(), clock.kind().name(), owner(hazard), by.id()));
        return saved;
    }

    /** Whether the person may press for the case as it stands. */
    public static boolean isOpenTo(Person by, Hazard hazard) {
        return maySupervise(by, hazard) && !new NudgeFindsAnOwner(hazard.status()).isBroken();
    }

    private static boolean maySupervise(Person by, Hazard hazard) {
        var unit = hazard.responsibility().supervisingUnit();
        return by.is(Role.COMMITTEE_OFFICE) || (unit != null && by.isOfficerOf(unit));
    }

    private @Nullable PersonId owner(Hazard hazard) {
        return hazard.status() == Status.SUBMITTED
                ? cases.openTask(hazard.number().value())
                        .map(Cases.OpenTask::holder)
                        .orElse(null)
                : hazard.responsibility().responsibleUser();
    }
}
