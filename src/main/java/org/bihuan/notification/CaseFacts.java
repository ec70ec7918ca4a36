package org.bihuan.notification;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case as mails show it (P5): number, who is responsible, where, what in a few words, and its days.
 *
 * @param status code, for example ASSIGNED
 * @param responsible credit code, or code of the responsible unit of a public hazard
 * @param shortText the first words of the description, on one line
 * @param extensions granted so far
 * @param approvedDueOn what official statistics count by; after a return the working due day may lie behind it
 * @param returnedByEnterprise whether it was assigned before and waits for review again: declined
 */
record CaseFacts(
        String number,
        String status,
        boolean major,
        @Nullable String enterprise,
        @Nullable String responsibleUnit,
        String responsible,
        @Nullable String responsibleUser,
        @Nullable String supervisingUnit,
        @Nullable String supervisor,
        String location,
        String shortText,
        @Nullable String requirement,
        LocalDate foundOn,
        Instant registeredAt,
        String registeredBy,
        int round,
        @Nullable LocalDate dueOn,
        boolean dueEstimated,
        @Nullable LocalDate closedOn,
        boolean returnedByEnterprise,
        int extensions,
        @Nullable LocalDate approvedDueOn) {}
