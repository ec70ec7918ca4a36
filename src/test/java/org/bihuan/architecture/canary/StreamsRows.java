package org.bihuan.architecture.canary;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Offends: leaves a connection open behind it. */
public class StreamsRows {
    long hazards(JdbcClient jdbc) {
        return jdbc.sql("select number from hazard").query(String.class).stream()
                .count();
    }
}
