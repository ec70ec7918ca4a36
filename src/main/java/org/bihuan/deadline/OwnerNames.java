package org.bihuan.deadline;

import java.util.Locale;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.Unit;
import org.bihuan.organisation.UnitCode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What people call the owner of a clock. */
@Component
public class OwnerNames {
    private final Organisation organisation;
    private final MessageSource messages;

    OwnerNames(Organisation organisation, MessageSource messages) {
        this.organisation = organisation;
        this.messages = messages;
    }

    public String of(ClockOwner owner) {
        return switch (owner.kind()) {
            case ENTERPRISE ->
                organisation
                        .enterprise(CreditCode.of(owner.code()))
                        .map(Enterprise::name)
                        .orElse(owner.code());
            case UNIT -> unit(owner.code());
            case GROUP -> group(owner.code());
        };
    }

    private String group(String code) {
        if (code.equals(Role.COMMITTEE_OFFICE.group()) || code.equals(Role.COUNTY_LEADER.group())) {
            return say("group." + code);
        }
        return UnitCode.ledBy(code)
                .map(unit -> say("group.leader", unit(unit.value())))
                .orElseGet(() -> unit(code));
    }

    private String unit(String code) {
        return organisation.unit(UnitCode.of(code)).map(Unit::name).orElse(code);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
