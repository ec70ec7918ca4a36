package org.bihuan.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.StandIns;
import org.bihuan.organisation.UnitCode;
import org.springframework.stereotype.Component;

/**
 * Who reads on behalf of a group that has work: for a unit its inspectors and its mailbox (N9), where there is nobody the next above
 * (N10); for an enterprise its safety officers, else its principal. Groups are called as in the engine (contract 3).
 */
@Component
class WorkGroups {
    static final String COMMITTEE_OFFICE = Role.COMMITTEE_OFFICE.group();

    private final Organisation organisation;
    private final StandIns standIns;

    WorkGroups(Organisation organisation, StandIns standIns) {
        this.organisation = organisation;
        this.standIns = standIns;
    }

    /**
     * Whom the groups stand for, pair by pair.
     *
     * @param groups one name a pair
     * @param recipients as long as groups
     */
    record Readers(List<String> groups, List<String> recipients) {
        private void add(String group, Set<String> readers) {
            for (var reader : readers) {
                groups.add(group);
                recipients.add(reader);
            }
        }
    }

    Readers now() {
        var readers = new Readers(new ArrayList<>(), new ArrayList<>());
        var office = office();
        readers.add(COMMITTEE_OFFICE, office);
        readers.add(Role.COUNTY_LEADER.group(), firstOf(ids(organisation.holdersOf(Role.COUNTY_LEADER)), office));
        for (var unit : organisation.units()) {
            readers.add(unit.code().group(), firstOf(of(unit.code()), office));
            readers.add(unit.code().leadersGroup(), firstOf(of(unit.code(), Role.UNIT_LEADER), office));
        }
        for (var enterprise : organisation.enterprises()) {
            readers.add(enterprise.code().group(), of(enterprise.code()));
        }
        return readers;
    }

    /** The committee office; where it is empty, the county's leaders. */
    Set<String> office() {
        return firstOf(
                ids(organisation.holdersOf(Role.COMMITTEE_OFFICE)), ids(organisation.holdersOf(Role.COUNTY_LEADER)));
    }

    /** Who does the work of an enterprise where no one person has it. */
    Set<String> of(CreditCode enterprise) {
        var people = organisation.peopleOf(enterprise);
        return firstOf(ids(people, Role.ENTERPRISE_SAFETY), ids(people, Role.ENTERPRISE_PRINCIPAL));
    }

    /** Who does the work of a unit where no one person has it. */
    Set<String> of(UnitCode unit) {
        return firstOf(of(unit, Role.INSPECTOR), of(unit, Role.UNIT_LEADER));
    }

    /** Those who lead a unit, and its mailbox; where nobody does, the committee office. */
    Set<String> leadersOf(UnitCode unit) {
        return firstOf(of(unit, Role.UNIT_LEADER), office());
    }

    /** Those to whom delays climb: leaders who do not inspect themselves, the committee office, the county's leaders. */
    List<String> superiors() {
        return organisation.people().stream()
                .filter(person -> (person.is(Role.UNIT_LEADER) && !person.is(Role.INSPECTOR))
                        || person.is(Role.COMMITTEE_OFFICE)
                        || person.is(Role.COUNTY_LEADER))
                .map(person -> person.id().value())
                .toList();
    }

    /** Those who keep the machine running, or stand in for them. */
    Set<String> administrators(Instant at) {
        var absences = standIns.absences(at);
        var readers = new LinkedHashSet<String>();
        organisation.holdersOf(Role.ADMIN).forEach(admin -> {
            var absence = absences.get(admin.id());
            (absence == null ? List.of(admin.id()) : absence.readers()).forEach(reader -> readers.add(reader.value()));
        });
        return readers;
    }

    /** Who reads instead of those who are away, pair by pair; the first of several answers for what is told (N8). */
    Readers standIns(Instant at) {
        var readers = new Readers(new ArrayList<>(), new ArrayList<>());
        standIns.absences(at).forEach((away, absence) -> {
            var instead = new LinkedHashSet<String>();
            absence.readers().forEach(reader -> instead.add(reader.value()));
            readers.add(away.value(), instead);
        });
        return readers;
    }

    /** People who have left: nothing goes to them any more. */
    List<String> gone() {
        return organisation.people().stream()
                .filter(person -> !person.active())
                .map(person -> person.id().value())
                .toList();
    }

    private Set<String> of(UnitCode unit, Role role) {
        var members = ids(organisation.peopleOf(unit, Set.of(role)));
        if (!members.isEmpty()) {
            members.add(Recipient.mailboxOfUnit(unit.value()));
        }
        return members;
    }

    private static Set<String> ids(List<Person> people, Role role) {
        return ids(people.stream().filter(person -> person.is(role)).toList());
    }

    private static Set<String> ids(List<Person> people) {
        var ids = new LinkedHashSet<String>();
        people.forEach(person -> ids.add(person.id().value()));
        return ids;
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
