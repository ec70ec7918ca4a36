package org.bihuan.deadline.adapter.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.calendar.CountyCalendar;
import org.bihuan.calendar.WorkingDays;
import org.bihuan.deadline.CaseTraits;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.adapter.OpenClocks;
import org.bihuan.deadline.adapter.OpenClocks.OpenClock;
import org.bihuan.deadline.application.DeadlineTables;
import org.bihuan.deadline.application.DeadlineTables.Purpose;
import org.bihuan.deadline.domain.Term;
import org.bihuan.decisions.Complaint;
import org.bihuan.decisions.DifferenceCount;
import org.bihuan.decisions.Differences;
import org.bihuan.decisions.Domain;
import org.bihuan.decisions.RuleTable;
import org.bihuan.decisions.TableContract;
import org.bihuan.engine.DecisionTable.Row;
import org.bihuan.engine.Decisions;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Source;
import org.bihuan.organisation.Organisation;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What {@code deadline.dmn} may say, and what a change of it would do to the running clocks. */
@Component
class DeadlineContract implements TableContract {
    /** Of the term in which a major is examined: L24 leaves no choice. */
    private static final int LAWFUL_EXAMINATION = 10;

    private static final int LONGEST_WORKING = 250;

    private final Organisation organisation;
    private final OpenClocks clocks;
    private final CountyCalendar calendar;
    private final MessageSource messages;

    DeadlineContract(Organisation organisation, OpenClocks clocks, CountyCalendar calendar, MessageSource messages) {
        this.organisation = organisation;
        this.clocks = clocks;
        this.calendar = calendar;
        this.messages = messages;
    }

    @Override
    public String decision() {
        return "deadline";
    }

    @Override
    public Map<String, Domain> inputs() {
        return Map.of(
                "purpose", Domain.Words.of("purpose.", Purpose.values()),
                "grade", Domain.Words.of("grade.", Grade.values()),
                "immediate", new Domain.Truth(),
                "source", Domain.Words.of("source.", Source.values()),
                "highRisk", new Domain.Truth());
    }

    @Override
    public Map<String, Domain> outputs() {
        return Map.of(
                "days", new Domain.Numbers(0, 730),
                "unit", Domain.Words.of("unit.", Term.Unit.values()),
                "rollOver", new Domain.Truth(),
                "earliest", new Domain.Numbers(0, 365),
                "latest", new Domain.Numbers(0, 365),
                "soonDays", new Domain.Numbers(0, 60));
    }

    @Override
    public List<Complaint> complaints(RuleTable table) {
        var complaints = new ArrayList<Complaint>();
        for (var row : table.table().rows()) {
            ofTheTerm(table, row, complaints);
        }
        for (var row : table.rowsFor(Map.of("purpose", "RECTIFY"))) {
            ofTheBand(table, row, complaints);
        }
        for (var row : table.rowsFor(Map.of("purpose", "VERIFY", "grade", "MAJOR"))) {
            if (table.number(row, "days") > LAWFUL_EXAMINATION || isWorking(table, row)) {
                complaints.add(Complaint.inRow(row.number(), "deadline.EXAMINATION", LAWFUL_EXAMINATION));
            }
        }
        return complaints;
    }

    private static void ofTheTerm(RuleTable table, Row row, List<Complaint> complaints) {
        var days = table.number(row, "days");
        if (isWorking(table, row) && (days < 1 || days > LONGEST_WORKING)) {
            complaints.add(Complaint.inRow(row.number(), "deadline.WORKING_DAYS", LONGEST_WORKING));
        }
        if (table.number(row, "earliest") > table.number(row, "latest")) {
            complaints.add(Complaint.inRow(row.number(), "deadline.EARLIEST_AFTER_LATEST"));
        }
    }

    /** Where nobody names a day the county's own must be one that may be named. */
    private static void ofTheBand(RuleTable table, Row row, List<Complaint> complaints) {
        var days = table.number(row, "days");
        var lies = days >= table.number(row, "earliest") && days <= table.number(row, "latest");
        if (!isWorking(table, row) && !lies) {
            complaints.add(Complaint.inRow(row.number(), "deadline.TERM_OUTSIDE_THE_BAND"));
        }
        if (table.number(row, "latest") < 1) {
            complaints.add(Complaint.inRow(row.number(), "deadline.NO_DAY_MAY_BE_NAMED"));
        }
    }

