package org.bihuan.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one file.
 *
 * @param subject what kind of table it is: {@link #LEDGER}, or that of a {@link TableIntake}
 * @param isJudged whether all rows have been looked at and stand in the database
 * @param rows all rows, skipped ones too; 0 before they are judged
 * @param done rows that are settled
 * @param notes on the file, Chinese sentences as a JSON list
 * @param failure with FAILED: the refusal, as JSON of a {@link Failure}
 */
record Batch(
        UUID id,
        String subject,
        String file,
        String fileName,
        boolean dryRun,
        LocalDate asOf,
        String mapping,
        PersonId broughtBy,
        Instant broughtAt,
        State state,
        boolean isJudged,
        int rows,
        int done,
        String notes,
        @Nullable String failure) {

    /** Where a batch stands. */
    enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    static final String LEDGER = "ledger";

    boolean isOfALedger() {
        return subject.equals(LEDGER);
    }

    boolean isWaiting() {
        return state == State.QUEUED || state == State.RUNNING;
    }
}
