package org.bihuan.rectification.adapter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hazard as the API answers it (contract 5); absent facts are null. */
record HazardView(
        String number,
        String status,
        String grade,
        String source,
        LocalDate foundOn,
        Instant registeredAt,
        @Nullable EnterpriseView enterprise,
        @Nullable NamedView responsibleUnit,
        NamedView region,
        @Nullable NamedView industry,
        String location,
        String description,
        String category,
        @Nullable String criterion,
        @Nullable String requirement,
        @Nullable String responsibleUser,
        @Nullable String supervisingUnit,
        @Nullable PresentClock clock,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate originalDueOn,
        @Nullable LocalDate approvedDueOn,
        int round,
        int extensions,
        @Nullable LocalDate completedOn,
        @Nullable LocalDate closedOn,
        @Nullable String voidReason,
        @Nullable String mergedInto,
        @Nullable String externalNumber,
        @Nullable String processInstanceId,
        List<NextView> next,
        @Nullable List<HeldView> owners) {

    /** Whose days the case has used (5.1): of one case alone, in a list null. */
    record HeldView(
            String kind,
            int round,
            Owner owner,
            LocalDate from,
            @Nullable LocalDate until,
            int calendarDays,
            int workingDays) {}

    /** The responsible enterprise. */
    record EnterpriseView(String creditCode, String name) {}

    /** Something with a code and a Chinese name. */
    record NamedView(String code, String name) {}

    /** The clock that counts first in the present status (domain 4.1). */
    record PresentClock(
            String kind,
            Owner owner,
            LocalDate dueOn,
            LocalDate originalDueOn,
            String state,
            int workingDaysLeft,
            boolean estimated,
            String explanation) {}

    /** Whose clock it is. */
    record Owner(String kind, String code, String name) {}

    /** What happens next if nobody does anything (N15). */
    record NextView(Instant at, String action, String audience) {}
}
