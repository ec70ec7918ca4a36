package org.bihuan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.CountyTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who can log in to a fresh sample county. */
@CountyTest
class SamplePasswordsTests {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestRestTemplate http;

    @Test
    void everyPersonHasThePasswordAndItIsHashed() {
        assertThat(jdbc.sql("select id from person where id not in (select person from credential)")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(jdbc.sql("select distinct password_hash from credential")
                        .query(String.class)
                        .list())
                .allMatch(hash -> hash.startsWith("{bcrypt}"));
    }

    @Test
    void itOpensTheDoorAndAnotherDoesNot() {
        assertThat(http.withBasicAuth("office1", "Bihuan-demo-2026")
                        .getForEntity("/api/v1/calendar/working-days?from=2026-09-24&plus=1", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(http.withBasicAuth("office1", "Bihuan-demo-2025")
                        .getForEntity("/api/v1/calendar/working-days?from=2026-09-24&plus=1", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }
}
