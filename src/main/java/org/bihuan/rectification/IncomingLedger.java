package org.bihuan.rectification;

import java.util.List;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.Takeover;
import org.bihuan.organisation.Person;

/** The door for ledgers kept before. */
public interface IncomingLedger {

    /**
     * Takes rows in, in their order, in the caller's transaction: closed ones as history, open ones running at the step where
     * they stand with their clocks; nobody is told at once, the next digest has them (N3). A row is given status RECTIFYING or
     * SUBMITTED; it becomes REGISTERED here when its unit or person is missing.
     *
     * @param by who brings the ledger
     */
    List<Hazard> takeOver(List<Takeover> rows, Person by);
}
