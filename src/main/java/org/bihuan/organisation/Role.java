package org.bihuan.organisation;

import java.util.Locale;

/** What a person is in the county (domain 7.1). A person may hold several roles in one unit. */
public enum Role {
    ENTERPRISE_SAFETY,
    ENTERPRISE_PRINCIPAL,
    INSPECTOR,
    UNIT_LEADER,
    COMMITTEE_OFFICE,
    COUNTY_LEADER,
    EXPERT,
    COMPLAINT_CLERK,
    AUDITOR,
    ADMIN;

    /** The role's group in the engine's mirror, for example {@code committee-office}. */
    public String group() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether holders belong to the unit's own group, to which its tasks are offered (contract 3). */
    public boolean worksInUnit() {
        return this == INSPECTOR || this == UNIT_LEADER || this == COMMITTEE_OFFICE;
    }
}
