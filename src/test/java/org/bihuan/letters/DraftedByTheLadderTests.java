package org.bihuan.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.Statements;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.NextStep;
import org.bihuan.deadline.RunningClocks;
import org.bihuan.deadline.Supervision.Outcome;
import org.bihuan.deadline.events.DelayEnded;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.Status;
import org.bihuan.hazard.VoidReason;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.NotAllowed;
import org.bihuan.shared.NotVisible;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ladder drafts, people decide (N6). Every hazard is due on Wednesday, 21 October 2026; each test has an enterprise of its own,
 * because cases of one enterprise and day share a letter.
 */
@CountyTest
class DraftedByTheLadderTests {
    private static final String DAY_3 = "2026-10-26";
    private static final String DAY_7 = "2026-10-30";
    private static final String DAY_15 = "2026-11-11";
    private static final String DAY_30 = "2026-12-02";
    private static final String CLAUSE = "GB 35181-2025 5.1";

    @Autowired
    County county;

    @Autowired
    CaseLetters letters;

    @Autowired
    LetterDesk desk;

    @Autowired
    RunningClocks clocks;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    County.Actor inspector;
    County.Actor head;
    County.Actor office;

    @BeforeEach
    void people() {
        inspector = county.person("inspector-yaodu");
        head = county.person("head-yaodu");
        office = county.person("office1");
        county.todayIs("2026-10-12");
    }

    private HazardNumber general(County.Actor safety) {
        var hazard = inspector.registers(county.aHazardAt(safety).dueOn("2026-10-21"));
        safety.accepts(hazard);
        return hazard;
    }

    private HazardNumber major(County.Actor safety) {
        var hazard = inspector.registers(county.aHazardAt(safety).major(CLAUSE));
        inspector.reviews(hazard, "ACCEPT", Map.of("grade", "MAJOR", "criterion", CLAUSE, "dueOn", "2026-10-21"));
        safety.accepts(hazard);
        return hazard;
    }

    @Test
    void aCaseSaysBeforehandWhichLettersItsLadderDrafts() {
        var hazard = general(county.person("safety-015"));

        assertThat(clocks.next(hazard))
                .extracting(NextStep::action)
                .containsSequence("整改逾期上报，起草督办函", "整改逾期上报并由安委办督办，起草警示函");
    }

    private void sweepsOn(String day) {
        county.todayIs(day);
        county.sweeps();
    }

    private List<CaseLetter> of(HazardNumber hazard) {
        return letters.of(hazard, office.person());
    }

    private CaseLetter only(HazardNumber hazard) {
        assertThat(of(hazard)).hasSize(1);
        return of(hazard).get(0);
    }

    /** What the case log tells of letters, in order: {@code LETTER_DRAFTED {"letter":"WARNING","rung":"+7"}}. */
    private List<String> told(HazardNumber hazard) {
        return county.log(hazard).stream()
                .filter(entry -> entry.kind() == EntryKind.LETTER_DRAFTED || entry.kind() == EntryKind.LETTER_DISCARDED)
                .map(entry -> entry.kind() + " " + entry.data())
                .toList();
    }

    @Test
    void generalsOfOneEnterpriseAndDayShareASupervisionLetterAfterFifteenDays() {
        var safety = county.person("safety-014");
        var one = general(safety);
        var other = general(safety);
        sweepsOn(DAY_7);
        assertThat(of(one)).isEmpty();

        sweepsOn(DAY_15);

        assertThat(only(one)).satisfies(letter -> {
            assertThat(letter.kind()).isEqualTo(LetterKind.SUPERVISION);
            assertThat(letter.state()).isEqualTo(LetterState.DRAFT);
            assertThat(letter.rung()).isEqualTo("+15");
            assertThat(letter.draftedOn()).isEqualTo(DAY_15);
            assertThat(letter.hazards()).containsExactly(one, other);
        });
        assertThat(only(other).id()).isEqualTo(only(one).id());
        assertThat(told(one)).containsExactly("LETTER_DRAFTED {\"letter\":\"SUPERVISION\",\"rung\":\"+15\"}");
        assertThat(county.logIsUntouched(one)).isTrue();
    }

    @Test
    void aMajorHasLettersOfItsOwnFromAdvisoryToHandOver() {
        var safety = county.person("safety-016");
        var major = major(safety);
        var other = major(safety);

        for (var day : List.of("2026-10-16", DAY_3, DAY_7, DAY_15, DAY_30)) {
            sweepsOn(day);
        }

        assertThat(of(major))
                .extracting(letter -> letter.draftedOn() + " " + letter.rung() + " " + letter.kind())
                .containsExactly(
                        DAY_30 + " +30 CIRCULAR",
                        DAY_30 + " +30 HANDOVER",
                        DAY_15 + " +15 INTERVIEW",
                        DAY_7 + " +7 WARNING",
                        DAY_3 + " +3 SUPERVISION",
                        "2026-10-16 -3 ADVISORY");
        assertThat(of(major)).allSatisfy(letter -> assertThat(letter.hazards()).containsExactly(major));
        assertThat(of(other)).hasSize(6);
        assertThat(told(major))
                .hasSize(5)
                .endsWith("LETTER_DRAFTED {\"letter\":\"CIRCULAR, HANDOVER\",\"rung\":\"+30\"}");
    }

