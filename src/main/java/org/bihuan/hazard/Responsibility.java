package org.bihuan.hazard;

import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * Who must rectify and who follows the case. Exactly one of enterprise and responsible unit is there (a public hazard has no
 * enterprise).
 *
 * @param responsibleUser the person of the enterprise or unit who has the work now
 * @param supervisingUnit the unit that follows and verifies; absent until the review finds one; never the responsible unit (S2)
 * @param requirement what is demanded of the responsible
 */
public record Responsibility(
        @Nullable CreditCode enterprise,
        @Nullable UnitCode responsibleUnit,
        @Nullable PersonId responsibleUser,
        @Nullable UnitCode supervisingUnit,
        @Nullable String requirement) {

    public Responsibility givenTo(@Nullable PersonId person) {
        return new Responsibility(enterprise, responsibleUnit, person, supervisingUnit, requirement);
    }

    public Responsibility followedBy(@Nullable UnitCode unit) {
        return new Responsibility(enterprise, responsibleUnit, responsibleUser, unit, requirement);
    }

    public Responsibility demanding(@Nullable String what) {
        return new Responsibility(enterprise, responsibleUnit, responsibleUser, supervisingUnit, what);
    }

    public Responsibility of(@Nullable CreditCode newEnterprise, @Nullable UnitCode newUnit) {
        return new Responsibility(newEnterprise, newUnit, null, supervisingUnit, requirement);
    }
}
