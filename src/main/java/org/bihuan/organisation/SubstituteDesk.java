package org.bihuan.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.Fields;
import org.bihuan.shared.NotAllowed;
import org.bihuan.shared.NotVisible;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where people say who stands in for them while they are away (N8): the person himself, his superior, an administrator. */
@Service
public class SubstituteDesk {
    private static final int MOST_PERIODS = 20;
    private static final int LONGEST_DAYS = 366;

    private final RememberedOrganisation organisation;
    private final OrganisationVersion version;
    private final Substitutions substitutions;
    private final CountyTime time;
    private final ApplicationEventPublisher events;

    SubstituteDesk(
            RememberedOrganisation organisation,
            OrganisationVersion version,
            Substitutions substitutions,
            CountyTime time,
            ApplicationEventPublisher events) {
        this.organisation = organisation;
        this.version = version;
        this.substitutions = substitutions;
        this.time = time;
        this.events = events;
    }

    /**
     * A person's periods.
     *
     * @param items present and future ones in the order of their days
     * @param past over, cut short or given up; the latest first
     * @param revision to be handed back with a change, so that nobody overwrites what somebody else has entered meanwhile
     */
    public record Plan(Person person, List<Period> items, List<Period> past, int revision) {}

    /**
     * @param from first day
     * @param to last day, included
     * @param endedAt when it was cut short or given up; else null
     */
    public record Period(
            Person substitute,
            LocalDate from,
            LocalDate to,
            @Nullable Instant endedAt) {}

    /** @throws NotVisible of somebody the reader has no business with, and NotAllowed of a colleague */
    public Plan plan(String person, Person reader) {
        var subject = subject(person, reader);
        return plan(subject, substitutions.revision(subject.id()));
    }

    /**
     * What is handed in becomes the whole plan of today and the days to come. What it leaves out ends now; what is over stays as it was.
     *
     * @param items {@code substitute}, {@code from}, {@code to} each
     * @param revision that of the plan the caller has seen; null: whatever it is
     * @throws Conflict {@code SUBSTITUTES_CHANGED} when somebody was faster
     */
    @Transactional
    public Plan put(
            String person, List<? extends @Nullable Map<String, Object>> items, @Nullable Integer revision, Person by) {
        var subject = subject(person, by);
        version.raise(); // from here on nobody else changes any
        var present = substitutions.revision(subject.id());
        if (revision != null && revision != present) {
            throw new Conflict("SUBSTITUTES_CHANGED");
        }
        var standing = of(subject, this::goesOn);
        var wanted = read(items, subject, standing);
        var now = time.now();
        var ending = standing.stream()
                .filter(period -> wanted.stream().noneMatch(wish -> wish.is(period)))
                .toList();
        var beginning = wanted.stream()
                .filter(wish -> standing.stream().noneMatch(wish::is))
                .toList();
        ending.forEach(period -> substitutions.end(period, by.id(), now));
        beginning.forEach(
                wish -> substitutions.add(subject.id(), wish.substitute(), wish.from(), wish.to(), by.id(), now));
        if (!ending.isEmpty() || !beginning.isEmpty()) {
            organisation.changedHere();
            events.publishEvent(new PeopleChanged());
        }
        return plan(subject, substitutions.revision(subject.id()));
    }

    /** How many present and future periods the person is part of, away or standing in. */
    public int periodsWith(PersonId person) {
        return standingWith(person).size();
    }

    /** Ends them now, because he goes; in the transaction of whoever changes master data, who holds them and tells of the change. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(PersonId person, Person by) {
        standingWith(person).forEach(period -> substitutions.end(period, by.id(), time.now()));
    }

    private List<Substitution> standingWith(PersonId person) {
        return substitutions.all().stream()
                .filter(period ->
                        period.person().equals(person) || period.substitute().equals(person))
                .filter(this::goesOn)
                .toList();
    }

    /** Whom the person may choose from: colleagues who may do the work. */
    public List<Person> choicesFor(Person person) {
        return organisation.people().stream()
                .filter(other -> Fitness.of(other, person) == Fitness.FIT)
                .toList();
    }

    /** Of whom the reader may say who stands in: of himself, a leader of his unit's people, a principal of his enterprise's. */
    public List<Person> peopleOf(Person reader) {
        return organisation.people().stream()
                .filter(other -> other.active() && (other.id().equals(reader.id()) || isSuperior(reader, other)))
                .toList();
    }