    /** N2: each is told, the highest alone drafts, as it alone opens 督办. */
    @Test
    void afterAnOutageOnlyTheHighestDrafts() {
        var major = major(county.person("safety-017"));
        var general = general(county.person("safety-017"));

        sweepsOn("2026-12-03");

        assertThat(of(major)).extracting(CaseLetter::kind).containsExactly(LetterKind.CIRCULAR, LetterKind.HANDOVER);
        assertThat(of(general)).extracting(CaseLetter::kind).containsExactly(LetterKind.WARNING);
    }

    @Test
    void sweeperTimerAndASecondSweepDraftOnce() {
        var swept = major(county.person("safety-018"));
        var woken = major(county.person("safety-018"));

        county.todayIs(DAY_3);
        county.timerFires(woken);
        county.sweeps();
        county.sweeps();
        county.timerFires(swept);
        county.timerFires(woken);

        assertThat(of(swept)).hasSize(1);
        assertThat(of(woken)).hasSize(1);
        assertThat(told(woken)).hasSize(1);
    }

    /** The key stands behind it: no way leads to a second draft of the same rung. */
    @Test
    void aRungHasOneLineOfAKind() {
        var major = major(county.person("safety-018"));
        sweepsOn(DAY_3);

        assertThatThrownBy(() -> jdbc.sql("""
                        insert into letter_line (letter, hazard, term, step, kind)
                        select letter, hazard, term, step, kind from letter_line where hazard = :hazard
                        """).param("hazard", major.value()).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** N3: a line to those concerned, nothing more; what lies behind the last rung has no letter either. */
    @Test
    void aCaseThatComesLateDraftsNothing() {
        var safety = county.person("safety-019");
        var late = office.takesOver(county.aHazardAt(safety), Status.RECTIFYING, "2026-07-01", "2026-08-31");

        sweepsOn("2026-10-13");

        assertThat(county.firedRungs(late, ClockKind.RECTIFY)).contains("CATCHUP 2026-10-13");
        assertThat(of(late)).isEmpty();
    }

    @Test
    void aReportTakesACaseOutAndTheLastOneEndsTheLetter() {
        var safety = county.person("safety-020");
        var one = general(safety);
        var other = general(safety);
        sweepsOn(DAY_15);

        safety.rectifies(one);

        assertThat(only(one)).satisfies(letter -> {
            assertThat(letter.state()).isEqualTo(LetterState.SUPERSEDED);
            assertThat(letter.supersededBy()).hasToString("SUBMITTED");
            assertThat(letter.endedOn()).isEqualTo(DAY_15);
        });
        assertThat(only(other)).satisfies(letter -> {
            assertThat(letter.state()).isEqualTo(LetterState.DRAFT);
            assertThat(letter.hazards()).containsExactly(other);
        });

        safety.rectifies(other);
        safety.withdraws(other); // a withdrawal brings nothing back

        assertThat(only(other).state()).isEqualTo(LetterState.SUPERSEDED);
    }

    @Test
    void aGrantedExtensionEndsADraft() {
        var safety = county.person("safety-021");
        var major = major(safety);
        var principal = county.person("principal-021");
        principal.asksForMoreTime(major, "2026-11-18");
        sweepsOn("2026-10-16");
        assertThat(only(major).kind()).isEqualTo(LetterKind.ADVISORY);

        head.grants(major, "2026-11-18");

        assertThat(only(major).state()).isEqualTo(LetterState.SUPERSEDED);
        assertThat(only(major).supersededBy()).hasToString("EXTENDED");
    }

    @Test
    void voidingAndMovingEndADraft() {
        var safety = county.person("safety-022");
        var voided = general(safety);
        var moved = general(safety);
        sweepsOn(DAY_15);

        inspector.proposesToVoid(voided);
        head.decidesOnVoid(voided, "GRANT");
        inspector.moves(moved, county.person("safety-024"));

        assertThat(only(voided).supersededBy()).hasToString("VOIDED");
        assertThat(only(moved).supersededBy()).hasToString("MOVED");
        assertThat(county.hazard(voided).ending().reason()).isEqualTo(VoidReason.WRONG_ENTRY);
    }

    /** N3: the ladder goes on from the approved day, and drafts anew in the next term. */
    @Test
    void aShamReportBuysNoLetterOff() {
        var safety = county.person("safety-023");
        var major = major(safety);
        sweepsOn(DAY_3);
        safety.rectifies(major);
        assertThat(only(major).state()).isEqualTo(LetterState.SUPERSEDED);
        county.todayIs("2026-10-27");
        safety.withdraws(major);

        sweepsOn(DAY_7);

        assertThat(of(major))
                .extracting(letter -> letter.kind() + " " + letter.state())
                .containsExactly("WARNING DRAFT", "SUPERVISION SUPERSEDED");
    }

    @Test
    void theCommitteeOfficeDiscardsWithAReasonAndTheLogsOfAllItsCasesTellIt() {
        var safety = county.person("safety-013");
        var one = general(safety);
        var other = general(safety);
        sweepsOn(DAY_15);
        var id = only(one).id();
        assertThat(only(one).mayBeDiscarded()).isTrue();
        assertThat(letters.of(one, head.person()).get(0).mayBeDiscarded()).isFalse();
        assertThatThrownBy(() -> desk.discard(id, "已电话督促", head.person())).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() ->
                        desk.discard(id, "已电话督促", county.person("safety-061").person()))
                .isInstanceOf(NotVisible.class);

        desk.discard(id, "已电话督促", office.person());

        assertThat(only(other)).satisfies(letter -> {
            assertThat(letter.state()).isEqualTo(LetterState.DISCARDED);
            assertThat(letter.reason()).isEqualTo("已电话督促");
            assertThat(letter.by()).isEqualTo(office.id());
            assertThat(letter.mayBeDiscarded()).isFalse();
        });
        assertThat(told(one)).endsWith("LETTER_DISCARDED {\"letter\":\"SUPERVISION\",\"reason\":\"已电话督促\"}");
        assertThat(told(other)).hasSize(2);
        assertThat(county.logIsUntouched(other)).isTrue();
        assertThatThrownBy(() -> desk.discard(id, "再弃用", office.person()))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.code()).isEqualTo("LETTER_DISCARDED"));
        safety.rectifies(one);
        assertThat(only(one).state()).isEqualTo(LetterState.DISCARDED);
    }

    @Test
    void aHandOverIsTheUnitLeadersToDiscardToo() {
        var major = major(county.person("safety-012"));
        sweepsOn(DAY_30);
        var handOver = of(major).get(1);
        var stranger = county.person("head-xiangyu");
        assertThatThrownBy(() -> desk.discard(handOver.id(), "不移送", stranger.person()))
                .isInstanceOf(NotVisible.class);

        desk.discard(handOver.id(), "当事人已停产整改", head.person());

        assertThat(of(major).get(1).state()).isEqualTo(LetterState.DISCARDED);
        assertThat(of(major).get(0).state()).isEqualTo(LetterState.DRAFT);
    }

    /** Each sees the other's case still standing in its own moment, unless one waits for the other. */
    @Test
    void theLastTwoCasesLeavingAtOnceEndTheLetter() {
        var safety = county.person("safety-010");
        var pairs = Stream.generate(() -> List.of(general(safety), general(safety)))
                .limit(4)
                .toList();
        var day = LocalDate.parse(DAY_15);
        for (var pair : pairs) {
            county.todayIs(day.toString()); // a letter a pair
            pair.forEach(county::timerFires);
            day = day.plusDays(1);
        }

        for (var pair : pairs) {
            var start = new CyclicBarrier(2);
            CompletableFuture.allOf(pair.stream()
                            .map(hazard -> CompletableFuture.runAsync(() -> endsItsDelay(hazard, start)))
                            .toArray(CompletableFuture[]::new))
                    .join();
            assertThat(jdbc.sql("select state from letter where id = :id")
                            .param("id", only(pair.get(0)).id())
                            .query(String.class)
                            .single())
                    .isEqualTo("SUPERSEDED");
        }
    }

    private void endsItsDelay(HazardNumber hazard, CyclicBarrier start) {
        transaction.executeWithoutResult(status -> {
            try {
                start.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            events.publishEvent(new DelayEnded(hazard, Outcome.SUBMITTED));
        });
    }

    /** What a discarded letter would have taken in goes into a new one. */
    @Test
    void whatComesLaterTheSameDayIsDraftedAnew() {
        var safety = county.person("safety-015");
        var swept = general(safety);
        var late = general(safety);
        county.todayIs(DAY_15);
        county.timerFires(swept);
        desk.discard(only(swept).id(), "已电话督促", office.person());

        county.timerFires(late);

        assertThat(only(late).state()).isEqualTo(LetterState.DRAFT);
        assertThat(only(late).hazards()).containsExactly(late);
    }

    /** A storm costs by chunks, not by cases. */
    @Test
    void draftingCostsNoMoreForManyCases() {
        var few = costOfDrafting(1, "2026-10-12", DAY_15);
        var many = costOfDrafting(8, "2026-10-12", DAY_15);

        assertThat(many).isEqualTo(few);
    }

    private int costOfDrafting(int cases, String from, String day) {
        county.todayIs(day);
        county.sweeps(); // whatever others have left
        county.todayIs(from);
        for (int i = 0; i < cases; i++) {
            general(county.person("safety-011"));
        }
        county.todayIs(DAY_7);
        county.sweeps();
        county.todayIs(day);
        return statements.of(county::sweeps).size();
    }
}
