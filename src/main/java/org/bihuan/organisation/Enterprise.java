package org.bihuan.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A production or business entity, known by its credit code.
 *
 * @param name its present name
 * @param formerNames earlier names, any order; they still find the enterprise
 * @param region code of the town or zone where it is registered
 * @param industry code of its trade
 * @param riskGrade red, orange, yellow or blue
 * @param principal the legally first responsible person (L2); absent only before the person has an account
 * @param safetyOfficer daily contact; absent where the principal does it himself
 */
public record Enterprise(
        CreditCode code,
        String name,
        List<String> formerNames,
        String region,
        String industry,
        String riskGrade,
        String address,
        int employees,
        @Nullable PersonId principal,
        @Nullable PersonId safetyOfficer,
        @Nullable String mailbox) {}
