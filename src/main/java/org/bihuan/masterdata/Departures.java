package org.bihuan.masterdata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.exchange.TableRow;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.SubstituteDesk;
import org.bihuan.rectification.WorkInHand;
import org.bihuan.shared.Conflict;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotAllowed;
import org.bihuan.shared.NotVisible;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody leaves, or moves to another unit or enterprise: what lies open with him passes on and his account is closed or moved, in one step
 * (P8). The administrator who sees to it sees how much there is, not what.
 */
@Service
class Departures {
    private final DraftKeeper drafts;
    private final UserTable users;
    private final EnterpriseTable enterprises;
    private final WorkInHand work;
    private final SubstituteDesk substitutes;
    private final Organisation organisation;

    Departures(
            DraftKeeper drafts,
            UserTable users,
            EnterpriseTable enterprises,
            WorkInHand work,
            SubstituteDesk substitutes,
            Organisation organisation) {
        this.drafts = drafts;
        this.users = users;
        this.enterprises = enterprises;
        this.work = work;
        this.substitutes = substitutes;
        this.organisation = organisation;
    }

    /**
     * What is to be known before somebody goes.
     *
     * @param substitutions present and future days for which he stands in for others or others for him
     * @param successors colleagues who may be named
     */
    record Preview(Person person, WorkInHand.Open open, int substitutions, List<Person> successors) {}

    /**
     * @param successor login of a colleague; null: nobody is named
     * @param row new {@code unit_or_enterprise} and {@code roles} of whoever moves; null: he leaves for good
     */
    record Wish(@Nullable String successor, @Nullable TableRow row) {}

    /** @throws NotVisible of somebody unknown, Conflict {@code ALREADY_LEFT} of somebody who has left */
    Preview preview(String user, Person reader) {
        users.admit(reader);
        var person = present(drafts.look(), user);
        return new Preview(person, work.of(person), substitutes.periodsWith(person.id()), colleagues(person));
    }

    @Transactional
    void perform(String user, Wish wish, Person by) {
        users.admit(by);
        var draft = drafts.hold();
        drafts.checkStillAdministers(draft, by.id());
        var person = present(draft, user);
        if (person.id().equals(by.id())) {
            throw new NotAllowed("OWN_ACCOUNT");
        }
        var successor = successor(person, wish.successor());
        var leaves = wish.row() == null;
        work.hold(person);
        substitutes.end(person.id(), by);
        var changes = new ArrayList<Change>();
        passOffices(draft, person, successor).ifPresent(changes::add);
        changes.add(wish.row() == null ? left(draft, person) : moved(draft, person, wish.row(), by));
        drafts.keep(draft, changes, by.id());
        work.passOn(person, successor, leaves, by);
    }

    /** Comes back to where he was; what he left behind stays with others. */
    @Transactional
    void takeBack(String user, Person by) {
        users.admit(by);
        var draft = drafts.hold();
        drafts.checkStillAdministers(draft, by.id());
        var person = Optional.ofNullable(users.find(draft, user)).orElseThrow(() -> new NotVisible("person"));
        if (person.active()) {
            throw new Conflict("NOT_LEFT");
        }
        drafts.keep(draft, List.of(activity(draft, person, true)), by.id());
    }

    private Person present(Draft draft, String user) {
        var person = Optional.ofNullable(users.find(draft, user)).orElseThrow(() -> new NotVisible("person"));
        if (!person.active()) {
            throw new Conflict("ALREADY_LEFT");
        }
        return person;
    }

    private @Nullable Person successor(Person person, @Nullable String named) {
        if (named == null) {
            return null;
        }
        return colleagues(person).stream()
                .filter(colleague -> colleague.id().value().equals(named))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("successor", "NOT_A_COLLEAGUE"));
    }

    private List<Person> colleagues(Person person) {
        var unit = person.unit();
        var enterprise = person.enterprise();
        return organisation.people().stream()
                .filter(other -> other.active() && !other.id().equals(person.id()))
                .filter(other -> unit != null ? other.worksFor(unit) : enterprise != null && other.worksFor(enterprise))
                .toList();
    }

    /** As principal or safety officer of the enterprise he is followed by the successor who holds that role, else by nobody yet. */
    private Optional<Change> passOffices(Draft draft, Person person, @Nullable Person successor) {
        var code = person.enterprise();
        var before = code == null ? null : draft.enterprises.get(code);
        if (before == null) {
            return Optional.empty();
        }
        var principal = follower(before.principal(), person, successor, Role.ENTERPRISE_PRINCIPAL);
        var safety = follower(before.safetyOfficer(), person, successor, Role.ENTERPRISE_SAFETY);
        var after = Draft.with(before, principal, safety);
        if (after.equals(before)) {
            return Optional.empty();
        }
        draft.put(after);
        return Optional.of(change(before, after));
    }

    private static @Nullable PersonId follower(
            @Nullable PersonId officer, Person person, @Nullable Person successor, Role role) {
        if (!person.id().equals(officer)) {
            return officer;
        }
        return successor != null && successor.is(role) ? successor.id() : null;
    }

    private Change change(Enterprise before, Enterprise after) {
        return new Change(
                enterprises.subject(),
                after.code().value(),
                after.name(),
                enterprises.describe(before),
                enterprises.describe(after));
    }

    private Change left(Draft draft, Person person) {
        return activity(draft, person, false);
    }

    private Change activity(Draft draft, Person person, boolean active) {
        var after = new Person(
                person.id(), person.name(), person.email(), person.unit(), person.enterprise(), person.roles(), active);
        users.put(draft, after);
        return new Change(
                users.subject(), person.id().value(), person.name(), users.describe(person), users.describe(after));
    }

    private Change moved(Draft draft, Person person, TableRow row, Person by) {
        Map<String, String> cells = new LinkedHashMap<>(row.cells());
        cells.put("user_id", person.id().value());
        var judged = users.judge(draft, new TableRow(cells), by.id());
        Refused.unlessSound(judged.complaints().stream()
                .filter(complaint -> !complaint.code().equals(UserTable.HAS_OPEN_WORK)) // it passes on in a moment
                .toList());
        users.put(draft, judged.one());
        return new Change(
                users.subject(),
                person.id().value(),
                person.name(),
                users.describe(person),
                users.describe(judged.one()));
    }
}
