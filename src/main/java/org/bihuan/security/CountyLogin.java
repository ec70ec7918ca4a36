package org.bihuan.security;

import java.util.Optional;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.security.LoginFailures.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Lets people in who are known, not locked, and have the password; never tells which of these was missing. Only who has proven
 * the password learns that the account is closed.
 */
@Component
class CountyLogin implements AuthenticationProvider {
    private static final int LONGEST_ACCOUNT = 64;

    private final Organisation organisation;
    private final Credentials credentials;
    private final Passwords passwords;
    private final ProvenPasswords proven;
    private final LoginFailures failures;
    private final CredentialEvents events;

    CountyLogin(
            Organisation organisation,
            Credentials credentials,
            Passwords passwords,
            ProvenPasswords proven,
            LoginFailures failures,
            CredentialEvents events) {
        this.organisation = organisation;
        this.credentials = credentials;
        this.passwords = passwords;
        this.proven = proven;
        this.failures = failures;
        this.events = events;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var account = attempt.getName();
        var raw = String.valueOf(attempt.getCredentials());
        var address = addressOf(attempt);
        var counted = PersonId.isWellFormed(account) ? account : "?";
        var standing = failures.standing(counted, address);
        if (standing == Standing.LOCKED) {
            throw new LockedException("too many wrong passwords");
        }
        var person = known(account);
        var credential = person.flatMap(known -> credentials.of(known.id())).orElse(null);
        if (person.isEmpty() || credential == null || !proves(account, raw, credential.hash())) {
            if (credential == null) {
                passwords.matchNothing(raw);
            }
            if (failures.count(counted, address)) {
                events.locked(counted, address);
            }
            throw new BadCredentialsException("wrong name or password");
        }
        if (standing == Standing.FAILED_LATELY) {
            failures.forget(counted, address);
        }
        if (!person.get().active()) {
            throw new DisabledException("account closed");
        }
        var login = LoggedIn.of(person.get(), credential);
        login.setDetails(attempt.getDetails());
        return login;
    }

    private Optional<Person> known(String account) {
        return PersonId.isWellFormed(account) ? organisation.person(PersonId.of(account)) : Optional.empty();
    }

    private boolean proves(String account, String raw, String hash) {
        if (proven.holds(account, raw, hash)) {
            return true;
        }
        if (!passwords.match(raw, hash)) {
            return false;
        }
        proven.keep(account, raw, hash);
        return true;
    }

    private static String addressOf(Authentication attempt) {
        @Nullable
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : null;
        return address == null ? "" : address.substring(0, Math.min(address.length(), LONGEST_ACCOUNT));
    }
}
