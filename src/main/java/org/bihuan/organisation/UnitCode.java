package org.bihuan.organisation;

import java.util.Arrays;
import java.util.Optional;

/**
 * The code of a unit (department, town, zone, bureau, committee office), for example {@code emb-chem}. Lower case, because the
 * ids of the unit's two groups in the engine's mirror are made of it (contract 3).
 */
public record UnitCode(String value) {
    private static final String LEADERS = "-leader";

    public static UnitCode of(String value) {
        return new UnitCode(value);
    }

    /** The unit whose leaders are the group; empty for every other group, those of roles too. */
    public static Optional<UnitCode> ledBy(String group) {
        var isOfARole =
                Arrays.stream(Role.values()).anyMatch(role -> role.group().equals(group));
        return group.endsWith(LEADERS) && !isOfARole
                ? Optional.of(of(group.substring(0, group.length() - LEADERS.length())))
                : Optional.empty();
    }

    /** The group of its officers, to which its tasks are offered. */
    public String group() {
        return value;
    }

    /** The group of its leaders. */
    public String leadersGroup() {
        return value + LEADERS;
    }

    @Override
    public String toString() {
        return value;
    }
}
