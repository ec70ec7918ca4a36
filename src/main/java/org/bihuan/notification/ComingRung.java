package org.bihuan.notification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The next rung of a running clock.
 *
 * @param kind of the clock
 * @param audience names of the ladder's audiences, separated by commas
 * @param supervision the audience whose 督办 it opens; else null
 * @param letters those it drafts, separated by commas; else null
 */
record ComingRung(
        LocalDate day,
        String kind,
        String audience,
        String action,
        @Nullable String supervision,
        @Nullable String letters) {}
