package org.bihuan.security;

import java.util.Collection;
import java.util.List;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody whose password has been proven. As long as it was given by somebody else, he may do nothing but change it. */
final class LoggedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final transient PersonId person;
    private final int version;
    private final boolean mustChange;

    private LoggedIn(PersonId person, Credential credential, Collection<? extends GrantedAuthority> roles) {
        super(roles);
        this.person = person;
        this.version = credential.version();
        this.mustChange = credential.oneLogin();
        setAuthenticated(true);
    }

    static LoggedIn of(Person person, Credential credential) {
        return new LoggedIn(
                person.id(),
                credential,
                credential.oneLogin()
                        ? List.of()
                        : person.roles().stream()
                                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                                .toList());
    }

    static boolean mustChangeThePassword(@Nullable Authentication login) {
        return login instanceof LoggedIn person && person.mustChange;
    }

    PersonId person() {
        return person;
    }

    /** Of the password that was proven. */
    int version() {
        return version;
    }

    boolean mustChange() {
        return mustChange;
    }

    @Override
    public Object getPrincipal() {
        return person.value();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LoggedIn login
                && super.equals(other)
                && version == login.version
                && mustChange == login.mustChange;
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + version;
    }
}
