package org.bihuan.web;

import java.time.LocalDate;
import java.util.List;
import org.bihuan.deadline.ClockView;
import org.bihuan.evidence.EvidenceItem;
import org.bihuan.hazard.Hazard;
import org.bihuan.rectification.Extending;
import org.jspecify.annotations.Nullable;

/**
 * A case as its forms show it: names instead of codes, days instead of instants.
 *
 * @param responsible name of the enterprise or unit that must rectify
 * @param responsiblePerson who has the work there; empty while nobody has taken it
 * @param supervisor name of the unit that follows and verifies; empty until one is found
 * @param clock the clock of the present step; absent during review
 * @param until the working due day of rectification; absent before the assignment
 * @param moreTime until when an extension may be asked for; absent where it may not
 * @param next what happens next if nobody does anything, in the order of days
 * @param before photos of the hazard as found, oldest first
 * @param papers documents of the case, oldest first
 */
record TaskFormsCase(
        Hazard hazard,
        String responsible,
        String responsiblePerson,
        String region,
        String supervisor,
        String registrant,
        LocalDate registeredOn,
        @Nullable ClockView clock,
        @Nullable ClockView until,
        Extending.@Nullable Chance moreTime,
        List<Next> next,
        List<EvidenceItem> before,
        List<EvidenceItem> papers) {

    /** One rung to come. */
    record Next(String on, String action, String audience) {}

    public String number() {
        return hazard.number().value();
    }

    public String grade() {
        return hazard.finding().grade().name();
    }
}
