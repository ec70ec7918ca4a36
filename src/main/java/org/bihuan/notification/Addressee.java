package org.bihuan.notification;

import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * A recipient as the organisation knows it now.
 *
 * @param name how the mail addresses it
 * @param address absent when it cannot be reached by mail
 * @param unit the unit it is or belongs to
 * @param enterprise the enterprise it is or belongs to
 * @param leads whether it is a person who leads the unit and does not inspect himself
 * @param inPlaceOf how the one is called for whom it reads; absent where the mail is its own
 */
record Addressee(
        String code,
        String name,
        @Nullable String address,
        @Nullable UnitCode unit,
        @Nullable CreditCode enterprise,
        boolean leads,
        @Nullable String inPlaceOf) {

    Addressee reading(String absent) {
        return new Addressee(code, name, address, unit, enterprise, leads, absent);
    }

    /** Whether the case is his or his unit's to rectify. */
    boolean answersFor(CaseFacts facts) {
        return isOfEnterprise(facts.enterprise()) || isOfUnit(facts.responsibleUnit());
    }

    boolean isOfUnit(@Nullable String other) {
        return unit != null && unit.value().equals(other);
    }

    boolean isOfEnterprise(@Nullable String other) {
        return enterprise != null && enterprise.value().equals(other);
    }
}
