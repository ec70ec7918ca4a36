package org.bihuan.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.bihuan.shared.CountyTime;
import org.springframework.stereotype.Component;

/** {@link StandIns} from memory. */
@Component
class PresentStandIns implements StandIns {
    private final RememberedOrganisation organisation;
    private final CountyTime time;

    PresentStandIns(RememberedOrganisation organisation, CountyTime time) {
        this.organisation = organisation;
        this.time = time;
    }

    @Override
    public Map<PersonId, Absence> absences(Instant at) {
        return at(at).all();
    }

    @Override
    public Map<PersonId, List<PersonId>> workers() {
        var present = at(time.now());
        var workers = new HashMap<PersonId, List<PersonId>>();
        present.all().forEach((away, absence) -> workers.put(away, absence.workers()));
        organisation.people().stream()
                .filter(person -> !person.active())
                .forEach(gone -> workers.put(gone.id(), present.superiorsOf(gone)));
        workers.values().removeIf(List::isEmpty);
        return workers;
    }

    @Override
    public List<PersonId> workersFor(PersonId person) {
        var present = at(time.now());
        var absence = present.all().get(person);
        return absence != null
                ? absence.workers()
                : organisation
                        .person(person)
                        .filter(known -> !known.active())
                        .map(present::superiorsOf)
                        .orElse(List.of());
    }

    @Override
    public Set<PersonId> representedBy(PersonId person, Instant at) {
        var represented = new HashSet<PersonId>();
        absences(at).values().stream()
                .filter(absence -> absence.workers().contains(person))
                .forEach(absence -> represented.add(absence.person()));
        return represented;
    }

    @Override
    public Set<PersonId> actingAs(PersonId person) {
        return andHimself(representedBy(person, time.now()), person);
    }

    @Override
    public Set<PersonId> actedAs(PersonId person, LocalDate day) {
        // Each moment of the day at which a period began or ended to count, and the first and the last.
        var represented = new HashSet<PersonId>();
        var first = time.startOf(day);
        var last = time.lastSecondOf(day);
        var periods = organisation.substitutions().stream()
                .filter(period -> period.holds(day))
                .toList();
        var moments = new HashSet<Instant>(List.of(first, last));
        for (var period : periods) {
            moments.add(period.enteredAt());
            if (period.endedAt() != null) {
                moments.add(period.endedAt());
                moments.add(period.endedAt().minusNanos(1000));
            }
        }
        moments.stream()
                .filter(moment -> !moment.isBefore(first) && !moment.isAfter(last))
                .forEach(moment -> represented.addAll(representedBy(person, moment)));
        return andHimself(represented, person);
    }

    @Override
    public Person acting(Person person) {
        var lent = new EnumMap<Role, PersonId>(Role.class);
        for (var away : representedBy(person.id(), time.now())) {
            organisation
                    .person(away)
                    .filter(other -> Fitness.areColleagues(person, other))
                    .ifPresent(other -> other.roles().stream()
                            .filter(role -> Fitness.LENT.contains(role) && !person.holds(role))
                            .forEach(role -> lent.put(role, away)));
        }
        return lent.isEmpty() ? person : person.lent(lent);
    }

    private Absences at(Instant moment) {
        var day = time.dayOf(moment);
        return new Absences(organisation, counting(period -> period.countsAt(moment, day)));
    }

    private List<Substitution> counting(Predicate<Substitution> when) {
        return organisation.substitutions().stream().filter(when).toList();
    }

    private static Set<PersonId> andHimself(Set<PersonId> represented, PersonId person) {
        represented.add(person);
        return represented;
    }
}
