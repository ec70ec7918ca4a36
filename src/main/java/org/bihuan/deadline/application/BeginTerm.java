package org.bihuan.deadline.application;

import org.bihuan.calendar.CountyCalendar;
import org.bihuan.deadline.CaseTraits;
import org.bihuan.deadline.ClockKind;
import org.bihuan.deadline.ClockOwner;
import org.bihuan.deadline.adapter.Clocks;
import org.bihuan.deadline.adapter.Rungs;
import org.bihuan.deadline.application.DeadlineTables.Purpose;
import org.bihuan.deadline.domain.Clock;
import org.bihuan.deadline.domain.CountedDay;
import org.bihuan.deadline.domain.Start;
import org.bihuan.hazard.Hazard;
import org.bihuan.shared.CountyTime;
import org.springframework.stereotype.Component;

/** Begins a term: its clock, and with it every rung of its ladder (N1). */
@Component
class BeginTerm {
    private final Clocks clocks;
    private final Rungs rungs;
    private final DeadlineTables tables;
    private final Ladders ladders;
    private final CountyCalendar calendar;
    private final CountyTime time;

    BeginTerm(
            Clocks clocks,
            Rungs rungs,
            DeadlineTables tables,
            Ladders ladders,
            CountyCalendar calendar,
            CountyTime time) {
        this.clocks = clocks;
        this.rungs = rungs;
        this.tables = tables;
        this.ladders = ladders;
        this.calendar = calendar;
        this.time = time;
    }

    Clock perform(Hazard hazard, ClockKind kind, ClockOwner owner, Start start) {
        var traits = CaseTraits.of(hazard);
        var clock = clocks.begin(
                new Clock(
                        hazard.number(),
                        kind,
                        0,
                        hazard.round(),
                        owner,
                        time.today(),
                        start.dueDay().date(),
                        start.originalDueOn(),
                        start.dueDay().estimated(),
                        start.dueDay().explanation(),
                        start.counted().count(),
                        tables.term(Purpose.of(kind), traits, false).soonDays(),
                        start.isImmediate(),
                        start.countsFrom(),
                        null,
                        null,
                        null),
                revisionBehind(start));
        rungs.add(ladders.of(kind, traits).of(clock, start));
        return clock;
    }

    /** The term of the table, counted from today. */
    CountedDay counted(Purpose purpose, Hazard hazard, boolean immediate) {
        return tables.term(purpose, CaseTraits.of(hazard), immediate).from(time.today(), calendar.workingDays());
    }

    /** What goes on may have been told by an older calendar: where the present one counts otherwise, the next sweep looks. */
    private int revisionBehind(Start start) {
        var days = calendar.workingDays();
        var count = start.counted().count();
        return count == null || count.by(days).equals(start.dueDay()) ? days.revision() : 0;
    }
}
