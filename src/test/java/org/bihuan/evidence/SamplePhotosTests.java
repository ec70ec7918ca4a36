package org.bihuan.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import org.bihuan.shared.CountyTime;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The drawings of the sample county, each place before and after, and a signed slip. */
class SamplePhotosTests {
    private final Inspection inspection =
            new Inspection(new Pictures(), new CountyTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai")));

    @Test
    void everyPlaceIsDrawnBeforeAndAfterAndTaken() throws IOException {
        var drawings = new PathMatchingResourcePatternResolver().getResources("classpath:sample-county/photos/*.jpg");
        var names =
                Arrays.stream(drawings).map(drawing -> drawing.getFilename()).toList();

        assertThat(names).hasSize(17).contains("slip.jpg");
        for (var drawing : drawings) {
            assertThat(inspection
                            .inspect(drawing.getFile().toPath(), Stage.AFTER)
                            .takenAt())
                    .isNull();
            assertThat(drawing.contentLength()).isBetween(20_000L, 60_000L);
        }
        assertThat(names.stream().filter(name -> String.valueOf(name).endsWith("-before.jpg")))
                .allSatisfy(
                        name -> assertThat(names).contains(String.valueOf(name).replace("-before", "-after")));
    }
}
