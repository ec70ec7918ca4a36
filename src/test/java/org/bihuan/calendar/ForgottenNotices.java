package org.bihuan.calendar;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a year unknown again: the tests share one calendar, and most of them stand on the notices that ship. */
public final class ForgottenNotices {
    private ForgottenNotices() {}

    public static void of(int year, ApplicationContext county) {
        county.getBean(JdbcClient.class)
                .sql("delete from working_day_exception where coalesce(notice, extract(year from day)) = :year")
                .param("year", year)
                .update();
        lookAgain(county);
    }

    /** What the calendar does every few seconds. */
    public static void lookAgain(ApplicationContext county) {
        county.getBean(NoticedCalendar.class).refresh();
    }
}
