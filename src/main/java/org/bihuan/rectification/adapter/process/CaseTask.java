package org.bihuan.rectification.adapter.process;

import java.util.Locale;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.DatedTasks;
import org.bihuan.engine.OpenedTask;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Unit;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What every task of a case looks like when it opens: its name, what its card shows, and the dates of its clock. */
@Component
class CaseTask {
    private final HazardLedger ledger;
    private final DatedTasks datedTasks;
    private final Organisation organisation;
    private final MessageSource messages;

    CaseTask(HazardLedger ledger, DatedTasks datedTasks, Organisation organisation, MessageSource messages) {
        this.ledger = ledger;
        this.datedTasks = datedTasks;
        this.organisation = organisation;
        this.messages = messages;
    }

    /** Dresses a task of the main path and gives the case it belongs to. */
    Hazard open(OpenedTask task) {
        var hazard = named(task);
        datedTasks.dress(task, hazard);
        return hazard;
    }

    /** The same for the task of a desk beside the main path. */
    Hazard open(OpenedTask task, ClockKind desk) {
        var hazard = named(task);
        datedTasks.dress(task, hazard, desk);
        return hazard;
    }

    /** Name and card alone, for a task that somebody else gives its dates. */
    Hazard named(OpenedTask task) {
        var hazard = ledger.get(HazardNumber.of(task.businessKey()));
        task.nameAfter(hazard.finding().shortText());
        task.show("hazardNumber", hazard.number().value());
        task.show("enterprise", responsibleName(hazard));
        task.show("grade", messages.getMessage("grade." + hazard.finding().grade(), null, Locale.SIMPLIFIED_CHINESE));
        return hazard;
    }

    private String responsibleName(Hazard hazard) {
        var enterprise = hazard.responsibility().enterprise();
        var unit = hazard.responsibility().responsibleUnit();
        if (enterprise != null) {
            return organisation.enterprise(enterprise).map(Enterprise::name).orElse(enterprise.value());
        }
        return unit == null ? "" : organisation.unit(unit).map(Unit::name).orElse(unit.value());
    }
}
