package org.bihuan.engine;

import java.util.List;
import java.util.function.Supplier;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.StandIns;
import org.bihuan.shared.NotAllowed;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whom the engine takes for acting: one person, whose rights it checks, or nobody, which is our own code. */
@Component
class Acting {
    private final ObjectProvider<IdentityService> identities;
    private final Organisation organisation;
    private final StandIns standIns;

    /** @param identities asked for late, because the engine itself is built with listeners that use this */
    Acting(ObjectProvider<IdentityService> identities, Organisation organisation, StandIns standIns) {
        this.identities = identities;
        this.organisation = organisation;
        this.standIns = standIns;
    }

    /** @throws NotAllowed when nobody acts, or somebody the county does not know (any more) */
    Person person() {
        var login = identities.getObject().getCurrentAuthentication();
        if (login == null || login.getUserId() == null) {
            throw new NotAllowed("NOBODY_ACTS");
        }
        return organisation
                .person(PersonId.of(login.getUserId()))
                .filter(Person::active)
                .map(standIns::acting)
                .orElseThrow(() -> new NotAllowed("NOBODY_ACTS"));
    }

    /** Does something with the engine's own rights, whoever is logged in. */
    <T extends @Nullable Object> T asNobody(Supplier<T> step) {
        return as(null, step);
    }

    void asNobody(Runnable step) {
        as(null, () -> {
            step.run();
            return null;
        });
    }

    /** Does something with a person's rights and in that person's name. */
    void asPerson(Person person, List<String> groups, Runnable step) {
        as(new Authentication(person.id().value(), groups), () -> {
            step.run();
            return null;
        });
    }

    /** Asks something with a person's rights. */
    <T extends @Nullable Object> T askAsPerson(Person person, List<String> groups, Supplier<T> question) {
        return as(new Authentication(person.id().value(), groups), question);
    }

    private <T extends @Nullable Object> T as(@Nullable Authentication other, Supplier<T> step) {
        var identity = identities.getObject();
        var before = identity.getCurrentAuthentication();
        identity.setAuthentication(other);
        try {
            return step.get();
        } finally {
            identity.setAuthentication(before);
        }
    }
}
