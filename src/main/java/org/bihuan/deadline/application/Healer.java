package org.bihuan.deadline.application;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.bihuan.deadline.DatedTasks;
import org.bihuan.deadline.adapter.Disagreements;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.shared.CountyTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the engine back into line with the clocks where it has lost a timer, an incident or a date, or where a job has given up.
 * What it finds is a fault somewhere: each healing is a line in the log.
 */
@Component
public class Healer {
    private static final Logger LOG = LoggerFactory.getLogger(Healer.class);
    private static final int CHUNK = 200;

    private final Disagreements disagreements;
    private final CaseTimer timer;
    private final DatedTasks datedTasks;
    private final Cases cases;
    private final HazardLedger ledger;
    private final CountyTime time;
    private final TransactionTemplate transaction;

    Healer(
            Disagreements disagreements,
            CaseTimer timer,
            DatedTasks datedTasks,
            Cases cases,
            HazardLedger ledger,
            CountyTime time,
            TransactionTemplate transaction) {
        this.disagreements = disagreements;
        this.timer = timer;
        this.datedTasks = datedTasks;
        this.cases = cases;
        this.ledger = ledger;
        this.time = time;
        this.transaction = transaction;
    }

    /** @return how many things were out of line, at most some hundreds at a time; the next call goes on */
    public int heal() {
        var healed = told("jobs that had given up", inTransaction(() -> cases.reviveDeadJobs(CHUNK)));
        healed += told("unexplained incidents", inTransaction(this::endUnexplainedIncidents));
        healed += told("lost incidents", inTransaction(disagreements::forgetLostIncidents));
        healed += told(
                "lost timers", each(disagreements.withoutTimer(CHUNK), hazard -> timer.beginAnew(hazard.number())));
        healed +=
                told("late timers", each(disagreements.withLateTimer(CHUNK), hazard -> timer.follow(hazard.number())));
        return healed + told("foreign due dates", each(disagreements.withForeignDueDate(CHUNK), datedTasks::date));
    }

    private int endUnexplainedIncidents() {
        var incidents = disagreements.unexplainedIncidents(time.today(), CHUNK);
        incidents.forEach(cases::resolveIncident);
        return incidents.size();
    }

    private int each(List<HazardNumber> numbers, Consumer<Hazard> remedy) {
        return numbers.isEmpty()
                ? 0
                : inTransaction(() -> {
                    var held = ledger.lockFree(numbers);
                    held.forEach(remedy);
                    return held.size();
                });
    }

    private int inTransaction(IntSupplier work) {
        var count = transaction.execute(status -> work.getAsInt());
        return count == null ? 0 : count;
    }

    private static int told(String what, int count) {
        if (count > 0) {
            LOG.warn("Healed {}: {}", what, count);
        }
        return count;
    }
}
