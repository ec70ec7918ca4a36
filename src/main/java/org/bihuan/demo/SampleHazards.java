package org.bihuan.demo;

import static java.util.stream.Collectors.partitioningBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.notification.Outgoing;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.rectification.LedgerFilters;
import org.bihuan.shared.CountyTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills the empty ledger of the sample county, once: in one transaction, so that an interrupted start leaves nothing and the
 * next one begins anew. Runs when everybody has his rights and the port is not open yet.
 */
@Component
@Profile("demo")
class SampleHazards implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SampleHazards.class);

    private final SampleTakeover takeover;
    private final SampleStories stories;
    private final LedgerReader reader;
    private final LedgerFilters filters;
    private final Outgoing outgoing;
    private final Organisation organisation;
    private final CountyTime time;
    private final TransactionTemplate transaction;
    private final boolean wanted;
    private volatile boolean done;

    SampleHazards(
            SampleTakeover takeover,
            SampleStories stories,
            LedgerReader reader,
            LedgerFilters filters,
            Outgoing outgoing,
            Organisation organisation,
            CountyTime time,
            TransactionTemplate transaction,
            @Value("${bihuan.demo.hazards}") boolean wanted) {
        this.takeover = takeover;
        this.stories = stories;
        this.reader = reader;
        this.filters = filters;
        this.outgoing = outgoing;
        this.organisation = organisation;
        this.time = time;
        this.transaction = transaction;
        this.wanted = wanted;
    }

    @Override
    public void start() {
        if (wanted) {
            var entered = fillEmptyLedger();
            if (!entered.isEmpty()) {
                LOG.info("{} sample hazards fill the ledger", entered.size());
            }
        }
        done = true;
    }

    /** @return what was entered; nothing where the ledger has an entry already, whatever it is */
    List<HazardNumber> fillEmptyLedger() {
        var clerk = organisation.holdersOf(Role.COMMITTEE_OFFICE).get(0);
        return Objects.requireNonNull(
                transaction.execute(status -> isLedgerEmpty(clerk) ? fill(clerk) : List.<HazardNumber>of()));
    }

    /** Nobody gets a mail about it: what happened before the first start is past. */
    List<HazardNumber> fill(Person clerk) {
        var numbers = new ArrayList<HazardNumber>();
        var samples = SampleHazard.all(time.today()).stream()
                .collect(partitioningBy(sample -> sample.step().isTakenOver()));
        takeover.enter(of(samples, true), clerk).stream().map(Hazard::number).forEach(numbers::add);
        HazardNumber rowBefore = null;
        for (var sample : of(samples, false)) {
            rowBefore = stories.play(sample, rowBefore);
            numbers.add(rowBefore);
        }
        outgoing.keepSilentAbout(numbers.stream().map(HazardNumber::value).toList());
        return numbers;
    }

    private static List<SampleHazard> of(Map<Boolean, List<SampleHazard>> samples, boolean takenOver) {
        return Objects.requireNonNull(samples.get(takenOver));
    }

    private boolean isLedgerEmpty(Person clerk) {
        return reader.search(filters.read(Map.of("limit", "1")), clerk).total() == 0;
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /** After the engine's rights are in line, which is early, and before the web server, which is late. */
    @Override
    public int getPhase() {
        return 0;
    }
}
