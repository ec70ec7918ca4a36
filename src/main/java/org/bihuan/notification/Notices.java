package org.bihuan.notification;

import java.util.List;

/** What a case's people were told, and when: the answer to "was the enterprise told?" (N14). */
public interface Notices {

    /**
     * Every fired rung and every mail of the case, a line a recipient, in the order of their times. Whether the caller may see the
     * case is the caller's to know.
     *
     * @param hazard its number; of an unknown one nothing is told
     */
    List<NoticeLine> of(String hazard);
}
