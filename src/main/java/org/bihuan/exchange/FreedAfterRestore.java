package org.bihuan.exchange;

import org.bihuan.shared.ForUpkeep;
import org.bihuan.shared.Restored;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** After a restore: the node that was taking a ledger in does not go on with it; the next one may at once. */
@Repository
@ForUpkeep
class FreedAfterRestore {
    private final JdbcClient jdbc;

    FreedAfterRestore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(Restored restored) {
        jdbc.sql("update import_batch set lease_until = now() - interval '1 second' where state = 'RUNNING'")
                .update();
    }
}
