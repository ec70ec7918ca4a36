package org.bihuan.rectification.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What the responsible side reports as done (T15).
 *
 * @param seq counts the reports of the hazard from 1
 * @param fundsYuan money spent, yuan
 * @param onBehalf whether an inspector made it for an enterprise without a computer (T8)
 * @param rectifier the enterprise's person, when fixed on the spot
 */
public record CompletionReport(
        int seq,
        int round,
        String measures,
        @Nullable Long fundsYuan,
        LocalDate completedOn,
        LocalDate reportedOn,
        Instant reportedAt,
        PersonId reportedBy,
        boolean onBehalf,
        @Nullable String rectifier,
        @Nullable Instant withdrawnAt) {}
