package org.bihuan.notification;

import java.time.LocalDate;

/**
 * The next rung of a running clock.
 *
 * @param kind of the clock
 * @param audience names of the ladder's audiences, separated by commas
 */
record ComingRung(LocalDate day, String kind, String audience, String action) {}
