package org.bihuan.notification;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.notification.DigestLines.Morning;
import org.bihuan.shared.CountyTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds the digests once a working day, at their hour or, when nobody was there then, as soon as office hours allow (N5). Any number
 * of nodes may try.
 */
@Component
class DigestRun {
    private static final int LONGEST_SOON = 60;

    private final Digests digests;
    private final WorkGroups groups;
    private final MailHours hours;
    private final CountyCalendar calendar;
    private final CountyTime time;
    private final NotificationSettings settings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    DigestRun(
            Digests digests,
            WorkGroups groups,
            MailHours hours,
            CountyCalendar calendar,
            CountyTime time,
            NotificationSettings settings,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.digests = digests;
        this.groups = groups;
        this.hours = hours;
        this.calendar = calendar;
        this.time = time;
        this.settings = settings;
        this.transaction = transaction;
        this.events = events;
    }

    /** Whether this morning's digests are still to be built, and may be. */
    boolean isDue() {
        var today = time.today();
        return calendar.workingDays().isWorkingDay(today)
                && !time.timeOfDay().isBefore(settings.digestAt())
                && hours.areOpen()
                && !digests.haveRun(today);
    }

    /** Whether the sweeper is still at work on rungs of this morning. */
    boolean wouldMissRungs() {
        return digests.rungsAreStillToFire(time.now());
    }

    /** @return how many digests were built; 0 when they are not due, or another node builds them */
    int run() {
        if (!isDue()) {
            return 0;
        }
        var mails = transaction.execute(status -> {
            var today = time.today();
            var now = time.now();
            if (!digests.begin(today, now)) {
                return 0;
            }
            digests.skipOlderThan(today);
            digests.alone();
            var built = digests.build(morningOf(today, now, List.of()));
            digests.report(today, now, groups.administrators(now));
            digests.end(today, built);
            events.publishEvent(new MailQueued());
            return built;
        });
        return mails == null ? 0 : mails;
    }

    /** @param foreseen what will have fired by then besides */
    Morning morningOf(LocalDate day, Instant now, List<ForeseenRung> foreseen) {
        var days = calendar.workingDays();
        return new Morning(
                day,
                now,
                isFirstOfWeek(day, days),
                groups.now(),
                groups.superiors(),
                groups.gone(),
                groups.standIns(now),
                soonUntil(day, days),
                foreseen);
    }

    static boolean isFirstOfWeek(LocalDate day, WorkingDays days) {
        return day.with(DayOfWeek.MONDAY).datesUntil(day).noneMatch(days::isWorkingDay);
    }

    /** At index n the last due day that has at most n working days left: the day before the next working day but n. */
    static List<LocalDate> soonUntil(LocalDate today, WorkingDays days) {
        return Stream.concat(
                        Stream.of(days.firstWorkingDayFrom(today.plusDays(1))),
                        IntStream.rangeClosed(2, LONGEST_SOON + 1)
                                .mapToObj(n -> days.plusWorkingDays(today, n).date()))
                .map(workingDay -> workingDay.minusDays(1))
                .toList();
    }
}
