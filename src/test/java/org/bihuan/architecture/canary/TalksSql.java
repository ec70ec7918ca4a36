package org.bihuan.architecture.canary;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Offends: SQL outside a repository. */
public class TalksSql {
    int count(JdbcClient jdbc) {
        return jdbc.sql("select 1").query(Integer.class).single();
    }
}
