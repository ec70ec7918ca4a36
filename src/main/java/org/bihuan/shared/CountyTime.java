package org.bihuan.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The one application clock, read in county time. Days are dates of the county; instants are UTC. */
public final class CountyTime {
    private final Clock clock;
    private final ZoneId zone;

    public CountyTime(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return dayOf(now());
    }

    public LocalTime timeOfDay() {
        return now().atZone(zone).toLocalTime();
    }

    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** 00:00:00 county time: when a rung of that day is due and a clock becomes overdue. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** 23:59:59 county time: due today is not overdue (D7), so a due day ends with its last second. */
    public Instant lastSecondOf(LocalDate day) {
        return day.atTime(23, 59, 59).atZone(zone).toInstant();
    }

    public Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    public ZoneId zone() {
        return zone;
    }
}
