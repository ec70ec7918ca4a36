package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeHoursTests {

    @ParameterizedTest
    @CsvSource({
        "08:30-17:30, 08:29, false",
        "08:30-17:30, 08:30, true",
        "08:30-17:30, 17:29, true",
        "08:30-17:30, 17:30, false", // the end is no longer office time
        "00:00-24:00, 00:00, true",
        "00:00-24:00, 23:59, true",
        "always,      03:00, true",
    })
    void theWindowHasABeginningAndAnEnd(String hours, LocalTime time, boolean open) {
        assertThat(OfficeHours.of(hours).contains(time)).isEqualTo(open);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "8:30-17:30", "08:30", "17:30-08:30", "08:30-08:30", "08:61-17:30", "08:30-25:00", "never"})
    void whatIsNoWindowIsRefused(String text) {
        assertThatThrownBy(() -> OfficeHours.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("office hours");
    }

    @Test
    void onlyAlwaysIsAlways() {
        assertThat(OfficeHours.of("always").always()).isTrue();
        assertThat(OfficeHours.of("00:00-24:00").always()).isFalse();
    }
}
