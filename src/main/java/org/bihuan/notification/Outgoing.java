package org.bihuan.notification;

import java.util.Collection;
import java.util.List;

/** Mails that have not left. */
public interface Outgoing {

    /** What waits, in the order in which it will leave. */
    List<OutgoingMail> waiting(int atMost);

    /** What was refused for good or has no address to go to, newest first; somebody must see to it. */
    List<OutgoingMail> undelivered(int atMost);

    /**
     * Lets nothing leave of what waits about these cases; joins the caller's transaction. For the past of sample cases.
     *
     * @param hazards numbers
     */
    void keepSilentAbout(Collection<String> hazards);
}
