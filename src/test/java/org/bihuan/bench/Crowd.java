package org.bihuan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A county crowded with open cases, made by rows: making them one by one would take longer than what is to be measured. */
public final class Crowd {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public Crowd(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** @param officers among whom the cases are spread evenly */
    public void of(int cases, int officers, LocalDate dueOn) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            select set_config('bihuan.cases', :cases, true), set_config('bihuan.officers', :officers, true),
                                   set_config('bihuan.due_on', :dueOn, true)
                            """)
                    .param("cases", String.valueOf(cases))
                    .param("officers", String.valueOf(officers))
                    .param("dueOn", dueOn.toString())
                    .query()
                    .singleRow();
            jdbc.sql(script()).update();
        });
    }

    private static String script() {
        try {
            return new ClassPathResource("bench/crowd.sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
