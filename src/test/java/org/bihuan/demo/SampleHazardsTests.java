package org.bihuan.demo;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.evidence.Evidence;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.evidence.Stage;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.hazard.Status;
import org.bihuan.notification.Outgoing;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Role;
import org.bihuan.shared.CountyTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Everything is taken back after each test: the other tests of this application go on without the sample hazards. */
@CountyTest
@Transactional
class SampleHazardsTests {
    @Autowired
    SampleHazards sampleHazards;

    @Autowired
    Organisation organisation;

    @Autowired
    HazardLedger ledger;

    @Autowired
    LedgerReader reader;

    @Autowired
    Evidence evidence;

    @Autowired
    Outgoing outgoing;

    @Autowired
    County county;

    @Autowired
    CountyTime time;

    @Autowired
    JdbcClient jdbc;

    private List<Hazard> entered = List.of();

    @BeforeEach
    void theLedgerIsFilled() {
        entered = sampleHazards
                .fill(organisation.holdersOf(Role.COMMITTEE_OFFICE).get(0))
                .stream()
                .map(ledger::get)
                .toList();
    }

    @Test
    void someFortyHazardsStandInEveryStatus() {
        var byStatus = entered.stream().collect(groupingBy(Hazard::status));

        assertThat(entered).hasSizeBetween(35, 50);
        assertThat(byStatus).containsOnlyKeys(Status.values());
        assertThat(entered)
                .anyMatch(hazard -> hazard.isMajor() && hazard.status().isOpen());
        assertThat(entered).anyMatch(hazard -> hazard.round() == 2);
        assertThat(entered)
                .anyMatch(hazard -> hazard.status() == Status.REGISTERED
                        && hazard.responsibility().supervisingUnit() == null);
        assertThat(entered.stream().filter(this::isOverdue)).hasSizeGreaterThanOrEqualTo(5);
        assertThat(entered)
                .anyMatch(hazard -> time.today().equals(hazard.dueDates().runsOutOn()));
        assertThat(entered)
                .filteredOn(hazard -> hazard.status().isOpen())
                .allMatch(hazard -> county.openTask(hazard.number()) != null);
    }

    @Test
    void photosShowThePlaceBeforeAndAfter() {
        assertThat(entered)
                .filteredOn(hazard -> !stages(hazard).contains(Stage.BEFORE))
                .hasSizeLessThan(5);
        assertThat(entered)
                .filteredOn(hazard -> hazard.status() == Status.SUBMITTED || hazard.status() == Status.CLOSED)
                .isNotEmpty()
                .allMatch(hazard -> stages(hazard).containsAll(Set.of(Stage.BEFORE, Stage.AFTER)));
        assertThat(entered).anyMatch(hazard -> stages(hazard).contains(Stage.DOCUMENT));
    }

    @Test
    void theLogsAreWholeAndNobodyGetsAMail() {
        var numbers = entered.stream().map(hazard -> hazard.number().value()).toList();

        assertThat(entered)
                .allMatch(hazard -> reader.firstForged(hazard.number()).isEmpty());
        assertThat(mailsKeptBack(numbers)).isPositive();
        assertThat(outgoing.waiting(1000)).noneMatch(mail -> numbers.contains(mail.hazard()));
    }

    @Test
    void aLedgerWithEntriesIsLeftAlone() {
        assertThat(sampleHazards.fillEmptyLedger()).isEmpty();
    }

    /** The hand-overs among them have written mails, so that there is something to keep back. */
    private int mailsKeptBack(List<String> numbers) {
        return jdbc.sql("select count(*) from mail_outbox where status = 'SKIPPED' and hazard in (:numbers)")
                .param("numbers", numbers)
                .query(Integer.class)
                .single();
    }

    private boolean isOverdue(Hazard hazard) {
        var runsOutOn = hazard.dueDates().runsOutOn();
        return runsOutOn != null && runsOutOn.isBefore(time.today());
    }

    private Set<Stage> stages(Hazard hazard) {
        return files(hazard.number()).stream().map(EvidenceItem::stage).collect(Collectors.toSet());
    }

    private List<EvidenceItem> files(HazardNumber number) {
        return evidence.of(number.value());
    }
}
