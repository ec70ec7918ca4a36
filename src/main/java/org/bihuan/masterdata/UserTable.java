package org.bihuan.masterdata;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.Unit;
import org.bihuan.organisation.UnitCode;
import org.bihuan.rectification.WorkInHand;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** People with a login: of a unit or of an enterprise, each with roles that fit there. */
@Component
class UserTable extends MasterTable<Person> {
    private static final List<String> ROLES =
            Stream.of(Role.values()).map(Role::name).toList();
    private static final Set<Role> OF_ENTERPRISES = Set.of(Role.ENTERPRISE_SAFETY, Role.ENTERPRISE_PRINCIPAL);
    private static final String HOME = "unit_or_enterprise";
    /** Not a column: accounts are closed and opened by hand alone. */
    static final String ACTIVE = "active";

    static final String HAS_OPEN_WORK = "HAS_OPEN_WORK";

    private static final PersonId NOBODY = PersonId.of("-");

    private final WorkInHand work;

    UserTable(DraftKeeper drafts, WorkInHand work, MessageSource words) {
        super("users", List.of("user_id", "display_name", HOME, "roles"), List.of("email"), drafts, words);
        this.work = work;
    }

    @Override
    String key(Map<String, String> row) {
        return Cells.folded(row.getOrDefault("user_id", ""));
    }

    @Override
    @Nullable
    Person find(Draft draft, String key) {
        return PersonId.isWellFormed(key) ? draft.people.get(PersonId.of(key)) : null;
    }

    @Override
    Person read(Cells cells, Draft draft, @Nullable Person present, PersonId by) {
        var id = id(cells);
        var name = cells.text("display_name", 80);
        var email = cells.address("email");
        var home = cells.code(HOME, 60);
        var enterprise = enterprise(home, cells, draft);
        var unit = enterprise == null && !home.isEmpty() && cells.isSoundAbout(HOME) ? unit(home, cells, draft) : null;
        var roles = cells.choices("roles", ROLES).stream().map(Role::valueOf).collect(Collectors.toSet());
        var person = new Person(
                id,
                name,
                email,
                unit == null ? null : unit.code(),
                enterprise,
                Set.copyOf(roles),
                present == null || present.active());
        checkRoles(person, unit, cells);
        if (present != null) {
            checkChange(present, person, cells, draft, by);
        }
        if (email == null) {
            cells.warn("NO_ADDRESS");
        }
        return person;
    }

    private static PersonId id(Cells cells) {
        var id = cells.code("user_id", 200);
        if (PersonId.isWellFormed(id)) {
            return PersonId.of(id);
        }
        if (!id.isEmpty()) {
            cells.complain("user_id", "USER_ID_INVALID");
        }
        return NOBODY;
    }

    private static @Nullable CreditCode enterprise(String home, Cells cells, Draft draft) {
        var looksLikeOne = home.matches("[0-9A-Z]{15,}");
        if (!looksLikeOne) {
            return null;
        }
        if (!CreditCode.isWellFormed(home)) {
            cells.complain(HOME, "CREDIT_CODE_INVALID");
            return null;
        }
        var code = CreditCode.of(home);
        if (!draft.enterprises.containsKey(code)) {
            cells.complain(HOME, "ENTERPRISE_UNKNOWN");
        }
        return code;
    }

    private static @Nullable Unit unit(String home, Cells cells, Draft draft) {
        var unit = draft.unit(home);
        if (unit.isEmpty()) {
            cells.complain(HOME, "UNIT_UNKNOWN");
        }
        return unit.orElse(null);
    }

    private static void checkRoles(Person person, @Nullable Unit unit, Cells cells) {
        for (var role : person.roles()) {
            var fits = OF_ENTERPRISES.contains(role)
                    ? unit == null
                    : person.enterprise() == null
                            && (role != Role.COMMITTEE_OFFICE
                                    || unit == null
                                    || unit.kind() == Unit.Kind.COMMITTEE_OFFICE);
            if (!fits) {
                cells.complainOf("roles", cells.word("roles", role.name()), "ROLE_DOES_NOT_FIT");
            }
        }
    }

    private void checkChange(Person present, Person person, Cells cells, Draft draft, PersonId by) {
        if (!present.active()) {
            cells.complain("user_id", "ACCOUNT_CLOSED");
        }
        if (present.id().equals(by) && !person.is(Role.ADMIN)) {
            cells.complain("roles", "OWN_ADMINISTRATION");
        }
        checkWork(present, person, cells);
        var before = present.enterprise();
        var enterprise = before == null ? null : draft.enterprises.get(before);
        if (enterprise == null) {
            return;
        }
        var isPrincipal = present.id().equals(enterprise.principal());
        var isSafetyOfficer = present.id().equals(enterprise.safetyOfficer());
        if (!enterprise.code().equals(person.enterprise())) {
            if (isPrincipal || isSafetyOfficer) {
                cells.complain(HOME, "STILL_OFFICER", enterprise.name());
            }
        } else if ((isPrincipal && !person.is(Role.ENTERPRISE_PRINCIPAL))
                || (isSafetyOfficer && !person.is(Role.ENTERPRISE_SAFETY))) {
            cells.complain("roles", "STILL_OFFICER", enterprise.name());
        }
    }

    /** Whoever moves or loses a role leaves no work behind unnoticed (P8). */
    private void checkWork(Person present, Person person, Cells cells) {
        var moves = !home(present).equals(home(person));
        if ((moves || !person.roles().containsAll(present.roles()))
                && !work.of(present).isEmpty()) {
            cells.complain(moves ? HOME : "roles", HAS_OPEN_WORK);
        }
    }

    @Override
    Map<String, String> describe(Person person) {
        var row = new LinkedHashMap<String, String>();
        row.put("user_id", person.id().value());
        row.put("display_name", person.name());
        row.put("email", person.email() == null ? "" : person.email());
        row.put(HOME, home(person));
        row.put(
                "roles",
                ROLES.stream().filter(role -> person.is(Role.valueOf(role))).collect(Collectors.joining(";")));
        row.put(ACTIVE, String.valueOf(person.active()));
        return row;
    }

    private static String home(Person person) {
        UnitCode unit = person.unit();
        CreditCode enterprise = person.enterprise();
        return unit != null ? unit.value() : enterprise != null ? enterprise.value() : "";
    }

    @Override
    void put(Draft draft, Person person) {
        draft.people.put(person.id(), person);
    }

    @Override
    Collection<Person> all(Draft draft) {
        return draft.people.values();
    }

    @Override
    String about(Map<String, String> row) {
        return row.getOrDefault("display_name", "");
    }

    @Override
    boolean isCurrent(Person person) {
        return person.active();
    }

    @Override
    String more(Map<String, String> row) {
        return row.getOrDefault(HOME, "");
    }
}
