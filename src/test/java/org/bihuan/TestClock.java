package org.bihuan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The clock of county and engine, standing still until it is moved. One a JVM, because the engine knows only one.
 *
 * <p>Begins on Thursday, 24 September 2026, a working day, at 10:00 county time (the three days after it are off).
 */
public final class TestClock extends Clock {
    public static final Instant BEGINNING = Instant.parse("2026-09-24T02:00:00Z");
    private static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");
    private static final TestClock OF_THIS_JVM = new TestClock();

    private volatile Instant now = BEGINNING;

    private TestClock() {
        set(BEGINNING);
    }

    public static TestClock ofThisJvm() {
        return OF_THIS_JVM;
    }

    public void reset() {
        set(BEGINNING);
    }

    public void set(Instant instant) {
        now = instant;
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    /** 10:00 county time of that day, as {@code yyyy-MM-dd}. */
    public void todayIs(String day) {
        set(day, "10:00");
    }

    /** A day as {@code yyyy-MM-dd} and a time as {@code HH:mm}, both of the county. */
    public void set(String day, String time) {
        set(LocalDate.parse(day).atTime(LocalTime.parse(time)).atZone(COUNTY).toInstant());
    }

    public void advance(Duration by) {
        set(now.plus(by));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** A fixed clock of the moment in another zone: days are taken through CountyTime, so nothing of ours asks for it. */
    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
