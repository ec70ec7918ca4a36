package org.bihuan.exchange;

import java.util.List;
import org.bihuan.organisation.Person;

/**
 * Another kind of table than the ledger that comes in as .xlsx or CSV and is answered row by row, for example the enterprises of the
 * county. Whoever owns the things says what the columns are and judges the rows; reading, waiting, answering and giving rejected rows
 * back is done here.
 */
public interface TableIntake {
    /** Its name in addresses and in the table of imports, at most 16 characters: {@code enterprises}. */
    String subject();

    List<TableColumn> columns();

    /** All there is of it, as rows of such a table. */
    List<TableRow> present();

    /** @throws org.bihuan.shared.NotAllowed for whoever may not bring such a table or look at what became of one */
    void admit(Person person);

    /**
     * Judges all rows in their order; unless it is a dry run, takes the good ones in. Runs in one transaction with the keeping of the
     * verdicts, and may run again when a node has died before its end.
     *
     * @return one verdict a row, in the same order
     */
    List<TableVerdict> take(List<TableRow> rows, Person by, boolean dryRun);
}
