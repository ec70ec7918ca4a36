package org.bihuan.rectification.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.evidence.Stage;
import org.bihuan.organisation.PersonId;

/**
 * What has been reported and judged in a case, round by round.
 *
 * @param reports all, in their order
 * @param verdicts all, in their order
 */
public record Rounds(List<CompletionReport> reports, List<GivenVerdict> verdicts) {

    /** The report that waits for its verdict, or got it last. */
    public Optional<CompletionReport> standing(int round) {
        return reports.stream()
                .filter(report -> report.round() == round && report.withdrawnAt() == null)
                .findFirst();
    }

    /** The verdict that sent the case back into this round; empty in the first. */
    public Optional<GivenVerdict> returnInto(int round) {
        return verdicts.stream().filter(verdict -> verdict.round() == round - 1).findFirst();
    }

    /** Files that are new in this round: handed in after the verdict that opened it (4.2). */
    public List<EvidenceItem> newIn(int round, List<EvidenceItem> files) {
        var since = returnInto(round).map(GivenVerdict::givenAt).orElse(Instant.MIN);
        return files.stream().filter(file -> file.uploadedAt().isAfter(since)).toList();
    }

    /** What the responsible side handed in to prove a round: photos of the rectified place and papers. */
    public List<EvidenceItem> proofOf(int round, List<EvidenceItem> files) {
        return within(round, files)
                .filter(file -> file.stage() != Stage.BEFORE)
                .filter(file -> file.stage() == Stage.DOCUMENT || !isOfAVisit(file.uploadedAt()))
                .toList();
    }

    /** Photos of the verifying visits of a round. */
    public List<EvidenceItem> visitOf(int round, List<EvidenceItem> files) {
        return within(round, files)
                .filter(file -> file.stage() == Stage.AFTER && isOfAVisit(file.uploadedAt()))
                .toList();
    }

    private Stream<EvidenceItem> within(int round, List<EvidenceItem> files) {
        var until = returnInto(round + 1).map(GivenVerdict::givenAt).orElse(Instant.MAX);
        return newIn(round, files).stream().filter(file -> !file.uploadedAt().isAfter(until));
    }

    /** Somebody's part in the rectification. */
    public record Deed(PersonId by, Instant at) {}

    /**
     * Who reported completion or uploaded AFTER evidence before a report, over all rounds, and when (S1). Photos of the verifying visit,
     * taken while a report waited for its verdict, do not count.
     */
    public Set<Deed> rectifications(List<EvidenceItem> files) {
        var deeds = new HashSet<Deed>();
        reports.forEach(report -> deeds.add(new Deed(report.reportedBy(), report.reportedAt())));
        files.stream()
                .filter(file -> file.stage() == Stage.AFTER)
                .filter(file ->
                        reports.stream().anyMatch(report -> !file.uploadedAt().isAfter(report.reportedAt())))
                .filter(file -> !isOfAVisit(file.uploadedAt()))
                .forEach(file -> deeds.add(new Deed(file.uploadedBy(), file.uploadedAt())));
        return deeds;
    }

    private boolean isOfAVisit(Instant at) {
        return reports.stream().anyMatch(report -> at.isAfter(report.reportedAt()) && at.isBefore(endOf(report)));
    }

    private Instant endOf(CompletionReport report) {
        if (report.withdrawnAt() != null) {
            return report.withdrawnAt();
        }
        return verdicts.stream()
                .filter(verdict -> verdict.round() == report.round())
                .map(GivenVerdict::givenAt)
                .findFirst()
                .orElse(Instant.MAX);
    }
}
