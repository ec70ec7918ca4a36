package org.bihuan.deadline;

import java.time.Instant;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.Source;
import org.jspecify.annotations.Nullable;

/**
 * What of a case the county's tables look at.
 *
 * @param industry code; null where the hazard has none
 * @param registeredAt which version of the tables rules the case: a changed table is for new cases only (5.1). Null before the
 *     registration: the version in force
 */
public record CaseTraits(
        Grade grade,
        Source source,
        @Nullable String industry,
        @Nullable Instant registeredAt) {

    public static CaseTraits of(Hazard hazard) {
        return of(hazard, hazard.finding().grade());
    }

    /** The same case, were it of that grade. */
    public static CaseTraits of(Hazard hazard, Grade grade) {
        var origin = hazard.origin();
        return new CaseTraits(grade, origin.source(), hazard.finding().industry(), origin.registeredAt());
    }

    /** A case about to be registered. */
    public static CaseTraits coming(Grade grade, Source source, @Nullable String industry) {
        return new CaseTraits(grade, source, industry, null);
    }
}
