package org.bihuan.exchange;

import java.time.LocalDate;
import org.bihuan.hazard.Category;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Particulars;
import org.bihuan.hazard.Source;
import org.jspecify.annotations.Nullable;

/**
 * One row of an export, with the names that people read.
 *
 * @param number ours
 * @param dueOn the original date; {@code approvedUntil} after extensions
 * @param dueEstimated whether that date was counted in a year without notice
 * @param responsible enterprise or unit
 * @param photosBefore and {@code photosAfter}: how many; {@code caseLink} leads to them
 * @param daysOverdue CD after the approved date until the passing report or today; 0 if none
 */
record LedgerRow(
        String number,
        Source source,
        LocalDate foundOn,
        @Nullable String findingUnit,
        @Nullable String enterpriseName,
        @Nullable String creditCode,
        String region,
        @Nullable String industry,
        String location,
        String description,
        Category category,
        Grade grade,
        @Nullable String criterion,
        @Nullable String requirement,
        @Nullable LocalDate dueOn,
        boolean dueEstimated,
        @Nullable String responsible,
        @Nullable LocalDate completedOn,
        int photosBefore,
        int photosAfter,
        @Nullable String caseLink,
        @Nullable LocalDate closedOn,
        int extensions,
        @Nullable LocalDate approvedUntil,
        long daysOverdue,
        Particulars particulars) {}
