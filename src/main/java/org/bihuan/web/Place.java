package org.bihuan.web;

import java.util.List;
import java.util.function.Predicate;
import org.bihuan.decisions.TableRights;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.rectification.Registrars;

/**
 * Where one may go from every page. What a link hides is also refused behind it.
 *
 * @param key of its name in the message bundle
 */
record Place(String key, String href, Predicate<Person> openTo) {

    /** In the order shown. */
    static final List<Place> ALL = List.of(
            new Place("place.START", "/", person -> true),
            new Place("place.WORK", "/camunda/app/tasklist/default/", Place::worksOnCases),
            new Place(
                    "place.REGISTER",
                    "/camunda/app/tasklist/default/#/?processStart=hazard-rectification",
                    Registrars::mayRegister),
            new Place("place.LEDGER", "/ledger", Place::worksOnCases),
            new Place("place.LETTERS", "/letters", person -> person.is(Role.COMMITTEE_OFFICE)),
            new Place("place.IMPORTS", "/imports", person -> person.is(Role.COMMITTEE_OFFICE)),
            new Place("place.MASTER_DATA", "/admin/master-data", person -> person.is(Role.ADMIN)),
            new Place("place.MASTER_DATA_CHANGES", "/admin/master-data/changes", person -> person.is(Role.AUDITOR)),
            new Place("place.CALENDAR", "/calendar", person -> true),
            new Place("place.DECISIONS", "/decisions", TableRights::maySee),
            new Place(
                    "place.PASSWORDS",
                    "/admin/passwords",
                    person -> person.holds(Role.ADMIN) || person.holds(Role.AUDITOR)),
            new Place("place.OVERVIEW", "/camunda/app/cockpit/default/", Place::supervises),
            new Place("place.ADMINISTRATION", "/camunda/app/admin/default/", person -> person.is(Role.ADMIN)));

    /** Whether a path lies there; the start page is itself only. */
    boolean holds(String path) {
        return path.equals(href) || (href.length() > 1 && path.startsWith(href + "/"));
    }

    /** Administrators see no business data (domain 7.1), unless they hold another role too. */
    private static boolean worksOnCases(Person person) {
        return person.roles().stream().anyMatch(role -> role != Role.ADMIN);
    }

    /** Who has access to Cockpit (contract 3). */
    private static boolean supervises(Person person) {
        return person.is(Role.COMMITTEE_OFFICE)
                || person.is(Role.COUNTY_LEADER)
                || person.is(Role.AUDITOR)
                || person.is(Role.ADMIN);
    }
}
