package org.bihuan.hazard;

import org.jspecify.annotations.Nullable;

/**
 * What was found and where.
 *
 * @param region code of the region where the place lies
 * @param industry code of the trade, absent where none fits
 * @param description what is wrong, as written
 * @param criterion the clause that makes it major or names the breach, copied as valid on the day of discovery (domain 11)
 */
public record Finding(
        Grade grade,
        Category category,
        String region,
        @Nullable String industry,
        String location,
        String description,
        @Nullable String criterion) {

    public Finding graded(Grade newGrade, @Nullable String newCriterion) {
        return new Finding(newGrade, category, region, industry, location, description, newCriterion);
    }

    /** The first words, for task names and mail subjects; at most 20 characters. */
    public String shortText() {
        var line = description.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= 20
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 19)) + "…";
    }
}
