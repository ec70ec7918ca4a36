package org.bihuan.organisation;

import java.util.Map;
import org.bihuan.organisation.StandIns.Absence;
import org.bihuan.shared.CountyTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells when a new day begins or ends an absence, which nobody enters. Every node looks for itself and tells by itself: whoever follows does
 * nothing where it has been done.
 */
@Component
@ConditionalOnProperty("bihuan.background")
class DayOfStandIns {
    private static final Logger LOG = LoggerFactory.getLogger(DayOfStandIns.class);

    private final StandIns standIns;
    private final CountyTime time;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private Map<PersonId, Absence> told = Map.of();

    DayOfStandIns(
            StandIns standIns, CountyTime time, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.standIns = standIns;
        this.time = time;
        this.transaction = transaction;
        this.events = events;
    }

    @Scheduled(initialDelay = 8_000, fixedDelay = 20_000)
    void look() {
        var present = standIns.absences(time.now());
        if (!present.equals(told)) {
            try {
                transaction.executeWithoutResult(status -> events.publishEvent(new PeopleChanged()));
                told = present;
            } catch (RuntimeException failure) {
                LOG.error("Who is away today could not be told; the next look tries again", failure);
            }
        }
    }
}
