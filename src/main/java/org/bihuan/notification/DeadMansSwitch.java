package org.bihuan.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.shared.CountyTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Notices that reminders have stopped, by what is missing and not by what went wrong (N18): the morning's mails an hour after their
 * time, a rung that is ten minutes late, a mail that could have left an hour ago.
 */
@Repository
class DeadMansSwitch implements Alarms {
    private static final Duration LATEST_MORNING = Duration.ofHours(1);
    private static final Duration LATEST_RUNG = Duration.ofMinutes(10);
    private static final Duration LATEST_MAIL = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Digests digests;
    private final MailHours hours;
    private final NotificationSettings settings;
    private final CountyCalendar calendar;
    private final CountyTime time;
    private final Words words;
    private final SetAsideRows mailSetAside;

    DeadMansSwitch(
            JdbcClient jdbc,
            Digests digests,
            MailHours hours,
            NotificationSettings settings,
            CountyCalendar calendar,
            CountyTime time,
            Words words,
            SetAsideRows mailSetAside) {
        this.jdbc = jdbc;
        this.digests = digests;
        this.hours = hours;
        this.settings = settings;
        this.calendar = calendar;
        this.time = time;
        this.words = words;
        this.mailSetAside = mailSetAside;
    }

    @Override
    public List<Alarm> standing() {
        var alarms = new ArrayList<Alarm>();
        if (isMorningMissed()) {
            alarms.add(
                    alarm("DIGEST_MISSED", latestMorning().atZone(time.zone()).toLocalTime()));
        }
        var lateRungs = count(
                "select count(*) from v_waiting_rung where fire_at < :since",
                time.now().minus(LATEST_RUNG));
        if (lateRungs > 0) {
            alarms.add(alarm("RUNGS_LATE", lateRungs));
        }
        var stuckMails = stuckMails();
        if (stuckMails > 0) {
            alarms.add(alarm("MAIL_STUCK", stuckMails));
        }
        var setAside = mailSetAside.count();
        if (setAside > 0) {
            alarms.add(alarm("MAIL_SET_ASIDE", setAside));
        }
        return alarms;
    }

    private boolean isMorningMissed() {
        return calendar.workingDays().isWorkingDay(time.today())
                && !time.now().isBefore(latestMorning())
                && !digests.haveRun(time.today());
    }

    private Instant latestMorning() {
        return time.at(time.today(), settings.digestAt()).plus(LATEST_MORNING);
    }

    /** What could have left for an hour: in office hours all, else what leaves at any hour. */
    private int stuckMails() {
        var since = time.now().minus(LATEST_MAIL);
        var wereOpen = hours.areOpen() && hours.nextOpening(since).equals(since);
        return jdbc.sql("""
                        select count(*) from mail_outbox
                        where status = 'NEW' and created_at <= :since and (immediate or :open)
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("open", wereOpen)
                .query(Integer.class)
                .single();
    }

    private int count(String sql, Instant since) {
        return jdbc.sql(sql)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private Alarm alarm(String code, Object value) {
        return new Alarm(code, words.say("alarm." + code, value));
    }
}
