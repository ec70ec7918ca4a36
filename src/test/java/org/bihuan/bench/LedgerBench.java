package org.bihuan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.bihuan.Browser;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.organisation.PersonId;
import org.bihuan.security.Credentials;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What people wait for when they search a ledger of 100,000 open hazards, over HTTP and with everything a page takes. */
@CountyTest
@DirtiesContext
class LedgerBench {
    private static final int CASES = Integer.getInteger("bihuan.cases", 100_000);
    private static final int TIMES = 21;
    private static final String PASSWORD = "Bihuan-demo-2026";
    private static final List<String> USERS = List.of("office1", "inspector-yaodu", "safety-005");
    private static final List<String> QUERIES = List.of(
            "",
            "?sort=-dueOn",
            "?overdue=true",
            "?grade=GENERAL&region=341721100",
            "?q=%E9%85%8D%E7%94%B5%E7%AE%B1",
            "?dueFrom=2026-10-01&dueTo=2026-10-31&status=RECTIFYING");

    @LocalServerPort
    int port;

    @Autowired
    County county;

    @Autowired
    Credentials credentials;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Environment environment;

    @Test
    void queries() {
        new Crowd(jdbc, transaction).of(CASES, 5_000, LocalDate.of(2026, 10, 20));
        PlannerStatistics.renew(environment);
        county.todayIs("2026-10-21");
        credentials.setWhereMissing(USERS.stream().map(PersonId::of).toList(), PASSWORD);
        var program = Browser.at(port);
        for (var user : USERS) {
            for (var query : QUERIES) {
                Figures.note(
                        "GET /hazards" + query + " as " + user,
                        CASES + " cases, median of " + TIMES,
                        median(() -> assertThat(program.basic("GET", "/api/v1/hazards" + query, user, PASSWORD)
                                        .status())
                                .isEqualTo(200)));
            }
            var browser = Browser.at(port).login(user, PASSWORD);
            for (var page : List.of("/", "/ledger")) {
                Figures.note(
                        "page " + page + " as " + user,
                        CASES + " cases, median of " + TIMES,
                        median(() -> assertThat(browser.page(page).status()).isEqualTo(200)));
            }
        }
    }

    private static Duration median(Runnable work) {
        work.run();
        var nanos = IntStream.range(0, TIMES)
                .mapToLong(n -> {
                    var start = System.nanoTime();
                    work.run();
                    return System.nanoTime() - start;
                })
                .sorted()
                .toArray();
        return Duration.ofNanos(nanos[TIMES / 2]);
    }
}
