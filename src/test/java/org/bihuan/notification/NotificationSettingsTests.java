package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class NotificationSettingsTests {
    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(NotificationRoom.class);

    @Test
    void withoutAPropertyTheDefaultsOfTheContractHold() {
        application.run(context -> {
            var settings = context.getBean(NotificationSettings.class);
            assertThat(settings.officeHours()).isEqualTo(OfficeHours.of("08:30-17:30"));
            assertThat(settings.digestAt()).isEqualTo(LocalTime.of(8, 30));
            assertThat(settings.mailPerMinute()).isEqualTo(120);
            assertThat(settings.linkTo("341721-107-2026-G-00001"))
                    .isEqualTo("http://localhost:8080/t/341721-107-2026-G-00001");
            assertThat(settings.sender()).isEqualTo("noreply@bihuan.example");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "https://aqyh.dongzhi.gov.cn/, , noreply@aqyh.dongzhi.gov.cn",
        "https://aqyh.dongzhi.gov.cn, ab@dongzhi.gov.cn, ab@dongzhi.gov.cn",
        "http://10.1.2.3:8080, , noreply@bihuan.example", // a number is no domain
        "http://server, , noreply@bihuan.example",
    })
    void mailsComeFromTheHomeOfTheApplicationOrFromWhereThePropertySays(String baseUrl, String from, String sender) {
        application
                .withPropertyValues("bihuan.base-url=" + baseUrl, "bihuan.mail-from=" + (from == null ? "" : from))
                .run(context -> assertThat(
                                context.getBean(NotificationSettings.class).sender())
                        .isEqualTo(sender));
    }

    @ParameterizedTest
    @CsvSource({
        "bihuan.office-hours, 17:30-08:30",
        "bihuan.digest-at, 18:00", // could never leave
        "bihuan.mail-per-minute, 0"
    })
    void aSettingUnderWhichNoMailCouldLeaveStopsTheStart(String property, String value) {
        application
                .withPropertyValues(property + "=" + value)
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void withoutOfficeHoursTheDigestMayHaveAnyTime() {
        application
                .withPropertyValues("bihuan.office-hours=always", "bihuan.digest-at=23:00")
                .run(context -> assertThat(context).hasNotFailed());
    }
}
