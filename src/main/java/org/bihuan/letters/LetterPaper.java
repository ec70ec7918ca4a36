package org.bihuan.letters;

import java.util.List;
import org.bihuan.calendar.DueDay;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.hazard.Hazard;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it would be sent today.
 *
 * @param issuer whose paper it is; empty where that unit is not known yet, as is {@code addressee}
 * @param basis law and articles in force today; empty where none are known
 * @param answerBy the day by which an answer is wanted, counted from today; null where the count begins later or none is wanted
 * @param answerDays the same as working days; null where no answer is wanted
 * @param copies names of units, none twice
 * @param proofs files of the case with their hashes, for a hand-over; else empty
 */
record LetterPaper(
        String issuer,
        String addressee,
        List<Line> lines,
        String basis,
        @Nullable DueDay answerBy,
        @Nullable Integer answerDays,
        List<String> copies,
        List<EvidenceItem> proofs) {

    /**
     * One case.
     *
     * @param daysLate calendar days after its due day; 0 or less while it is not late
     * @param daysLeft working days to its due day
     */
    record Line(Hazard hazard, String responsible, String place, String supervisor, long daysLate, int daysLeft) {}
}
