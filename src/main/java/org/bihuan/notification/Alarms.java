package org.bihuan.notification;

import java.util.List;

/** What shows that nobody is told any more (N18). */
public interface Alarms {
    /** What stands now; empty when all is well. */
    List<Alarm> standing();

    /**
     * One alarm.
     *
     * @param code DIGEST_MISSED, RUNGS_LATE, MAIL_STUCK or MAIL_SET_ASIDE
     * @param text one Chinese sentence for the administrator
     */
    record Alarm(String code, String text) {}
}
