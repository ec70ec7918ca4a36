package org.bihuan.architecture.canary;

import java.time.LocalDate;

/** Offends: business time from the wall. */
public class ReadsTheWallClock {
    LocalDate today() {
        return LocalDate.now(java.time.ZoneOffset.UTC);
    }
}
