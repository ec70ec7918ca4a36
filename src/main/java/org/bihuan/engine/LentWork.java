package org.bihuan.engine;

import java.util.List;

/**
 * Open tasks of people who are away (N8). Such a task stays theirs and is offered to those who stand in for them, who take it like any other.
 * When they are back, what nobody has taken lies with them again.
 */
public interface LentWork {
    /** Business keys of cases with a task that lies otherwise than it should now; in their order. */
    List<String> outOfLine(int atMost);

    /** Brings the tasks of a case into line; nothing happens where they are. The caller has locked the case. */
    void align(String businessKey);
}
