package org.bihuan.hazard.adapter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.bihuan.hazard.CaseLogProof;
import org.bihuan.hazard.EntryKind;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LogHead;
import org.bihuan.shared.ForUpkeep;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the log of the whole county once, in order, and holds one entry at a time. */
@Repository
@ForUpkeep
class EveryChain implements CaseLogProof {
    private static final int ROWS_AT_A_TIME = 1000;

    private final JdbcTemplate rows;
    private final TransactionTemplate transaction;

    EveryChain(DataSource database, PlatformTransactionManager transactions) {
        this.rows = new JdbcTemplate(database);
        this.rows.setFetchSize(ROWS_AT_A_TIME); // counts within a transaction only
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    @Override
    public Result prove() {
        var walk = new Walk();
        transaction.executeWithoutResult(begun -> rows.query("""
                select h.number, h.log_seq, h.log_head, l.seq, l.at, l.by_person, l.kind, l.data, l.previous_hash, l.hash
                from hazard h left join case_log l on l.hazard = h.number
                order by h.number, l.seq
                """, walk));
        return walk.result();
    }

    /** The case at hand, how far its chain holds, and what it claims its head to be. */
    private static final class Walk implements RowCallbackHandler {
        private final TreeMap<String, HazardNumber> broken = new TreeMap<>();
        private @Nullable String number;
        private LogHead reached = LogHead.START;
        private LogHead claimed = LogHead.START;
        private long cases;
        private long entries;

        @Override
        public void processRow(ResultSet row) throws SQLException {
            if (!row.getString("number").equals(number)) {
                endCase();
                number = row.getString("number");
                reached = LogHead.START;
                claimed = new LogHead(row.getInt("log_seq"), row.getString("log_head"));
                cases++;
            }
            if (row.getString("hash") != null) {
                entries++;
                follow(row);
            }
        }

        private void follow(ResultSet row) throws SQLException {
            var hash = ChainedHash.of(
                    reached.hash(),
                    row.getString("number"),
                    reached.seq() + 1,
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("by_person"),
                    EntryKind.valueOf(row.getString("kind")),
                    row.getString("data"));
            if (row.getInt("seq") != reached.seq() + 1
                    || !row.getString("previous_hash").equals(reached.hash())
                    || !row.getString("hash").equals(hash)) {
                isBroken();
            }
            reached = new LogHead(row.getInt("seq"), row.getString("hash"));
        }

        private void endCase() {
            if (!reached.equals(claimed)) {
                isBroken();
            }
        }

        private void isBroken() {
            if (number != null) {
                broken.put(number, HazardNumber.of(number));
            }
        }

        Result result() {
            endCase();
            return new Result(cases, entries, List.copyOf(broken.values()));
        }
    }
}
