package org.bihuan.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.StandIns;
import org.bihuan.organisation.Unit;
import org.bihuan.organisation.UnitCode;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks recipients up at every attempt: addresses change, people leave. */
@Component
class Addresses {
    private final Organisation organisation;
    private final StandIns standIns;
    private final CountyTime time;

    Addresses(Organisation organisation, StandIns standIns, CountyTime time) {
        this.organisation = organisation;
        this.standIns = standIns;
        this.time = time;
    }

    Addressee of(String code) {
        var recipient = Recipient.of(code);
        return switch (recipient.kind()) {
            case PERSON -> person(code);
            case UNIT -> unit(code, UnitCode.of(recipient.id()));
            case ENTERPRISE -> enterprise(code, CreditCode.of(recipient.id()));
        };
    }

    /** Who reads what is for the recipient: himself, or while he is away whoever stands in for him (N8). */
    Addressee readerFor(String code) {
        if (Recipient.of(code).kind() != Recipient.Kind.PERSON) {
            return of(code);
        }
        var absence = standIns.absences(time.now()).get(PersonId.of(code));
        return absence == null || absence.readers().isEmpty()
                ? of(code)
                : of(absence.readers().get(0).value()).reading(nameOf(code));
    }

    boolean reaches(String code) {
        return readerFor(code).address() != null;
    }

    /** The name of a person for people; the id where the organisation does not know it. */
    String nameOf(String person) {
        return organisation.person(PersonId.of(person)).map(Person::name).orElse(person);
    }

    String nameOfUnit(String unit) {
        return organisation.unit(UnitCode.of(unit)).map(Unit::name).orElse(unit);
    }

    private Addressee person(String code) {
        return organisation
                .person(PersonId.of(code))
                .filter(Person::active)
                .map(person -> new Addressee(
                        code,
                        person.name(),
                        usable(person.address()),
                        person.unit(),
                        person.enterprise(),
                        person.is(Role.UNIT_LEADER) && !person.is(Role.INSPECTOR),
                        null))
                .orElseGet(() -> new Addressee(code, code, null, null, null, false, null));
    }

    private Addressee unit(String code, UnitCode unit) {
        var found = organisation.unit(unit);
        return new Addressee(
                code,
                found.map(u -> u.name()).orElse(unit.value()),
                usable(found.map(u -> u.mailbox())),
                unit,
                null,
                false,
                null);
    }

    private Addressee enterprise(String code, CreditCode enterprise) {
        var found = organisation.enterprise(enterprise);
        return new Addressee(
                code,
                found.map(e -> e.name()).orElse(enterprise.value()),
                usable(found.map(e -> e.mailbox())),
                null,
                enterprise,
                false,
                null);
    }

    /** What no mail server would take is no address: better seen here than guessed at there. */
    private static @Nullable String usable(Optional<String> address) {
        return address.filter(Addresses::isWellFormed).orElse(null);
    }

    private static boolean isWellFormed(String address) {
        try {
            new InternetAddress(address, true);
            return address.chars().allMatch(character -> character > ' ' && character < 127);
        } catch (AddressException malformed) {
            return false;
        }
    }
}
