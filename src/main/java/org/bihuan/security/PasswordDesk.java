package org.bihuan.security;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.bihuan.security.LoginFailures.Standing;
import org.bihuan.shared.BusinessRule;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.InvalidInput.Problem;
import org.bihuan.shared.NotAllowed;
import org.bihuan.shared.NotVisible;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people change their passwords, and administrators give new ones to those who have lost theirs (P8). */
@Service
class PasswordDesk {
    private static final Duration VALID = Duration.ofDays(7);

    private final Organisation organisation;
    private final Credentials credentials;
    private final Passwords passwords;
    private final LoginFailures failures;
    private final CredentialEvents events;
    private final CountyTime time;
    private final boolean forced;

    PasswordDesk(
            Organisation organisation,
            Credentials credentials,
            Passwords passwords,
            LoginFailures failures,
            CredentialEvents events,
            CountyTime time,
            Environment settings) {
        this.organisation = organisation;
        this.credentials = credentials;
        this.passwords = passwords;
        this.failures = failures;
        this.events = events;
        this.time = time;
        this.forced = !settings.acceptsProfiles(Profiles.of("demo"));
    }

    /**
     * A password that an administrator has given.
     *
     * @param validUntil until then it serves one login; null in the sample county, where it lasts
     */
    record Given(PersonId user, String password, @Nullable Instant validUntil) {}

    /** What somebody fills in to change the own password. */
    record Wish(String current, String wanted, String repeated) {}

    /**
     * Changes the own password. Wrong present ones are counted like wrong ones at the login.
     *
     * @return the login as it goes on; every other one of the person has ended
     * @throws InvalidInput with everything that is wrong
     * @throws Conflict when it has been changed meanwhile
     */
    LoggedIn change(LoggedIn login, Wish wish, String address) {
        var person = login.person();
        var present = credentials
                .of(person)
                .filter(credential -> credential.version() == login.version())
                .orElseThrow(() -> new Conflict("PASSWORD_CHANGED"));
        var problems = new ArrayList<Problem>();
        if (!login.mustChange()) { // else it has just been proven, and serves no second time
            problem(person, wish.current(), present, address).ifPresent(problems::add);
        }
        problems.addAll(PasswordRules.problems("password", person, wish.wanted()));
        if (!wish.wanted().equals(wish.repeated())) {
            problems.add(new Problem("repeat", "PASSWORDS_DIFFER", List.of()));
        }
        if (problems.isEmpty() && passwords.match(wish.wanted(), present.hash())) {
            problems.add(new Problem("password", "PASSWORD_IS_THE_OLD_ONE", List.of()));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        if (!credentials.replace(person, login.version(), wish.wanted())) {
            throw new Conflict("PASSWORD_CHANGED");
        }
        events.changed(person, address);
        return LoggedIn.of(
                organisation.person(person).orElseThrow(),
                credentials.of(person).orElseThrow());
    }

    /**
     * Gives somebody a new password, to be told once; every login of the person ends.
     *
     * @throws NotVisible of somebody unknown
     * @throws NotAllowed to anybody but administrators
     * @throws org.bihuan.shared.BusinessRuleViolated for oneself and for a closed account
     */
    @Transactional
    Given reset(String user, Person by, String address) {
        if (!by.holds(Role.ADMIN)) {
            throw new NotAllowed("RESET_PASSWORDS");
        }
        var person = Optional.of(user)
                .filter(PersonId::isWellFormed)
                .flatMap(known -> organisation.person(PersonId.of(known)))
                .orElseThrow(() -> new NotVisible("person"));
        BusinessRule.check(
                new AccountIsOpen(person.name(), person.active()), new OwnPasswordIsChanged(person.id(), by.id()));
        var password = passwords.fresh();
        var validUntil = forced ? time.now().plus(VALID) : null;
        if (validUntil == null) {
            credentials.set(person.id(), password);
        } else {
            credentials.setForOneLogin(person.id(), password, validUntil);
        }
        failures.forgetAll(person.id().value());
        events.reset(person.id(), by.id(), address);
        return new Given(person.id(), password, validUntil);
    }

    /** Who has left logs in no more. */
    record AccountIsOpen(String name, boolean active) implements BusinessRule {
        @Override
        public boolean isBroken() {
            return !active;
        }

        @Override
        public List<Object> arguments() {
            return List.of(name);
        }
    }

    /** Whoever has found an administrator's screen unlocked must not get a password out of it. */
    record OwnPasswordIsChanged(PersonId person, PersonId by) implements BusinessRule {
        @Override
        public boolean isBroken() {
            return person.equals(by);
        }
    }

    private Optional<Problem> problem(PersonId person, String current, Credential present, String address) {
        var account = person.value();
        if (failures.standing(account, address) == Standing.LOCKED) {
            return Optional.of(new Problem("current", "PASSWORD_LOCKED", List.of()));
        }
        if (current.isEmpty()) {
            return Optional.of(new Problem("current", "REQUIRED", List.of()));
        }
        if (passwords.match(current, present.hash())) {
            failures.forget(account, address);
            return Optional.empty();
        }
        if (failures.count(account, address)) {
            events.locked(account, address);
            return Optional.of(new Problem("current", "PASSWORD_LOCKED", List.of()));
        }
        return Optional.of(new Problem("current", "PASSWORD_WRONG", List.of()));
    }
}