    /** A wished period. */
    private record Wish(PersonId substitute, LocalDate from, LocalDate to) {
        boolean is(Substitution period) {
            return substitute.equals(period.substitute()) && from.equals(period.fromOn()) && to.equals(period.toOn());
        }

        boolean meets(Wish other) {
            return !from.isAfter(other.to) && !other.from.isAfter(to);
        }
    }

    private Person subject(String id, Person reader) {
        var subject = Optional.of(id)
                .filter(PersonId::isWellFormed)
                .flatMap(known -> organisation.person(PersonId.of(known)))
                .filter(Person::active)
                .orElseThrow(() -> new NotVisible("person"));
        if (subject.id().equals(reader.id()) || reader.holds(Role.ADMIN) || isSuperior(reader, subject)) {
            return subject;
        }
        if (Fitness.areColleagues(reader, subject)) {
            throw new NotAllowed("SUBSTITUTES");
        }
        throw new NotVisible("person");
    }

    /** In his own right: who only stands in for a leader does not say who stands in for whom. */
    private static boolean isSuperior(Person reader, Person subject) {
        var leads = reader.unit() != null ? Role.UNIT_LEADER : Role.ENTERPRISE_PRINCIPAL;
        return reader.holds(leads) && Fitness.areColleagues(reader, subject);
    }

    private List<Wish> read(
            List<? extends @Nullable Map<String, Object>> items, Person subject, List<Substitution> standing) {
        var all = new Fields(Map.of(), time.zone());
        if (items.size() > MOST_PERIODS) {
            all.refuse("items", "TOO_MANY_PERIODS", MOST_PERIODS);
            all.check();
        }
        var wishes = new ArrayList<Wish>();
        for (var at = 0; at < items.size(); at++) {
            var item = items.get(at);
            var fields = all.item("items", at, item == null ? Map.of() : item);
            var substitute = fields.requiredText("substitute", 64);
            var from = fields.requiredDay("from");
            var to = fields.requiredDay("to");
            if (!fields.isSound()) {
                continue;
            }
            if (!PersonId.isWellFormed(substitute)) {
                fields.refuse("substitute", "NOT_A_COLLEAGUE");
                continue;
            }
            var wish = new Wish(PersonId.of(substitute), from, to);
            if (standing.stream().noneMatch(wish::is)) {
                checkDays(wish, fields);
                checkPerson(wish, subject, fields);
            }
            if (wishes.stream().anyMatch(wish::meets)) {
                fields.refuse("from", "PERIODS_OVERLAP");
            }
            wishes.add(wish);
        }
        all.check();
        return wishes;
    }

    private void checkDays(Wish wish, Fields fields) {
        var today = time.today();
        if (wish.to().isBefore(wish.from())) {
            fields.refuse("to", "ENDS_BEFORE_IT_BEGINS");
        } else if (wish.to().isBefore(today)) {
            fields.refuse("to", "PERIOD_IS_OVER");
        } else if (ChronoUnit.DAYS.between(wish.from(), wish.to()) >= LONGEST_DAYS) {
            fields.refuse("to", "PERIOD_TOO_LONG", LONGEST_DAYS);
        } else if (ChronoUnit.DAYS.between(today, wish.from()) > LONGEST_DAYS) {
            fields.refuse("from", "TOO_FAR_AHEAD", LONGEST_DAYS);
        }
    }

    private void checkPerson(Wish wish, Person subject, Fields fields) {
        var fitness = organisation
                .person(wish.substitute())
                .map(other -> Fitness.of(other, subject))
                .orElse(Fitness.NOT_A_COLLEAGUE);
        if (fitness != Fitness.FIT) {
            fields.refuse("substitute", fitness.name());
        }
    }

    private Plan plan(Person subject, int revision) {
        return new Plan(
                subject,
                of(subject, this::goesOn).stream().map(this::inWords).toList(),
                of(subject, period -> !goesOn(period)).stream()
                        .sorted(Comparator.comparing(Substitution::fromOn).reversed())
                        .map(this::inWords)
                        .toList(),
                revision);
    }

    private boolean goesOn(Substitution period) {
        return period.endedAt() == null && !period.toOn().isBefore(time.today());
    }

    private List<Substitution> of(Person subject, Predicate<Substitution> which) {
        return organisation.substitutions().stream()
                .filter(period -> period.person().equals(subject.id()))
                .filter(which)
                .toList();
    }

    private Period inWords(Substitution period) {
        return new Period(
                organisation.person(period.substitute()).orElseThrow(),
                period.fromOn(),
                period.toOn(),
                period.endedAt());
    }
}
