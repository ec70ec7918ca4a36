package org.bihuan.rectification.application;

import java.util.List;
import org.bihuan.engine.LentWork;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.organisation.PeopleChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What lies with somebody who is away is offered to those who stand in for him, and lies with him again when he is back (N8, P8): at once
 * when somebody enters it, each minute where a day begins or ends it, and after an outage at the first look. Any number of nodes may look.
 */
@Component
public class LendWork {
    private static final Logger LOG = LoggerFactory.getLogger(LendWork.class);
    private static final int CHUNK = 50;

    private final LentWork lentWork;
    private final HazardLedger ledger;
    private final TransactionTemplate transaction;

    LendWork(LentWork lentWork, HazardLedger ledger, TransactionTemplate transaction) {
        this.lentWork = lentWork;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    /** In the transaction that changes who is there; a case that somebody works on in this moment follows at the next look. */
    @EventListener
    @Transactional
    public void on(PeopleChanged change) {
        align(lentWork.outOfLine(Integer.MAX_VALUE));
    }

    /** Brings every case into line that is out of it now. */
    public void perform() {
        List<String> before = List.of();
        for (var wrong = lentWork.outOfLine(CHUNK); !wrong.isEmpty(); wrong = lentWork.outOfLine(CHUNK)) {
            if (wrong.equals(before)) {
                return; // held by others: the next look finds them
            }
            before = wrong;
            var chunk = wrong;
            transaction.executeWithoutResult(status -> align(chunk));
        }
    }

    private void align(List<String> numbers) {
        ledger.lockFree(numbers.stream()
                        .flatMap(number -> HazardNumber.read(number).stream())
                        .toList())
                .forEach(hazard -> lentWork.align(hazard.number().value()));
    }

    /** The minute's look of a running node; tests look by hand. */
    @Component
    @ConditionalOnProperty("bihuan.background")
    static class EveryMinute {
        private final LendWork lendWork;

        EveryMinute(LendWork lendWork) {
            this.lendWork = lendWork;
        }

        @Scheduled(initialDelay = 10_000, fixedDelay = 60_000)
        void look() {
            try {
                lendWork.perform();
            } catch (RuntimeException failure) {
                LOG.error("Work of people who are away could not be handed on; the next look goes on", failure);
            }
        }
    }
}
