package org.bihuan.hazard;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A clause that makes a hazard major, as one edition of a published standard has it (domain 11).
 *
 * @param industry code of the trade
 * @param documentNo number under which the edition was published
 * @param article its place in the document; not yet known where it says so itself
 * @param text short summary in own words, never the law's wording
 * @param effectiveFrom first day in force
 * @param effectiveTo last day in force; absent while open
 * @param toBeConfirmed whether text, article or days are a working assumption that the bureau has yet to confirm
 */
public record Criterion(
        String code,
        String industry,
        String standard,
        String documentNo,
        String article,
        String text,
        Grade grade,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        boolean toBeConfirmed) {

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
    }

    /** What a case keeps of it: standard, number, article and text, so that later editions do not change old cases. */
    public String copyForTheCase() {
        return String.join(" ", standard, documentNo, article, text);
    }
}
