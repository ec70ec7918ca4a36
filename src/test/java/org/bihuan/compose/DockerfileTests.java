package org.bihuan.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DockerfileTests {
    private final Dockerfile image = new Dockerfile();

    @Test
    void itRunsTheFatJarAsAnUnprivilegedUserOnAReadOnlyPlace() {
        assertThat(image.one("FROM")).isEqualTo("eclipse-temurin:17-jre");
        assertThat(image.one("USER")).isEqualTo("10001:10001");
        assertThat(image.all("COPY"))
                .as("nothing that the user could change")
                .containsExactly("--chmod=444 target/bihuan.jar /opt/bihuan/bihuan.jar");
        assertThat(image.entrypoint()).startsWith("java").endsWith("-jar", "/opt/bihuan/bihuan.jar");
        assertThat(image.one("ENV")).contains("SPRING_PROFILES_ACTIVE=prod", "BIHUAN_DATA_DIR=/data");
        assertThat(image.one("VOLUME")).isEqualTo("/data");
    }

    @Test
    void itAsksForReadinessWithoutProgramsTheImageLacks() {
        assertThat(image.healthcheck().subList(0, 2)).isEqualTo(List.of("bash", "-c"));
        assertThat(image.healthcheck().get(2))
                .contains("/actuator/health/readiness")
                .doesNotContain("curl", "wget");
    }
}
