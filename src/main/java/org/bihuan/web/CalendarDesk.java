package org.bihuan.web;

import org.bihuan.calendar.CalendarKeeping;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.rectification.DueDateCorrections;
import org.bihuan.shared.NotAllowed;
import org.springframework.stereotype.Component;

/**
 * Who keeps the calendar, and what the page {@code /calendar} shows to them beside the calendar itself. Administrators keep it, and the
 * committee office does; due dates are business, so they are the committee office's alone (domain 7.1).
 */
@Component("calendarDesk")
public class CalendarDesk {
    private final CalendarKeeping keeping;
    private final DueDateCorrections corrections;
    private final CurrentPerson current;

    CalendarDesk(CalendarKeeping keeping, DueDateCorrections corrections, CurrentPerson current) {
        this.keeping = keeping;
        this.corrections = corrections;
        this.current = current;
    }

    public boolean isKeptByReader() {
        return current.find().map(CalendarDesk::keeps).orElse(false);
    }

    /** Due dates that wait for the reader's confirmation; none for everybody else. */
    public int waiting() {
        return current.find().filter(CalendarDesk::moves).isPresent() ? corrections.waiting() : 0;
    }

    public int yearToCome() {
        return keeping.yearToCome();
    }

    /** @throws NotAllowed unless the reader keeps the calendar */
    Person keeper() {
        return must("KEEP_THE_CALENDAR", keeps(current.get()));
    }

    /** @throws NotAllowed unless the reader may move due dates */
    Person mover() {
        return must("CORRECT_DUE_DATES", moves(current.get()));
    }

    static boolean keeps(Person person) {
        return person.is(Role.ADMIN) || person.is(Role.COMMITTEE_OFFICE);
    }

    private static boolean moves(Person person) {
        return person.is(Role.COMMITTEE_OFFICE);
    }

    private Person must(String code, boolean may) {
        if (!may) {
            throw new NotAllowed(code);
        }
        return current.get();
    }
}
