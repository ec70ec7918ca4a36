package org.bihuan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bihuan.evidence.SampleFiles.archive;
import static org.bihuan.evidence.SampleFiles.firstHalf;
import static org.bihuan.evidence.SampleFiles.followedBy;
import static org.bihuan.evidence.SampleFiles.photo;
import static org.bihuan.evidence.SampleFiles.withComment;
import static org.bihuan.evidence.Stage.AFTER;
import static org.bihuan.evidence.Stage.DOCUMENT;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bihuan.shared.CountyTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InspectionTests {
    private static final int MUCH = 1 << 27;

    private final Inspection inspection =
            new Inspection(new Pictures(), new CountyTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai")));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    Path folder;

    static Stream<Arguments> goodFiles() {
        return Stream.of(
                arguments("a photo", photo("photo-01.jpg"), AFTER, "image/jpeg"),
                arguments(
                        "a photo with a byte behind its end",
                        followedBy(photo("photo-02.jpg"), new byte[1]),
                        AFTER,
                        "image/jpeg"),
                arguments(
                        "a photo with a moving picture behind it",
                        followedBy(
                                photo("photo-02.jpg"),
                                "....ftypmp42".repeat(9000).getBytes(StandardCharsets.ISO_8859_1)),
                        AFTER,
                        "image/jpeg"),
                arguments(
                        "a photo with markup in its comment, harmless where it is served",
                        withComment(photo("photo-02.jpg"), "<script>alert(1)</script>"),
                        AFTER,
                        "image/jpeg"),
                arguments("a PNG that is called .jpg", photo("photo-09.jpg"), AFTER, "image/png"),
                arguments(
                        "a PNG with very much packed into its notes",
                        SampleFiles.pngWithPackedNotes(MUCH),
                        AFTER,
                        "image/png"),
                arguments("a WebP", photo("drawing.webp"), AFTER, "image/webp"),
                arguments("a CMYK JPEG from a scanner", SampleFiles.cmykJpeg(), AFTER, "image/jpeg"),
                arguments("a photo of a paper", photo("photo-01.jpg"), DOCUMENT, "image/jpeg"),
                arguments("a PDF", SampleFiles.pdf(), DOCUMENT, "application/pdf"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodFiles")
    void takesByContent(String what, byte[] file, Stage stage, String mediaType) {
        assertThat(inspect(file, stage).kind().mediaType()).as(what).isEqualTo(mediaType);
    }

    static Stream<Arguments> badFiles() {
        var photo = photo("photo-01.jpg");
        return Stream.of(
                arguments("HTML called .jpg", photo("photo-10.jpg"), AFTER, "NOT_AN_IMAGE"),
                arguments("HTML as a document", SampleFiles.html(), DOCUMENT, "NOT_AN_IMAGE"),
                arguments("SVG", SampleFiles.svg(), AFTER, "NOT_AN_IMAGE"),
                arguments("GIF", SampleFiles.gif(), AFTER, "NOT_AN_IMAGE"),
                arguments("a PDF as a photo", SampleFiles.pdf(), AFTER, "NOT_AN_IMAGE"),
                arguments("an archive", archive(), DOCUMENT, "NOT_AN_IMAGE"),
                arguments("nothing", new byte[0], AFTER, "UNREADABLE"),
                arguments("a photo that is an archive too", followedBy(photo, archive()), AFTER, "NOT_AN_IMAGE"),
                arguments(
                        "a photo that is an archive too, with a tail",
                        followedBy(followedBy(photo, archive()), new byte[9]),
                        AFTER,
                        "NOT_AN_IMAGE"),
                arguments("a photo that is a PDF too", withComment(photo, "%PDF-1.4 1 0 obj"), AFTER, "NOT_AN_IMAGE"),
                arguments(
                        "a PDF that is an archive too",
                        followedBy(SampleFiles.pdf(), archive()),
                        DOCUMENT,
                        "NOT_AN_IMAGE"),
                arguments("half a photo", firstHalf(photo), AFTER, "UNREADABLE"),
                arguments("a photo without its last byte", Arrays.copyOf(photo, photo.length - 1), AFTER, "UNREADABLE"),
                arguments("half a PNG", firstHalf(photo("photo-09.jpg")), AFTER, "UNREADABLE"),
                arguments("half a WebP", firstHalf(photo("drawing.webp")), AFTER, "UNREADABLE"),
                arguments("half a PDF", firstHalf(SampleFiles.pdf()), DOCUMENT, "UNREADABLE"),
                arguments(
                        "three magic bytes and a page",
                        followedBy(new byte[] {-1, -40, -1}, SampleFiles.html()),
                        AFTER,
                        "UNREADABLE"),
                arguments("a JPEG of a thousand scans", SampleFiles.withManyScans(photo, 1000), AFTER, "UNREADABLE"),
                arguments("a PNG without width", SampleFiles.pngOfSize(0, 10), AFTER, "UNREADABLE"),
                arguments(
                        "60,000 x 60,000 in a PNG of no size",
                        SampleFiles.pngOfSize(60_000, 60_000),
                        AFTER,
                        "TOO_LARGE"),
                arguments("60,000 x 60,000 in a JPEG", SampleFiles.withHugeFrame(photo), AFTER, "TOO_LARGE"),
                arguments("a huge frame in a small WebP", SampleFiles.webpWithHugeFrame(), AFTER, "TOO_LARGE"),
                arguments("one pixel more than 50 million", SampleFiles.pngOfSize(50_000_001, 1), AFTER, "TOO_LARGE"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void refusesByContent(String what, byte[] file, Stage stage, String code) {
        var refusal = catchThrowableOfType(EvidenceRefused.class, () -> inspect(file, stage));

        assertThat(refusal).as(what).isNotNull();
        assertThat(refusal.code()).as(what).isEqualTo(code);
    }

    @Test
    void noHostileFileMakesTheHeapGrow() throws IOException {
        var bomb = written(SampleFiles.pngWithTooManyPixels(MUCH));
        var notes = written(SampleFiles.pngWithPackedNotes(MUCH));
        var before = allocatedByThisThread();

        assertThat(inspection.inspect(bomb, AFTER).width()).isEqualTo(10);
        assertThat(inspection.inspect(notes, AFTER).width()).isEqualTo(80);

        assertThat(allocatedByThisThread() - before).isLessThan(50_000_000);
    }

    @Test
    void readsWhenThePhotoWasTakenInTheCamerasOwnZone() {
        assertThat(inspect(photo("photo-01.jpg"), AFTER).takenAt()).isEqualTo(Instant.parse("2026-05-12T02:12:07Z"));
        assertThat(inspect(photo("photo-09.jpg"), AFTER).takenAt()).isNull();
    }

    @Test
    void readsTheCountysTimeWhenTheCameraNamesNoZone() {
        var unzoned = CameraNotes.in(exif("2026:05:12 10:12:07"), ZoneId.of("Asia/Shanghai"));

        assertThat(unzoned.takenAt()).isEqualTo(Instant.parse("2026-05-12T02:12:07Z"));
    }

    @Test
    void nonsenseInTheCamerasNotesCountsAsNothing() {
        assertThat(CameraNotes.in(exif("0000:00:00 00:00:00"), ZoneId.of("Asia/Shanghai"))
                        .takenAt())
                .isNull();
        assertThat(CameraNotes.in(exif("not a date at all!!"), ZoneId.of("Asia/Shanghai"))
                        .takenAt())
                .isNull();
        var cutOff = ByteBuffer.wrap(new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, -1, -1, 3});
        assertThat(CameraNotes.in(cutOff, ZoneId.of("Asia/Shanghai"))).isEqualTo(new CameraNotes(null, 1));
    }

    @Test
    void fiftyMegapixelsAreTakenInModerateTimeAndMemory() {
        var huge = new BufferedImage(8660, 5770, BufferedImage.TYPE_BYTE_GRAY);
        var before = allocatedByThisThread();

        var findings = inspect(SampleFiles.encoded(huge, "jpeg"), AFTER);

        assertThat(findings.width()).isEqualTo(8660);
        assertThat(allocatedByThisThread() - before).isLessThan(60_000_000);
    }

    @Test
    void aWebpThatThisMachineCannotHoldIsRefusedBeforeItIsUnpacked() {
        var small =
                new Inspection(new Pictures(1_000_000), new CountyTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai")));

        assertThat(small.inspect(written(photo("photo-01.jpg")), AFTER).kind()).isEqualTo(FileKind.JPEG);
        assertThatThrownBy(() -> small.inspect(written(photo("drawing.webp")), AFTER))
                .isInstanceOf(EvidenceRefused.class)
                .hasMessage("TOO_LARGE");
    }

    /** A TIFF block with one sub-directory that holds DateTimeOriginal. */
    private static ByteBuffer exif(String dateTime) {
        var text = (dateTime + "\0").getBytes(StandardCharsets.ISO_8859_1);
        var block = ByteBuffer.allocate(44 + text.length).order(ByteOrder.LITTLE_ENDIAN);
        block.put(new byte[] {'I', 'I', 42, 0}).putInt(8);
        block.putShort((short) 1)
                .putShort((short) 0x8769)
                .putShort((short) 4)
                .putInt(1)
                .putInt(26)
                .putInt(0);
        block.putShort((short) 1)
                .putShort((short) 0x9003)
                .putShort((short) 2)
                .putInt(text.length)
                .putInt(44)
                .putInt(0);
        return block.put(text).flip();
    }

    private Findings inspect(byte[] file, Stage stage) {
        return inspection.inspect(written(file), stage);
    }

    private Path written(byte[] file) {
        try {
            return Files.write(Files.createTempFile(folder, "file", ""), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long allocatedByThisThread() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
