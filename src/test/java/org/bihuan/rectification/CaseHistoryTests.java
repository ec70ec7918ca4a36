package org.bihuan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.evidence.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was reported, judged and declined, as it can be read afterwards. */
@CountyTest
class CaseHistoryTests {
    @Autowired
    County county;

    @Autowired
    CaseHistory history;

    @Test
    void everyRoundKeepsItsProofItsWordsAndItsVerdict() {
        county.todayIs("2026-09-21");
        var safety = county.person("safety-071");
        var inspector = county.person("inspector-xiangyu");
        var number = inspector.registers(county.aHazardAt(safety).dueOn("2026-09-28"));
        safety.accepts(number);
        var first = safety.photographs(number, Stage.AFTER);
        safety.reportsCompletion(number);
        var visit = inspector.photographs(number, Stage.AFTER);
        inspector.judges(number, Verdict.UNQUALIFIED, "接地线未连接");
        var second = safety.photographs(number, Stage.AFTER);

        var rounds = history.rounds(county.hazard(number));

        assertThat(rounds).hasSize(2);
        assertThat(rounds.get(0).proof()).extracting(EvidenceItem::id).containsExactly(first.id());
        assertThat(rounds.get(0).ofTheVisit()).extracting(EvidenceItem::id).containsExactly(visit.id());
        assertThat(rounds.get(0).standing()).hasValueSatisfying(report -> {
            assertThat(report.measures()).isEqualTo("已加装箱门并上锁");
            assertThat(report.fundsYuan()).isEqualTo(300);
            assertThat(report.completedOn()).isEqualTo("2026-09-21");
            assertThat(report.reportedBy()).isEqualTo(safety.id());
        });
        assertThat(rounds.get(0).judgement())
                .isNotNull()
                .returns(Verdict.UNQUALIFIED, CaseHistory.Judgement::verdict)
                .returns("接地线未连接", CaseHistory.Judgement::opinion)
                .returns(inspector.id(), CaseHistory.Judgement::givenBy);
        assertThat(rounds.get(1).proof()).extracting(EvidenceItem::id).containsExactly(second.id());
        assertThat(rounds.get(1).standing()).isEmpty();
        assertThat(rounds.get(1).judgement()).isNull();
    }

    @Test
    void aWithdrawnReportIsKeptAndDoesNotStand() {
        county.todayIs("2026-09-21");
        var safety = county.person("safety-071");
        var inspector = county.person("inspector-xiangyu");
        var number = inspector.registers(county.aHazardAt(safety).dueOn("2026-09-28"));
        safety.accepts(number);
        safety.rectifies(number);
        safety.withdraws(number);

        var round = history.rounds(county.hazard(number)).get(0);

        assertThat(round.reports()).hasSize(1).allMatch(CaseHistory.Report::withdrawn);
        assertThat(round.standing()).isEmpty();
    }

    @Test
    void theLastDeclineSaysWhyWhenAndWho() {
        county.todayIs("2026-09-21");
        var safety = county.person("safety-071");
        var inspector = county.person("inspector-xiangyu");
        var number = inspector.registers(county.aHazardAt(safety).dueOn("2026-09-28"));
        assertThat(history.lastDecline(county.hazard(number))).isEmpty();

        safety.declines(number, "场所已转租");
        inspector.reviews(number, "ACCEPT", Map.of());
        safety.declines(number, "承租方为另一企业");

        assertThat(history.lastDecline(county.hazard(number))).hasValueSatisfying(decline -> {
            assertThat(decline.reason()).isEqualTo("承租方为另一企业");
            assertThat(decline.on()).isEqualTo("2026-09-21");
            assertThat(decline.by()).isEqualTo(safety.id());
        });
    }
}
