package org.bihuan.deadline;

import java.time.Instant;

/**
 * What happens next if nobody does anything (N15).
 *
 * @param action one Chinese phrase, for example 逾期通知
 * @param audience whom it reaches, in Chinese
 */
public record NextStep(Instant at, ClockKind clock, String step, String action, String audience) {}
