package org.bihuan.security;

import java.util.Optional;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.StandIns;
import org.bihuan.shared.NotAllowed;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * {@link CurrentPerson} by the login; roles and unit are looked up afresh, so a change counts from the next request
 * on. Who has yet to change the password that somebody else gave him is nobody.
 */
@Component
class LoggedInPerson implements CurrentPerson {
    private final Organisation organisation;
    private final StandIns standIns;

    LoggedInPerson(Organisation organisation, StandIns standIns) {
        this.organisation = organisation;
        this.standIns = standIns;
    }

    @Override
    public Optional<Person> find() {
        var login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null
                || !login.isAuthenticated()
                || login instanceof AnonymousAuthenticationToken
                || LoggedIn.mustChangeThePassword(login)
                || !PersonId.isWellFormed(login.getName())) {
            return Optional.empty();
        }
        return organisation
                .person(PersonId.of(login.getName()))
                .filter(Person::active)
                .map(standIns::acting);
    }

    @Override
    public Person get() {
        return find().orElseThrow(() -> new NotAllowed("NOT_LOGGED_IN"));
    }
}
