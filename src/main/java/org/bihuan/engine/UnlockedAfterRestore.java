package org.bihuan.engine;

import org.bihuan.shared.ForUpkeep;
import org.bihuan.shared.Restored;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** After a restore: the node that held a job when the back-up was made does not come back for it. */
@Repository
@ForUpkeep
class UnlockedAfterRestore {
    private final JdbcClient jdbc;

    UnlockedAfterRestore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(Restored restored) {
        jdbc.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ is not null")
                .update();
    }
}
