package org.bihuan.web;

import java.util.List;
import java.util.Objects;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.engine.Cases;
import org.bihuan.security.Credentials;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of the matrix share: its five cases, once a class, and somebody who asks as each of the people. */
@CountyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WhoSeesWhatTest {
    @LocalServerPort
    int port;

    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    private @Nullable Clerk clerk;
    private @Nullable Sight sight;

    @BeforeEach
    void fiveCases(@Autowired Cases engine, @Autowired Credentials credentials) {
        if (sight == null) {
            sight = new Sight(county, engine);
            clerk = new Clerk(port, credentials);
        }
        county.todayIs("2026-09-21");
    }

    static List<String> people() {
        return Sight.people();
    }

    Clerk clerk() {
        return Objects.requireNonNull(clerk);
    }

    Sight sight() {
        return Objects.requireNonNull(sight);
    }
}
