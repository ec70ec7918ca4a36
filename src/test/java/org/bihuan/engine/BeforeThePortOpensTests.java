package org.bihuan.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TimeZone;
import org.bihuan.shared.Unfit;
import org.junit.jupiter.api.Test;

class BeforeThePortOpensTests {
    @Test
    void onlyUtcIsTakenForTheZone() {
        assertThatCode(() -> BeforeThePortOpens.checkZone(TimeZone.getTimeZone("Etc/UTC")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> BeforeThePortOpens.checkZone(TimeZone.getTimeZone("Asia/Shanghai")))
                .isInstanceOf(Unfit.class)
                .hasMessageContaining("Asia/Shanghai");
    }

    @Test
    void aDatabaseThatForgetsIsRefused() {
        assertThatCode(() -> BeforeThePortOpens.checkDurable("fsync", "on")).doesNotThrowAnyException();
        assertThatThrownBy(() -> BeforeThePortOpens.checkDurable("fsync", "off"))
                .isInstanceOf(Unfit.class)
                .hasMessageContaining("fsync = off");
    }

    @Test
    void anEmptyAdministratorsGroupIsRefused() {
        assertThatThrownBy(() -> BeforeThePortOpens.checkAdministrator(false)).isInstanceOf(Unfit.class);
    }
}
