package org.bihuan.deadline;

import java.util.List;
import org.bihuan.hazard.HazardNumber;

/** Whose days a case has used (5.1, U1): nobody is blamed for the time that others had it. */
public interface Holdings {

    /** All of a case, running and stopped, in the order of their first days. */
    List<Holding> of(HazardNumber number);
}
