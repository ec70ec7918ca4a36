package org.bihuan.notification;

import java.time.ZoneOffset;
import org.bihuan.shared.ForUpkeep;
import org.bihuan.shared.Restored;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** After a restore: a row that reads NEW may have been sent since the back-up, so none leaves by itself (platform 5). */
@Repository
@ForUpkeep
class MailSetAside {
    private final JdbcClient jdbc;

    MailSetAside(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(Restored restored) {
        jdbc.sql("""
                        update mail_outbox set status = 'SKIPPED', set_aside_at = :at, lease_until = null, lease_holder = null
                        where status = 'NEW'
                        """).param("at", restored.at().atOffset(ZoneOffset.UTC)).update();
    }
}
