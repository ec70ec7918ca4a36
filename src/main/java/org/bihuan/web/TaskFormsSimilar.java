package org.bihuan.web;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.LedgerQuery;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.hazard.Responsibility;
import org.bihuan.hazard.Status;
import org.bihuan.organisation.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds open cases that may be the same hazard (T1, T4), among those the reader may see. */
@Component
class TaskFormsSimilar {
    private static final int LOOKED_AT = 200;
    private static final int SHOWN = 5;
    private static final double ALIKE = 0.4;
    private static final Set<Status> OPEN =
            EnumSet.allOf(Status.class).stream().filter(Status::isOpen).collect(Collectors.toUnmodifiableSet());

    private final LedgerReader ledger;

    TaskFormsSimilar(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** An open case that may be the same one. */
    record Similar(Hazard hazard, boolean samePlace, boolean alike) {
        public String number() {
            return hazard.number().value();
        }
    }

    /** Cases that may carry on for this one: the same responsible and region, no lower grade; likest first. */
    List<Similar> survivorsFor(Hazard hazard, Person reader) {
        return among(hazard.responsibility(), hazard.finding().region(), reader)
                .filter(other -> !other.number().equals(hazard.number()))
                .filter(other ->
                        other.finding().grade().compareTo(hazard.finding().grade()) >= 0)
                .map(other -> compared(
                        other, hazard.finding().location(), hazard.finding().description()))
                .filter(other -> other.samePlace() || other.alike())
                .sorted(likestFirst(hazard.finding().description()))
                .limit(SHOWN)
                .toList();
    }

    /** The same while a registration is being typed; the responsible is known, the texts may be incomplete. */
    List<Similar> to(
            Responsibility responsibility,
            @Nullable String region,
            String location,
            String description,
            Person reader) {
        return among(responsibility, region, reader)
                .map(other -> compared(other, location, description))
                .filter(other -> other.samePlace() || other.alike())
                .sorted(likestFirst(description))
                .limit(SHOWN)
                .toList();
    }

    private Stream<Hazard> among(Responsibility responsibility, @Nullable String region, Person reader) {
        var enterprise = responsibility.enterprise();
        var query = new LedgerQuery(
                OPEN,
                null,
                region,
                null,
                enterprise == null ? null : enterprise.value(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                LedgerQuery.Sort.REGISTERED,
                true,
                LOOKED_AT,
                null);
        return ledger.search(query, reader).items().stream()
                .filter(other -> isOfTheSame(responsibility, other.responsibility()));
    }

    private static boolean isOfTheSame(Responsibility one, Responsibility other) {
        return one.enterprise() != null
                ? one.enterprise().equals(other.enterprise())
                : one.responsibleUnit() != null && one.responsibleUnit().equals(other.responsibleUnit());
    }

    private static Similar compared(Hazard other, String location, String description) {
        return new Similar(
                other,
                Likeness.isSame(location, other.finding().location()),
                Likeness.of(description, other.finding().description()) >= ALIKE);
    }

    private static Comparator<Similar> likestFirst(String description) {
        return Comparator.<Similar>comparingDouble(other ->
                        -Likeness.of(description, other.hazard().finding().description()))
                .thenComparing(other -> !other.samePlace())
                .thenComparing(Similar::number, Comparator.reverseOrder());
    }
}
