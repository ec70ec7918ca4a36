package org.bihuan.security;

import org.bihuan.shared.ForUpkeep;
import org.bihuan.shared.Restored;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** After a restore: a login that was ended since the back-up must not come to life again, so all log in anew. */
@Repository
@ForUpkeep
class SessionsEndAfterRestore {
    private final JdbcClient jdbc;

    SessionsEndAfterRestore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(Restored restored) {
        jdbc.sql("delete from web_session").update();
    }
}
