package org.bihuan.hazard;

import java.util.List;

/** Proves the logs of all cases at once (P7). */
public interface CaseLogProof {
    /** Walks every chain from its first entry to the head that its case claims. */
    Result prove();

    /** @param broken numbers of the cases whose chain does not hold, ascending */
    record Result(long cases, long entries, List<HazardNumber> broken) {}
}
