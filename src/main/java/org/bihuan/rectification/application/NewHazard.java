package org.bihuan.rectification.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bihuan.hazard.Category;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Source;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * What somebody registers, read from a form or a call and known to be well-formed; null where nothing was said.
 *
 * @param evidence files handed in before the hazard exists
 * @param onTheSpot present when it was fixed during the inspection
 */
public record NewHazard(
        @Nullable Source source,
        LocalDate foundOn,
        @Nullable CreditCode enterprise,
        @Nullable UnitCode responsibleUnit,
        @Nullable String region,
        @Nullable String industry,
        String location,
        String description,
        Category category,
        @Nullable Grade grade,
        @Nullable String criterion,
        @Nullable LocalDate dueOn,
        @Nullable String requirement,
        List<UUID> evidence,
        @Nullable OnTheSpot onTheSpot) {

    /** @param rectifier the enterprise's person who fixed it */
    public record OnTheSpot(String measures, String rectifier) {}
}
