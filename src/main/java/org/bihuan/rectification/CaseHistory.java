package org.bihuan.rectification;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What was reported, judged and declined in a case, to read. Ask with a hazard that the ledger gave to the reader: rights are
 * the caller's business.
 */
public interface CaseHistory {

    /** All rounds in their order, the present one last; at least one. */
    List<Round> rounds(Hazard hazard);

    /** Why the responsible side declined last (T7); empty if it never did. */
    Optional<Decline> lastDecline(Hazard hazard);

    /** Whether the present assignment went out on paper, so that an inspector may report on behalf (T8). */
    boolean isServedOnPaper(Hazard hazard);

    /**
     * One round of rectification.
     *
     * @param reports in their order, withdrawn ones too; at most one of them stands
     * @param judgement absent while the round is open
     * @param proof photos of the rectified place and papers handed in during this round, oldest first; no receipt of paper service
     * @param ofTheVisit photos taken by the authority while the report waited for its verdict
     */
    record Round(
            int number,
            List<Report> reports,
            @Nullable Judgement judgement,
            List<EvidenceItem> proof,
            List<EvidenceItem> ofTheVisit) {

        /** The report that waits for its verdict, or got it. */
        public Optional<Report> standing() {
            return reports.stream().filter(report -> !report.withdrawn()).findFirst();
        }
    }

    /**
     * What the responsible side said it did (T15).
     *
     * @param fundsYuan money spent, yuan
     * @param onBehalf whether an inspector made it for an enterprise without a computer (T8)
     * @param rectifier the enterprise's person, when fixed on the spot
     */
    record Report(
            String measures,
            @Nullable Long fundsYuan,
            LocalDate completedOn,
            LocalDate reportedOn,
            PersonId reportedBy,
            boolean onBehalf,
            @Nullable String rectifier,
            boolean withdrawn) {}

    /** The verdict of a round in the verifier's own words. */
    record Judgement(Verdict verdict, @Nullable String opinion, PersonId givenBy, LocalDate givenOn) {}

    /** The responsible side's own words. */
    record Decline(String reason, LocalDate on, PersonId by) {}
}
