package org.bihuan.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.bihuan.shared.CsvTable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.ClassPathResource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The calendar in memory. The notices that ship with the product are real and go into every database that lacks their
 * years; after that the table alone counts.
 */
@Component
@DependsOnDatabaseInitialization
class NoticedCalendar implements CountyCalendar {
    private static final ClassPathResource SHIPPED = new ClassPathResource("calendar/working-day-exceptions.csv");

    private final WorkingDayExceptions exceptions;
    private final CountInWords inWords;
    private volatile NoticedWorkingDays present;

    NoticedCalendar(WorkingDayExceptions exceptions, CountInWords inWords) {
        this.exceptions = exceptions;
        this.inWords = inWords;
        exceptions.addMissingYears(shipped());
        present = of(exceptions.stand());
    }

    /** The transaction that takes a notice in counts by it already; everybody else does once it has committed. */
    @Override
    public NoticedWorkingDays workingDays() {
        var beingTakenIn = (NoticedWorkingDays) TransactionSynchronizationManager.getResource(this);
        return beingTakenIn == null ? present : beingTakenIn;
    }

    /** What this transaction has just written counts at once within it, and for all of this node when it commits. */
    void showWithinTransaction() {
        var written = of(exceptions.stand());
        TransactionSynchronizationManager.bindResource(this, written);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(NoticedCalendar.this);
                if (status == STATUS_COMMITTED) {
                    present = written;
                }
            }
        });
    }

    private NoticedWorkingDays of(WorkingDayExceptions.Stand stand) {
        return new NoticedWorkingDays(stand.rows(), stand.revision(), inWords);
    }

    /** Reads the whole small table again, so that a notice taken in by another node, or by hand, counts here within seconds. */
    @Scheduled(fixedDelay = 5_000)
    void refresh() {
        var stand = exceptions.stand();
        if (stand.revision() != present.revision() || !stand.rows().equals(present.exceptions())) {
            present = of(stand);
        }
    }

    static List<WorkingDayException> shipped() {
        return CsvTable.rows(SHIPPED).stream()
                .map(row -> new WorkingDayException(
                        LocalDate.parse(row.text("date")),
                        WorkingDayException.Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                        row.text("name")))
                .toList();
    }
}
