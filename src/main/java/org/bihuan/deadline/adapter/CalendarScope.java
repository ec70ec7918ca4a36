package org.bihuan.deadline.adapter;

import java.util.Collection;
import org.bihuan.hazard.HazardNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whose terms a newer calendar is applied to: of those that an older one has counted, all, or those of some cases.
 *
 * @param revision of the newer calendar
 * @param hazards null for all
 */
public record CalendarScope(int revision, @Nullable Collection<HazardNumber> hazards) {

    /** Condition on a clock {@code c}. */
    static final String IN_SCOPE = """
            (c.calendar < :revision and (:everywhere or c.hazard = any (cast(:hazards as text[]))))
            """;

    JdbcClient.StatementSpec in(JdbcClient.StatementSpec statement) {
        return statement
                .param("revision", revision)
                .param("everywhere", hazards == null)
                .param(
                        "hazards",
                        hazards == null
                                ? new String[0]
                                : hazards.stream().map(HazardNumber::value).toArray(String[]::new));
    }
}
