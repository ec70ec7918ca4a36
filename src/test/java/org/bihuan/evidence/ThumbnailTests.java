package org.bihuan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bihuan.evidence.SampleFiles.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.bihuan.shared.CountyTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailTests {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    Path dataDir;

    @SuppressWarnings("NullAway.Init") // made before each test
    private EvidenceStore store;

    @SuppressWarnings("NullAway.Init")
    private Thumbnails thumbnails;

    @BeforeEach
    void openStore() {
        store = new EvidenceStore(new EvidenceSettings(dataDir));
        thumbnails =
                new Thumbnails(store, new Pictures(), new CountyTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai")));
    }

    @Test
    void aPhotoIsMadeSmall() throws IOException {
        var small = thumbnailOf(photo("photo-01.jpg"), FileKind.JPEG);

        assertThat(small.getWidth()).isEqualTo(480);
        assertThat(small.getHeight()).isEqualTo(360);
    }

    @Test
    void aPhotoTakenSidewaysStandsUpright() throws IOException {
        var lying = ImageIO.read(new ByteArrayInputStream(photo("photo-11.jpg")));
        var upright = thumbnailOf(photo("photo-11.jpg"), FileKind.JPEG);

        assertThat(upright.getWidth()).isEqualTo(360);
        assertThat(upright.getHeight()).isEqualTo(480);
        // Orientation 6: what is stored at the left edge is shown at the top.
        assertAlike(upright, 180, 20, lying, lying.getWidth() / 24, lying.getHeight() / 2);
        assertAlike(upright, 340, 460, lying, lying.getWidth() * 23 / 24, lying.getHeight() / 18);
    }

    @Test
    void everyKindOfPictureHasOne() throws IOException {
        assertThat(thumbnailOf(photo("photo-09.jpg"), FileKind.PNG).getWidth()).isEqualTo(480);
        assertThat(thumbnailOf(photo("drawing.webp"), FileKind.WEBP).getHeight())
                .isEqualTo(270);
        assertThat(thumbnailOf(SampleFiles.cmykJpeg(), FileKind.JPEG).getWidth())
                .isEqualTo(64);
    }

    @Test
    void whatIsSmallStaysAsItIsAndWhatIsClearBecomesWhite() throws IOException {
        var small = thumbnailOf(SampleFiles.png(), FileKind.PNG);

        assertThat(small.getWidth()).isEqualTo(80);
        assertThat(small.getRGB(75, 30) & 0xFF).isGreaterThan(245);
    }

    @Test
    void aVeryLongPictureKeepsAtLeastOnePixel() throws IOException {
        var strip = SampleFiles.encoded(new BufferedImage(6000, 2, BufferedImage.TYPE_INT_RGB), "png");

        assertThat(thumbnailOf(strip, FileKind.PNG).getHeight()).isEqualTo(1);
    }

    @Test
    void itIsMadeOnceHoweverManyAskAtOnce() throws Exception {
        var sha256 = kept(photo("photo-01.jpg"));
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Path> look = () -> thumbnails.of(sha256, FileKind.JPEG);
            var looks = pool.invokeAll(Stream.generate(() -> look).limit(16).toList());
            for (var seen : looks) {
                assertThat(ImageIO.read(seen.get().toFile()).getWidth()).isEqualTo(480);
            }
        } finally {
            pool.shutdown();
        }
        var made = Files.getLastModifiedTime(store.small(sha256));
        assertThat(Files.getLastModifiedTime(thumbnails.of(sha256, FileKind.JPEG)))
                .isEqualTo(made);
        try (var left = Files.list(dataDir.resolve("evidence/arriving"))
                .filter(file -> file.toString().endsWith(".part"))) {
            assertThat(left).isEmpty();
        }
    }

    private BufferedImage thumbnailOf(byte[] file, FileKind kind) throws IOException {
        return ImageIO.read(thumbnails.of(kept(file), kind).toFile());
    }

    private String kept(byte[] file) {
        try (var arrival = store.receive(new ByteArrayInputStream(file))) {
            store.settle(arrival);
            return arrival.sha256();
        }
    }

    private static void assertAlike(BufferedImage a, int ax, int ay, BufferedImage b, int bx, int by) {
        for (var shift = 0; shift <= 16; shift += 8) {
            var one = a.getRGB(ax, ay) >> shift & 0xFF;
            assertThat(one).isCloseTo(b.getRGB(bx, by) >> shift & 0xFF, within(40));
        }
    }
}
