package org.bihuan.deadline.application;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.ClockOwner;
import org.bihuan.deadline.domain.Rung;
import org.bihuan.engine.Cases;
import org.bihuan.hazard.Hazard;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who stands behind the names of audiences in the ladder (5.3, 5.4, N9, N10). A group is each of its persons and the unit's
 * mailbox; an audience that is nobody gives way to the next: unit-leader, committee-office, county-leader.
 */
@Component
class Audiences {
    private final Organisation organisation;
    private final Cases cases;
    private final UnitCode bureau;

    Audiences(Organisation organisation, Cases cases, @Value("${bihuan.bureau:emb}") String bureau) {
        this.organisation = organisation;
        this.cases = cases;
        this.bureau = UnitCode.of(bureau);
    }

    /**
     * Recipients of a rung: persons' ids, {@code unit:<code>} and {@code ent:<credit code>} for mailboxes.
     *
     * @param owner of its clock; looked at for a desk's only
     */
    Set<String> of(Rung rung, Hazard hazard, @Nullable ClockOwner owner) {
        var recipients = new LinkedHashSet<String>();
        var owners = rung.kind().isOfADesk() ? ofGroup(owner) : owners(rung.kind(), hazard);
        for (var audience : rung.audience().split(",", -1)) {
            recipients.addAll(
                    switch (audience.strip()) {
                        case "owner" -> owners;
                        case "superior" -> superiorOf(owner);
                        default -> named(audience.strip(), hazard, owners);
                    });
        }
        return recipients.isEmpty() ? firstOf(leaders(hazard), office(), countyLeaders()) : recipients;
    }

    private Set<String> named(String audience, Hazard hazard, Set<String> owners) {
        return switch (audience) {
            case "enterprise-safety" -> ids(responsible(hazard));
            case "enterprise-principal" -> ids(principal(hazard));
            case "enterprise-mailbox" -> enterpriseMailbox(hazard);
            case "inspector" -> firstOf(inspectors(hazard), leaders(hazard), office());
            case "verifier" -> firstOf(owners, inspectors(hazard), leaders(hazard), office());
            case "unit-leader" -> above(owners, leaders(hazard), office(), countyLeaders());
            case "region-office" -> ofTheRegion(hazard, Role.INSPECTOR, owners);
            case "region-leader" -> ofTheRegion(hazard, Role.UNIT_LEADER, owners);
            case "bureau-leader" -> above(owners, group(bureau, Role.UNIT_LEADER), office(), countyLeaders());
            case "county-leader" -> firstOf(countyLeaders(), office());
            case "committee-office" -> above(owners, office(), countyLeaders());
            default -> throw new IllegalStateException("the ladder names an unknown audience: " + audience);
        };
    }

    /** The person who has the work, else the enterprise's principal; for a public hazard the responsible unit's inspectors. */
    private List<Person> responsible(Hazard hazard) {
        var unit = hazard.responsibility().responsibleUnit();
        if (unit != null) {
            return organisation.peopleOf(unit, Set.of(Role.INSPECTOR));
        }
        var user = hazard.responsibility().responsibleUser();
        var known = user == null ? List.<Person>of() : people(user);
        return known.isEmpty() ? principal(hazard) : known;
    }

    private List<Person> principal(Hazard hazard) {
        var unit = hazard.responsibility().responsibleUnit();
        if (unit != null) {
            return organisation.peopleOf(unit, Set.of(Role.UNIT_LEADER));
        }
        var enterprise = hazard.responsibility().enterprise();
        return enterprise == null
                ? List.of()
                : organisation.peopleOf(enterprise).stream()
                        .filter(person -> person.is(Role.ENTERPRISE_PRINCIPAL))
                        .toList();
    }

    private Set<String> enterpriseMailbox(Hazard hazard) {
        var enterprise = hazard.responsibility().enterprise();
        return enterprise == null ? Set.of() : Set.of("ent:" + enterprise);
    }

    private Set<String> claimant(Hazard hazard) {
        return cases.openTask(hazard.number().value())
                .map(Cases.OpenTask::holder)
                .map(person -> Set.of(person.value()))
                .orElse(Set.of());
    }

    private Set<String> inspectors(Hazard hazard) {
        return group(hazard.responsibility().supervisingUnit(), Role.INSPECTOR);
    }

    private Set<String> leaders(Hazard hazard) {
        return group(hazard.responsibility().supervisingUnit(), Role.UNIT_LEADER);
    }

