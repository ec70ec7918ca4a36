package org.bihuan.deadline.events;

import java.util.List;
import org.bihuan.hazard.Hazard;

/** Rungs of rectification that ask for letters have fired, of any number of cases whose rows are held (N6). */
public record LettersAsked(List<Asked> asked) {

    /**
     * What one rung asks for; of several that took effect on one day it is the highest (N2).
     *
     * @param hazard as it was before its log tells of the drafts
     * @param term of its rectification
     * @param step for example {@code +15}
     * @param letters kinds as the ladder names them, at least one
     */
    public record Asked(Hazard hazard, int term, String step, List<String> letters) {}
}
