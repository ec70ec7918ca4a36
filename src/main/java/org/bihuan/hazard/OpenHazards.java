package org.bihuan.hazard;

import java.util.List;

/** All open hazards of the county, for what looks at every one of them; no rights of a reader are asked. */
public interface OpenHazards {

    /**
     * The next of them in the order of their numbers.
     *
     * @param number behind which they begin; empty for the first
     */
    List<Hazard> after(String number, int atMost);
}
