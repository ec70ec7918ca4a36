package org.bihuan.organisation;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a login: of a unit or of an enterprise, never of both.
 *
 * @param email where mail reaches the person; absent is allowed and raises an incident when mail is due (N9)
 * @param roles at least one
 * @param active false once the person has left; the account is then closed
 */
public record Person(
        PersonId id,
        String name,
        @Nullable String email,
        @Nullable UnitCode unit,
        @Nullable CreditCode enterprise,
        Set<Role> roles,
        boolean active) {

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean worksFor(UnitCode code) {
        return code.equals(unit);
    }

    public boolean worksFor(CreditCode code) {
        return code.equals(enterprise);
    }

    /** Whether the person belongs to the group of the given unit, to which its tasks are offered. */
    public boolean isOfficerOf(UnitCode code) {
        return worksFor(code) && roles.stream().anyMatch(Role::worksInUnit);
    }

    public Optional<String> address() {
        return Optional.ofNullable(email);
    }
}
