package org.bihuan.rectification.application;

import java.util.List;
import org.bihuan.deadline.CalendarMoves;
import org.bihuan.deadline.CalendarMoves.Moved;
import org.bihuan.deadline.CalendarMoves.Waiting;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.HazardLedger;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogEntry;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.rectification.DueDateCorrections;
import org.bihuan.shared.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The committee office confirms what a new notice makes of due dates. Each case is a step of its own, so that one that is being worked on
 * holds up nothing but itself, and what was not reached waits on the list.
 */
@Service
class CorrectDueDates implements DueDateCorrections {
    private static final int CHUNK = 50;

    private final CalendarMoves moves;
    private final HazardLedger ledger;
    private final TransactionTemplate transaction;

    CorrectDueDates(CalendarMoves moves, HazardLedger ledger, TransactionTemplate transaction) {
        this.moves = moves;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    @Override
    public int waiting() {
        return moves.waiting();
    }

    @Override
    public List<Waiting> waiting(int page, int size) {
        return moves.waiting(page, size);
    }

    @Override
    public int confirm(Person by) {
        if (!by.is(Role.COMMITTEE_OFFICE)) {
            throw new NotAllowed("CORRECT_DUE_DATES");
        }
        var moved = 0;
        @Nullable HazardNumber behind = null;
        for (var cases = moves.casesBehind(null, CHUNK); !cases.isEmpty(); cases = moves.casesBehind(behind, CHUNK)) {
            for (var number : cases) {
                moved += inTransaction(number, by);
            }
            behind = cases.get(cases.size() - 1);
        }
        return moved;
    }

    private int inTransaction(HazardNumber number, Person by) {
        var moved = transaction.execute(status -> move(number, by));
        return moved == null ? 0 : moved;
    }

    private int move(HazardNumber number, Person by) {
        var outcome = moves.move(ledger.lock(number));
        var hazard = outcome.hazard();
        for (var moved : outcome.moved()) {
            hazard = ledger.save(hazard, entry(moved, by));
        }
        return outcome.moved().size();
    }

    private static LogEntry entry(Moved moved, Person by) {
        return LogEntry.by(by, EntryKind.CALENDAR)
                .with("clock", moved.clock())
                .with("dueBefore", moved.from())
                .with("dueAfter", moved.to());
    }
}
