package org.bihuan.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.deadline.ClockView;
import org.bihuan.deadline.RunningClocks;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.LedgerQuery;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.hazard.Status;
import org.bihuan.letters.CaseLetters;
import org.bihuan.notification.Alarms;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.shared.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 首页: what waits and what burns in the part of the county the reader sees; one look, one click to the work. */
@Controller
class StartPageController {
    private static final int SHOWN = 8;
    private static final Set<Status> OPEN =
            EnumSet.of(Status.REGISTERED, Status.ASSIGNED, Status.RECTIFYING, Status.SUBMITTED);

    private final LedgerReader reader;
    private final RunningClocks runningClocks;
    private final CaseNames names;
    private final CountyCalendar calendar;
    private final CurrentPerson current;
    private final Alarms alarms;
    private final CaseLetters letters;
    private final CountyTime time;

    StartPageController(
            LedgerReader reader,
            RunningClocks runningClocks,
            CaseNames names,
            CountyCalendar calendar,
            CurrentPerson current,
            Alarms alarms,
            CaseLetters letters,
            CountyTime time) {
        this.reader = reader;
        this.runningClocks = runningClocks;
        this.names = names;
        this.calendar = calendar;
        this.current = current;
        this.alarms = alarms;
        this.letters = letters;
        this.time = time;
    }

    @GetMapping("/")
    String start(Model model) {
        var person = current.get();
        model.addAttribute("person", person);
        model.addAttribute("hasBusiness", hasBusiness(person));
        model.addAttribute("counts", hasBusiness(person) ? counts(person) : List.of());
        model.addAttribute("overdue", hasBusiness(person) ? lines(person, overdue()) : List.of());
        model.addAttribute("soon", hasBusiness(person) ? lines(person, soon()) : List.of());
        model.addAttribute("alarms", person.is(Role.ADMIN) ? alarms.standing() : List.of());
        model.addAttribute("yearMissing", isNextYearMissing() ? time.today().getYear() + 1 : null);
        model.addAttribute("keepsTheCalendar", person.is(Role.COMMITTEE_OFFICE) || person.is(Role.ADMIN));
        model.addAttribute("lettersWaiting", person.is(Role.COMMITTEE_OFFICE) ? letters.waiting() : 0);
        return "start";
    }

    /** An administrator keeps the machine running and has no business data (domain 7.1). */
    private static boolean hasBusiness(Person person) {
        return person.roles().stream().anyMatch(role -> role != Role.ADMIN);
    }

    private List<Count> counts(Person person) {
        var counts = new ArrayList<Count>();
        counts.add(count(person, "start.overdue", "overdue", overdue(), "/ledger?overdue=true&sort=dueOn"));
        counts.add(count(
                person,
                "start.soon",
                "soon",
                soon(),
                "/ledger?sort=dueOn&status=ASSIGNED,RECTIFYING&dueFrom=" + time.today() + "&dueTo=" + soonUntil()));
        if (person.enterprise() == null) {
            counts.add(count(person, "start.toReview", "", in(Status.REGISTERED), "/ledger?status=REGISTERED"));
        }
        counts.add(count(person, "start.toAccept", "", in(Status.ASSIGNED), "/ledger?status=ASSIGNED"));
        if (person.enterprise() != null) {
            counts.add(count(person, "start.toRectify", "", in(Status.RECTIFYING), "/ledger?status=RECTIFYING"));
        }
        counts.add(count(person, "start.toVerify", "verify", in(Status.SUBMITTED), "/ledger?status=SUBMITTED"));
        return counts;
    }

    private Count count(Person person, String key, String kind, LedgerQuery query, String href) {
        var page = reader.search(query, person);
        return new Count(key, kind, page.total(), page.totalCapped(), href);
    }

    private List<Line> lines(Person person, LedgerQuery query) {
        var items = reader.search(query, person).items();
        var clocks = runningClocks.present(items);
        return items.stream()
                .map(hazard -> new Line(hazard, names.responsible(hazard), clocks.get(hazard.number())))
                .toList();
    }

    private LedgerQuery overdue() {
        return query(OPEN, true, false);
    }

    private LedgerQuery soon() {
        return query(EnumSet.of(Status.ASSIGNED, Status.RECTIFYING), false, true);
    }

    private LedgerQuery in(Status status) {
        return query(EnumSet.of(status), false, false);
    }

    private LedgerQuery query(Set<Status> statuses, boolean overdue, boolean soon) {
        var today = time.today();
        return new LedgerQuery(
                statuses,
                null,
                null,
                null,
                null,
                null,
                overdue ? today : null,
                null,
                null,
                soon ? today : null,
                soon ? soonUntil() : null,
                null,
                LedgerQuery.Sort.DUE,
                false,
                SHOWN,
                null);
    }

    private LocalDate soonUntil() {
        return calendar.workingDays().plusWorkingDays(time.today(), 3).date();
    }

    /** From 1 November a warning stands here while next year's notice is missing (6.3). */
    private boolean isNextYearMissing() {
        var today = time.today();
        return today.getMonthValue() >= 11 && !calendar.workingDays().isKnown(today.getYear() + 1);
    }

    /** @param key of its Chinese name; {@code isCapped} whether there are more than counted */
    record Count(String key, String kind, long number, boolean isCapped, String href) {}

    /** @param clock the clock that counts first; null while none runs */
    record Line(Hazard hazard, String responsible, @Nullable ClockView clock) {}
}
