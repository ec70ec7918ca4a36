package org.bihuan.notification;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Unit;
import org.bihuan.organisation.UnitCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether mail reaches those who own clocks (N9), and in words why not. */
@Component
class Owners {
    private final Organisation organisation;
    private final Addresses addresses;
    private final WorkGroups groups;
    private final Bounces bounces;
    private final Words words;

    Owners(Organisation organisation, Addresses addresses, WorkGroups groups, Bounces bounces, Words words) {
        this.organisation = organisation;
        this.addresses = addresses;
        this.groups = groups;
        this.bounces = bounces;
        this.words = words;
    }

    /** What is known of all owners at one moment. */
    Reach now() {
        return new Reach(bounces.standing());
    }

    /** Answers for one moment. */
    final class Reach {
        private final Set<Bounces.Bounced> bounced;

        Reach(Set<Bounces.Bounced> bounced) {
            this.bounced = bounced;
        }

        /** Codes of the units and enterprises that may own a clock of which mail does not reach the owner. */
        List<String> doubtful() {
            return Stream.concat(
                            organisation.units().stream()
                                    .map(Unit::code)
                                    .filter(unit -> ofUnit(unit).isPresent())
                                    .map(UnitCode::value),
                            organisation.enterprises().stream()
                                    .map(Enterprise::code)
                                    .filter(this::hasSomebodyBeyondReach)
                                    .map(CreditCode::value))
                    .toList();
        }

        /** Why the owner of a unit's clock does not read mail; empty when its mailbox works. */
        Optional<String> ofUnit(UnitCode unit) {
            var mailbox = Recipient.mailboxOfUnit(unit.value());
            return reaches(mailbox)
                    ? Optional.empty()
                    : Optional.of(words.say(
                            isBounced(mailbox)
                                    ? "incident.unreachable.mailbox.bounced"
                                    : "incident.unreachable.mailbox",
                            addresses.of(mailbox).name()));
        }

        /**
         * The same for an enterprise's clock.
         *
         * @param person who has the work; absent where it is offered to all who do the work of the enterprise
         */
        Optional<String> ofEnterprise(CreditCode enterprise, @Nullable String person) {
            var owners = person != null && isActive(person) ? Set.of(person) : groups.of(enterprise);
            if (owners.stream().anyMatch(this::reaches)) {
                return Optional.empty();
            }
            var name = organisation.enterprise(enterprise).map(Enterprise::name).orElse(enterprise.value());
            return Optional.of(owners.stream()
                    .findFirst()
                    .map(owner -> words.say(
                            isBounced(owner) ? "incident.unreachable.person.bounced" : "incident.unreachable.person",
                            readerInWords(owner),
                            name))
                    .orElseGet(() -> words.say("incident.unreachable.nobody", name)));
        }

        /** While he is away it is his substitute whose address counts (N8). */
        private String readerInWords(String owner) {
            var reader = addresses.readerFor(owner);
            return reader.code().equals(owner)
                    ? reader.name()
                    : words.say("incident.unreachable.standIn", reader.name(), addresses.nameOf(owner));
        }

        private boolean hasSomebodyBeyondReach(CreditCode enterprise) {
            var people = organisation.peopleOf(enterprise).stream()
                    .map(person -> person.id().value())
                    .collect(toSet());
            return people.isEmpty() || !reachesAll(people);
        }

        private boolean reachesAll(Collection<String> people) {
            return people.stream().allMatch(this::reaches);
        }

        private boolean reaches(String recipient) {
            return addresses.reaches(recipient) && !isBounced(recipient);
        }

        private boolean isBounced(String recipient) {
            var reader = addresses.readerFor(recipient);
            var address = reader.address();
            return address != null && bounced.contains(new Bounces.Bounced(reader.code(), address));
        }

        private boolean isActive(String person) {
            return organisation
                    .person(PersonId.of(person))
                    .filter(Person::active)
                    .isPresent();
        }
    }
}
