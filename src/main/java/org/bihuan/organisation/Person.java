package org.bihuan.organisation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a login: of a unit or of an enterprise, never of both.
 *
 * @param email where mail reaches the person; absent is allowed and raises an incident when mail is due (N9)
 * @param roles at least one; among them those that the person has for some days only, for the work of somebody he stands in for
 * @param active false once the person has left; the account is then closed
 * @param lentRoles which of the roles are not the person's own, and whose they are; empty for people as the master data know them
 * @param standingInFor in whose place the step is taken that is just going on; null for one's own
 */
public record Person(
        PersonId id,
        String name,
        @Nullable String email,
        @Nullable UnitCode unit,
        @Nullable CreditCode enterprise,
        Set<Role> roles,
        boolean active,
        Map<Role, PersonId> lentRoles,
        @Nullable PersonId standingInFor) {

    /** Somebody as the master data know him. */
    public Person(
            PersonId id,
            String name,
            @Nullable String email,
            @Nullable UnitCode unit,
            @Nullable CreditCode enterprise,
            Set<Role> roles,
            boolean active) {
        this(id, name, email, unit, enterprise, roles, active, Map.of(), null);
    }

    /** Whether the person has the role now, his own or lent. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the role is the person's own. */
    public boolean holds(Role role) {
        return is(role) && !lentRoles.containsKey(role);
    }

    /** The person with more roles, each for the work of somebody else. */
    Person lent(Map<Role, PersonId> more) {
        var all = EnumSet.copyOf(roles);
        all.addAll(more.keySet());
        return new Person(id, name, email, unit, enterprise, Set.copyOf(all), active, Map.copyOf(more), standingInFor);
    }

    /** The person at a step that is somebody else's; a step of his own stays that. */
    public Person inPlaceOf(@Nullable PersonId other) {
        return other == null || other.equals(id)
                ? this
                : new Person(id, name, email, unit, enterprise, roles, active, lentRoles, other);
    }

    /** The person at a step that one of these roles may take: his own where he holds one himself, else that of whose role it is. */
    public Person as(Role... needed) {
        return standingInFor != null || Arrays.stream(needed).anyMatch(this::holds)
                ? this
                : inPlaceOf(Arrays.stream(needed)
                        .flatMap(role -> Optional.ofNullable(lentRoles.get(role)).stream())
                        .findFirst()
                        .orElse(null));
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
