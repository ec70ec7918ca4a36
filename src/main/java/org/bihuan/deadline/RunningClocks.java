package org.bihuan.deadline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardNumber;
import org.jspecify.annotations.Nullable;

/** The running clocks as they stand today, and what they have in store. Reading moves nothing. */
public interface RunningClocks {

    /** The clock that counts in the present status first (4.1); null while none runs. */
    @Nullable
    ClockView present(Hazard hazard);

    /** The same for many hazards at once; those without a running clock are absent. */
    Map<HazardNumber, ClockView> present(Collection<Hazard> hazards);

    /** All of a case, in the order of their kinds. */
    List<ClockView> of(HazardNumber number);

    /** The unfired rungs of the running clocks, in the order of their days. */
    List<NextStep> next(HazardNumber number);
}
