package org.bihuan.deadline;

import java.time.Instant;

/**
 * What happens next if nobody does anything (N15).
 *
 * @param estimated whether its day was counted in a year without notice (6.3)
 * @param action one Chinese phrase, for example 逾期通知
 * @param audience whom it reaches, in Chinese
 */
public record NextStep(Instant at, boolean estimated, ClockKind clock, String step, String action, String audience) {}