    /** A case of the county region has no region audience (N10). */
    private Set<String> ofTheRegion(Hazard hazard, Role role, Set<String> owners) {
        return organisation
                .officeOf(hazard.finding().region())
                .map(office -> above(owners, group(office.code(), role), leaders(hazard), office(), countyLeaders()))
                .orElse(Set.of());
    }

    /** The group that must answer for a delay; where it has no people, the next above (N10). */
    String supervisor(Rung rung, Hazard hazard) {
        return switch (Objects.requireNonNull(rung.supervision())) {
            case "unit-leader" -> leadersOf(hazard);
            case "county-leader" -> (countyLeaders().isEmpty() ? Role.COMMITTEE_OFFICE : Role.COUNTY_LEADER).group();
            case "committee-office" -> (office().isEmpty() ? Role.COUNTY_LEADER : Role.COMMITTEE_OFFICE).group();
            default -> throw new IllegalStateException("the ladder names an unknown supervisor: " + rung.supervision());
        };
    }

    /** The group of the leaders of the unit that follows the case; where there are none, the committee office (N10). */
    String leadersOf(Hazard hazard) {
        var unit = hazard.responsibility().supervisingUnit();
        return unit == null || leaders(hazard).isEmpty() ? Role.COMMITTEE_OFFICE.group() : unit.leadersGroup();
    }

    /** The people of a desk: a unit, the leaders of a unit, the committee office, the county's leaders. */
    Set<String> ofGroup(@Nullable ClockOwner owner) {
        if (owner == null) {
            return Set.of();
        }
        var group = owner.code();
        if (group.equals(Role.COMMITTEE_OFFICE.group())) {
            return office();
        }
        if (group.equals(Role.COUNTY_LEADER.group())) {
            return countyLeaders();
        }
        return UnitCode.ledBy(group)
                .map(unit -> group(unit, Role.UNIT_LEADER))
                .orElseGet(() -> firstOf(
                        group(UnitCode.of(group), Role.INSPECTOR), group(UnitCode.of(group), Role.UNIT_LEADER)));
    }

    /** Unit, its leaders, committee office, county leader (N17). */
    private Set<String> superiorOf(@Nullable ClockOwner owner) {
        if (owner == null || owner.code().equals(Role.COUNTY_LEADER.group())) {
            return office();
        }
        var group = owner.code();
        if (group.equals(Role.COMMITTEE_OFFICE.group())) {
            return firstOf(countyLeaders(), office());
        }
        return UnitCode.ledBy(group).isPresent()
                ? firstOf(office(), countyLeaders())
                : firstOf(group(UnitCode.of(group), Role.UNIT_LEADER), office(), countyLeaders());
    }

    private Set<String> office() {
        return ids(organisation.holdersOf(Role.COMMITTEE_OFFICE));
    }

    private Set<String> countyLeaders() {
        return ids(organisation.holdersOf(Role.COUNTY_LEADER));
    }

    private Set<String> group(@Nullable UnitCode unit, Role role) {
        if (unit == null) {
            return Set.of();
        }
        var members = new ArrayList<>(ids(organisation.peopleOf(unit, Set.of(role))));
        if (!members.isEmpty()) {
            members.add("unit:" + unit);
        }
        return new LinkedHashSet<>(members);
    }

    private List<Person> people(PersonId id) {
        return organisation.person(id).filter(Person::active).stream().toList();
    }

    private static Set<String> ids(List<Person> people) {
        var ids = new LinkedHashSet<String>();
        people.forEach(person -> ids.add(person.id().value()));
        return ids;
    }

    /** Whose clock it is: to tell him of himself is to tell nobody (N10). */
    private Set<String> owners(ClockKind clock, Hazard hazard) {
        if (clock == ClockKind.VERIFY) {
            return claimant(hazard);
        }
        var people = new LinkedHashSet<>(ids(responsible(hazard)));
        people.addAll(ids(principal(hazard)));
        return people;
    }

    /** The first of these audiences that is somebody beside the owners. */
    @SafeVarargs
    private static Set<String> above(Set<String> owners, Set<String>... candidates) {
        for (var candidate : candidates) {
            if (candidate.stream().anyMatch(recipient -> recipient.indexOf(':') < 0 && !owners.contains(recipient))) {
                return candidate;
            }
        }
        return Set.of();
    }

    @SafeVarargs
    private static Set<String> firstOf(Set<String>... candidates) {
        for (var candidate : candidates) {
            if (!candidate.isEmpty()) {
                return candidate;
            }
        }
        return Set.of();
    }
}
