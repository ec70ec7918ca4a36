package org.bihuan.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.bihuan.shared.CsvTable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.ClassPathResource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

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
        present = new NoticedWorkingDays(exceptions.all(), inWords);
    }

    @Override
    public NoticedWorkingDays workingDays() {
        return present;
    }

    /** Reads the whole small table again, so that a notice taken in by another node, or by hand, counts here within seconds. */
    @Scheduled(fixedDelay = 5_000)
    void refresh() {
        var rows = exceptions.all();
        if (!rows.equals(present.exceptions())) {
            present = new NoticedWorkingDays(rows, inWords);
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
