package org.bihuan.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two braces side by side would be code in Tasklist. */
class InertBracesTests {
    @ParameterizedTest
    @CsvSource({
        "{{7*7}}, {\u2060{7*7}}",
        "{{{a}}}, {\u2060{\u2060{a}}}",
        "一个{大括号}不变, 一个{大括号}不变",
        "{{, {\u2060{",
        "{ {a}}, { {a}}"
    })
    void neverLeaveSideBySide(String said, String sent) {
        assertThat(new String(InertBraces.parted(said.getBytes(UTF_8)), UTF_8)).isEqualTo(sent);
    }
}
