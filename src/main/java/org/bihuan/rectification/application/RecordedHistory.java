package org.bihuan.rectification.application;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.hazard.Hazard;
import org.bihuan.rectification.CaseHistory;
import org.bihuan.rectification.adapter.Assignments;
import org.bihuan.rectification.adapter.RoundsOfHazards;
import org.bihuan.rectification.domain.CompletionReport;
import org.bihuan.rectification.domain.GivenVerdict;
import org.bihuan.rectification.domain.Rounds;
import org.bihuan.shared.CountyTime;
import org.springframework.stereotype.Component;

/** {@link CaseHistory} from what the room has written down. */
@Component
class RecordedHistory implements CaseHistory {
    private final RoundsOfHazards rounds;
    private final Assignments assignments;
    private final Proofs proofs;
    private final CountyTime time;

    RecordedHistory(RoundsOfHazards rounds, Assignments assignments, Proofs proofs, CountyTime time) {
        this.rounds = rounds;
        this.assignments = assignments;
        this.proofs = proofs;
        this.time = time;
    }

    @Override
    public List<Round> rounds(Hazard hazard) {
        var told = rounds.of(hazard.number());
        var files = proofs.of(hazard.number());
        return IntStream.rangeClosed(1, hazard.round())
                .mapToObj(round -> round(round, told, files))
                .toList();
    }

    @Override
    public Optional<Decline> lastDecline(Hazard hazard) {
        return assignments.lastDecline(hazard.number());
    }

    @Override
    public boolean isServedOnPaper(Hazard hazard) {
        return assignments.isServedOnPaper(hazard.number());
    }

    private Round round(int number, Rounds told, List<EvidenceItem> files) {
        return new Round(
                number,
                told.reports().stream()
                        .filter(report -> report.round() == number)
                        .map(RecordedHistory::report)
                        .toList(),
                told.verdicts().stream()
                        .filter(verdict -> verdict.round() == number)
                        .map(this::judgement)
                        .findFirst()
                        .orElse(null),
                told.proofOf(number, files),
                told.visitOf(number, files));
    }

    private static Report report(CompletionReport report) {
        return new Report(
                report.measures(),
                report.fundsYuan(),
                report.completedOn(),
                report.reportedOn(),
                report.reportedBy(),
                report.onBehalf(),
                report.rectifier(),
                report.withdrawnAt() != null);
    }

    private Judgement judgement(GivenVerdict verdict) {
        return new Judgement(verdict.verdict(), verdict.opinion(), verdict.givenBy(), time.dayOf(verdict.givenAt()));
    }
}
