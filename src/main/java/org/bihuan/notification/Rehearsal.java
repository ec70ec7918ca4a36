package org.bihuan.notification;

import java.time.LocalDate;
import java.util.List;

/** What mails a day would bring, to whom and why; nothing is sent and nothing written (N16). */
public interface Rehearsal {
    /**
     * The mails of a day in the order in which they would leave. Of a day whose morning has passed, what was built then and what
     * still waits; of a day to come, what would be built from the cases as they stand now.
     *
     * @param foreseen what will have fired by then
     */
    List<RehearsedMail> on(LocalDate day, List<ForeseenRung> foreseen);
}