    private static boolean isWorking(RuleTable table, Row row) {
        return table.text(row, "unit").equals(Term.Unit.WORKING.name());
    }

    @Override
    public Differences differences(Change change) {
        var trial = new Trial(change.inForce(), change.changed());
        var count = new DifferenceCount();
        clocks.forEach(clock -> trial.on(clock, count));
        return count.all();
    }

    /** Terms by what is asked for: a county asks for few kinds of them, however many cases it has. */
    private final class Terms {
        private final Decisions answering;
        private final DeadlineTables tables;
        private final Map<Object, Term> known = new HashMap<>();

        Terms(Decisions answering) {
            this.answering = answering;
            this.tables = new DecisionTables(answering, organisation);
        }

        Term of(Purpose purpose, CaseTraits traits, boolean immediate) {
            var moment = traits.registeredAt();
            var version = (moment == null ? answering : answering.asOf(moment)).version(decision());
            var kind = List.of(
                    purpose, traits.grade(), traits.source(), String.valueOf(traits.industry()), immediate, version);
            return known.computeIfAbsent(kind, question -> tables.term(purpose, traits, immediate));
        }

        int soonDays(ClockKind clock, CaseTraits traits) {
            return of(Purpose.of(clock), traits, false).soonDays();
        }
    }

    private final class Trial {
        private final Terms inForce;
        private final Terms changed;
        private final WorkingDays days = calendar.workingDays();

        Trial(Decisions inForce, Decisions changed) {
            this.inForce = new Terms(inForce);
            this.changed = new Terms(changed);
        }

        void on(OpenClock clock, DifferenceCount count) {
            var purpose = purpose(clock);
            var immediate = purpose == Purpose.REWORK && clock.immediate();
            var of = clock.traits();
            var kind = CaseTraits.coming(of.grade(), of.source(), of.industry());
            var term = changed.of(purpose, kind, immediate);
            var soon = changed.soonDays(clock.kind(), kind);
            if (term.equals(inForce.of(purpose, kind, immediate)) && soon == inForce.soonDays(clock.kind(), kind)) {
                return;
            }
            var before = say(clock.dueOn(), clock.soonDays());
            var after = say(isByTable(purpose, clock) ? dueDay(term, clock) : clock.dueOn(), soon);
            if (!before.equals(after)) {
                count.add(new Differences.Line(clock.hazard(), word("clock." + clock.kind()), before, after));
            }
        }

        /** A day that somebody named, granted or brought along is no matter of the table. */
        private boolean isByTable(Purpose purpose, OpenClock clock) {
            return switch (purpose) {
                case ACCEPT -> true;
                case REWORK ->
                    dueDay(inForce.of(purpose, clock.traits(), clock.immediate()), clock)
                            .equals(clock.dueOn());
                default -> clock.counted();
            };
        }

        private LocalDate dueDay(Term term, OpenClock clock) {
            var day = term.from(clock.since(), days).date();
            if (clock.kind() == ClockKind.ACCEPT && clock.rectifyBy() != null && day.isAfter(clock.rectifyBy())) {
                return clock.rectifyBy(); // accepting may not take longer than the whole work (5.1)
            }
            var approved = purpose(clock) == Purpose.REWORK ? clock.approved() : null;
            return approved != null && day.isBefore(approved) ? approved : day; // the later of the two (4.5)
        }

        private Purpose purpose(OpenClock clock) {
            return clock.kind() == ClockKind.RECTIFY && clock.round() > 1 ? Purpose.REWORK : Purpose.of(clock.kind());
        }
    }

    private String say(LocalDate dueOn, int soonDays) {
        return word("decisions.dueOn", dueOn, soonDays);
    }

    private String word(String key, Object... arguments) {
        var texts = Arrays.stream(arguments).map(String::valueOf).toArray();
        return messages.getMessage(key, texts, Locale.SIMPLIFIED_CHINESE);
    }
}
