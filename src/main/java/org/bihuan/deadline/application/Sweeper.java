package org.bihuan.deadline.application;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bihuan.deadline.adapter.Clocks;
import org.bihuan.deadline.adapter.Rungs;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.shared.CountyTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks over everything that is due, each minute, on one node at a time: first what a newer calendar has
 * left behind, then the incidents, then the rungs, in chunks of
 * hazards locked first. The tables are the truth; whatever was missed while nobody swept is caught up here.
 */
@Component
public class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final int CHUNK = 500;

    /** So many are looked for at once: to look again for each chunk would read a storm over and over. */
    private static final int LOOK_AHEAD = 20_000;

    private final Clocks clocks;
    private final Rungs rungs;
    private final FireRungs fireRungs;
    private final OverdueIncidents incidents;
    private final FollowCalendar followCalendar;
    private final HazardLedger ledger;
    private final CountyTime time;
    private final TransactionTemplate transaction;

    Sweeper(
            Clocks clocks,
            Rungs rungs,
            FireRungs fireRungs,
            OverdueIncidents incidents,
            FollowCalendar followCalendar,
            HazardLedger ledger,
            CountyTime time,
            TransactionTemplate transaction) {
        this.clocks = clocks;
        this.rungs = rungs;
        this.fireRungs = fireRungs;
        this.incidents = incidents;
        this.followCalendar = followCalendar;
        this.ledger = ledger;
        this.time = time;
        this.transaction = transaction;
    }

    /** Brings the whole county into line with the present moment. */
    public void sweep() {
        inChunks(() -> followCalendar.leftBehind(LOOK_AHEAD), followCalendar::catchUp);
        inChunks(() -> clocks.becomingOverdue(time.today(), time.now(), LOOK_AHEAD), incidents::align);
        inChunks(() -> rungs.hazardsWithDueRung(time.now(), LOOK_AHEAD), fireRungs::of);
    }

    private void inChunks(Supplier<List<HazardNumber>> due, Consumer<List<Hazard>> work) {
        List<HazardNumber> before = List.of();
        while (true) {
            var wanted = due.get();
            // What comes back unchanged is held by others or stuck: the next sweep looks again.
            if (wanted.isEmpty() || wanted.equals(before)) {
                return;
            }
            before = wanted;
            for (int from = 0; from < wanted.size(); from += CHUNK) {
                var chunk = wanted.subList(from, Math.min(wanted.size(), from + CHUNK));
                if (!Boolean.TRUE.equals(transaction.execute(status -> takeOne(chunk, work)))) {
                    return;
                }
            }
        }
    }

    private boolean takeOne(List<HazardNumber> wanted, Consumer<List<Hazard>> work) {
        if (!rungs.becomeTheOneRunner()) {
            return false;
        }
        var held = ledger.lockFree(wanted);
        if (!held.isEmpty()) {
            work.accept(held);
        }
        return true;
    }

    /** The minute's sweep of a running node; tests sweep by hand. */
    @Component
    @ConditionalOnProperty("bihuan.background")
    static class EveryMinute {
        private final Sweeper sweeper;
        private final Healer healer;

        EveryMinute(Sweeper sweeper, Healer healer) {
            this.sweeper = sweeper;
            this.healer = healer;
        }

        @Scheduled(initialDelay = 5_000, fixedDelay = 60_000)
        void sweep() {
            try {
                sweeper.sweep();
            } catch (RuntimeException failure) {
                LOG.error("The sweep stopped half-way; the next one goes on where it ended", failure);
            }
        }

        /** Less often: it looks at every open case, and finds nothing where nothing went wrong. */
        @Scheduled(initialDelay = 60_000, fixedDelay = 600_000)
        void heal() {
            try {
                healer.heal();
            } catch (RuntimeException failure) {
                LOG.error("The healing stopped half-way; the next one goes on where it ended", failure);
            }
        }
    }
}
