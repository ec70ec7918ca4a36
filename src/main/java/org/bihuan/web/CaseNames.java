package org.bihuan.web;

import java.util.Optional;
import org.bihuan.deadline.ClockOwner;
import org.bihuan.deadline.OwnerNames;
import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Industry;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Region;
import org.bihuan.organisation.Unit;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The Chinese names behind the codes of a case; a code without a name stands for itself, nothing for nothing. */
@Component
class CaseNames {
    private final Organisation organisation;
    private final OwnerNames owners;

    CaseNames(Organisation organisation, OwnerNames owners) {
        this.organisation = organisation;
        this.owners = owners;
    }

    public String responsible(Hazard hazard) {
        var responsibility = hazard.responsibility();
        return responsibility.enterprise() == null
                ? unit(responsibility.responsibleUnit())
                : enterprise(responsibility.enterprise());
    }

    public String supervisor(Hazard hazard) {
        return unit(hazard.responsibility().supervisingUnit());
    }

    public String region(Hazard hazard) {
        var code = hazard.finding().region();
        return organisation.region(code).map(Region::name).orElse(code);
    }

    public String industry(Hazard hazard) {
        return Optional.ofNullable(hazard.finding().industry())
                .flatMap(organisation::industry)
                .map(Industry::name)
                .orElse("");
    }

    public String owner(ClockOwner owner) {
        return owners.of(owner);
    }

    /** A group of the mirror that owes a decision. */
    public String group(String code) {
        return owners.of(new ClockOwner(ClockOwner.Kind.GROUP, code));
    }

    public String person(@Nullable PersonId id) {
        return id == null ? "" : organisation.person(id).map(Person::name).orElse(id.value());
    }

    public String unit(@Nullable UnitCode code) {
        return code == null ? "" : organisation.unit(code).map(Unit::name).orElse(code.value());
    }

    /** An enterprise by its bare credit code. */
    public String enterpriseCalled(String code) {
        return enterprise(CreditCode.of(code));
    }

    /** A unit by its bare code. */
    public String unitCalled(String code) {
        return unit(UnitCode.of(code));
    }

    private String enterprise(CreditCode code) {
        return organisation.enterprise(code).map(Enterprise::name).orElse(code.value());
    }
}
