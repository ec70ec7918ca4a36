package org.bihuan.deadline;

import java.time.LocalDate;
import org.bihuan.calendar.DueDay;

/** How long things may take, by the county's decision table {@code deadline}. */
public interface Terms {

    /** The due day of rectification where nobody named one. */
    DueDay rectifyBy(CaseTraits of, LocalDate assignedOn);

    /** Which version of the table rules the case. */
    int version(CaseTraits of);

    /** Whether a day lies inside the allowed band (5.1). */
    boolean allows(CaseTraits of, LocalDate assignedOn, LocalDate dueOn);

    /**
     * Refuses a due day that somebody named outside the allowed band (5.1).
     *
     * @throws org.bihuan.shared.BusinessRuleViolated {@code DUE_DAY_LIES_IN_THE_BAND}
     */
    void checkNamed(CaseTraits of, LocalDate assignedOn, LocalDate dueOn);
}
