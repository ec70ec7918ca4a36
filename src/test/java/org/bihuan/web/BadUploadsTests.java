package org.bihuan.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.bihuan.Browser.Answer;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.security.Credentials;
import org.bihuan.web.BadValues.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Uploads that broke on their way, or say something that their fields cannot mean: refused in Chinese, nothing of them stays. */
@CountyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadUploadsTests {
    private static final String IMPORTS = "/api/v1/imports";
    private static final String MASTER_DATA = "/api/v1/master-data/enterprises";
    private static final byte[] LEDGER = "隐患名称,单位\n缺门,示例企业\n".getBytes(UTF_8);

    @LocalServerPort
    int port;

    @Autowired
    County county;

    @Autowired
    Credentials credentials;

    @Autowired
    JdbcClient jdbc;

    @Value("${bihuan.data-dir}")
    Path dataDir = Path.of("");

    /** Each call that takes a file, and who may make it. */
    private final Map<String, String> calls = new LinkedHashMap<>();

    private @Nullable Clerk clerk;

    @BeforeEach
    void oneCaseToProve() {
        county.todayIs("2026-09-21");
        if (clerk == null) {
            clerk = new Clerk(port, credentials);
            var inspector = county.person("inspector-xiangyu");
            var number = inspector.registers(county.aHazardAt(county.person("safety-061")));
            calls.put("/api/v1/evidence", "inspector-xiangyu");
            calls.put("/api/v1/hazards/" + number + "/evidence", "inspector-xiangyu");
            calls.put(IMPORTS, "office1");
            calls.put(MASTER_DATA, "admin");
        }
    }

    @Test
    void anUploadThatBrokeOffIsRefused() {
        var whole = goodUpload().bytes();
        var endOfTheFile = goodUpload().broken().length;
        for (var length : List.of(0, 10, Upload.BOUNDARY.length() + 2, 80, endOfTheFile - 9, endOfTheFile)) {
            refusesAll("cut off after " + length, Upload.TYPE, Arrays.copyOf(whole, length));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=another",
                "multipart/form-data; boundary=\"a-boundary-of",
                "multipart/mixed; boundary=a-boundary-of-tests",
                "application/octet-stream",
                "text/csv",
                "multipart/form-data; boundary=a-boundary-of-tests; charset=no-such-charset"
            })
    void anUploadWithoutItsBoundaryIsRefused(String type) {
        refusesAll(
                type,
                type,
                type.contains("charset") ? new byte[0] : goodUpload().bytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Disposition: form-data; filename=\"x.png\"",
                "Content-Disposition: form-data; name=\"\"; filename=\"x.png\"",
                "Content-Disposition: attachment; filename=\"x.png\"",
                "Content-Disposition: form-data; name=\"datei\"; filename=\"x.png\"",
                "Content-Disposition: form-data; name=\"File\"; filename=\"x.png\"",
                "Content-Disposition: form-data; name=\"file[]\"; filename=\"x.png\"",
                "Content-Disposition: form-data; name=\"file\"",
                "Content-Disposition: nonsense",
                "Content-Type: image/png",
                "X-Nothing: at all"
            })
    void aPartThatIsNotTheFileIsNoFile(String header) {
        var upload = Upload.empty().text("stage", "BEFORE").part(header, LEDGER).bytes();

        refusesAll(header, Upload.TYPE, upload, "file");
    }

    @Test
    void twoFilesAtATimeAreRefusedBecauseOneWouldBeLost() {
        var two = goodUpload().file("file", "y.csv", LEDGER).bytes();

        refusesAll("two files", Upload.TYPE, two, "file");
    }

    @Test
    void anEmptyFileIsRefused() {
        var empty = Upload.empty()
                .text("stage", "BEFORE")
                .file("file", "x.csv", new byte[0])
                .bytes();

        refusesAll("empty", Upload.TYPE, empty);
    }

    @Test
    void aHeaderOfAPartThatNeverEndsIsRefused() {
        var header = "Content-Disposition: form-data; name=\"file\"; filename=\"" + "长".repeat(9000) + ".png\"";

        refusesAll(
                "long header", Upload.TYPE, Upload.empty().part(header, LEDGER).bytes());
    }

    @Test
    void aStageThatIsNoneIsNamed() {
        calls.keySet().stream()
                .filter(path -> path.endsWith("evidence"))
                .forEach(path -> namesTheField(path, "stage", textsOf(Kind.CHOICE, true), LEDGER));
    }

    @Test
    void aDayByWhichAnImportJudgesIsADay() {
        namesTheField(IMPORTS, "asOf", textsOf(Kind.DAY, false), LEDGER);
    }

    @Test
    void aDryRunIsTrueOrFalse() {
        for (var path : List.of(IMPORTS, MASTER_DATA)) {
            namesTheField(
                    path,
                    "dryRun",
                    List.of("maybe", "1", "TRUE", "yes", "真", "{{7*7}}", "true;", "x".repeat(5000)),
                    LEDGER);
        }
    }

    @Test
    void aMappingIsAnObjectOfHeadersAndColumns() {
        namesTheField(
                IMPORTS,
                "mapping",
                List.of(
                        "x",
                        "{",
                        "[]",
                        "7",
                        "\"text\"",
                        "{\"单位\":99}",
                        "{\"单位\":-1}",
                        "{\"单位\":1.5}",
                        "{\"单位\":true}",
                        "{\"单位\":[1]}",
                        "{\"单位\":\"<script>alert(1)</script>\"}",
                        "{\"单位\":99999999999999999999}",
                        "[".repeat(5000),
                        "{\"a\":".repeat(3000) + "1" + "}".repeat(3000),
                        "{\"" + "长".repeat(20_001) + "\":1}"),
                LEDGER);
    }

    /** Values as the text of a part can say them. */
    private static List<String> textsOf(Kind kind, boolean required) {
        return BadValues.of(kind, required, 0).stream()
                .filter(value -> value instanceof String || value instanceof Number)
                .map(String::valueOf)
                .filter(text -> !text.contains("\ud800")) // half a character cannot be sent as UTF-8
                .toList();
    }

    private void namesTheField(String path, String field, List<String> values, byte[] content) {
        var before = everything();
        var complaints = new ArrayList<String>();
        for (var value : values) {
            var upload = Upload.empty();
            if (path.endsWith("evidence") && !field.equals("stage")) {
                upload.text("stage", "BEFORE");
            }
            var answer = sends(
                    path,
                    Upload.TYPE,
                    upload.text(field, value).file("file", "x.csv", content).bytes());
            var fault = Refusal.faultOf(answer, field);
            if (!fault.isEmpty()) {
                complaints.add(path + " " + field + "=" + shortened(value) + ": " + fault);
            }
        }
        assertThat(complaints).isEmpty();
        assertThat(everything()).isEqualTo(before);
    }

    private void refusesAll(String what, String type, byte[] body, String... field) {
        var before = everything();
        var complaints = new ArrayList<String>();
        calls.keySet().forEach(path -> {
            var answer = sends(path, type, body);
            var fault = field.length == 0 ? Refusal.faultOf(answer) : Refusal.faultOf(answer, field[0]);
            if (!fault.isEmpty()) {
                complaints.add(path + " " + shortened(what) + ": " + fault);
            }
        });
        assertThat(complaints).isEmpty();
        assertThat(everything()).isEqualTo(before);
    }

    private Answer sends(String path, String type, byte[] body) {
        return clerk().api(Objects.requireNonNull(calls.get(path)), "POST", path, body, "Content-Type", type);
    }

    private static Upload goodUpload() {
        return Upload.empty().text("stage", "BEFORE").file("file", "x.csv", LEDGER);
    }

    /** Rows, and files beside them. */
    private Map<String, Object> everything() {
        var all = new LinkedHashMap<String, Object>(TheRecord.of(jdbc));
        all.put("files", files());
        return all;
    }

    private SortedSet<String> files() {
        try (var found = Files.walk(dataDir.resolve("evidence"))) {
            return new TreeSet<>(found.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList());
        } catch (NoSuchFileException none) {
            return new TreeSet<>();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shortened(String text) {
        return text.length() < 80 ? text : text.substring(0, 80) + UUID.nameUUIDFromBytes(text.getBytes(UTF_8));
    }

    private Clerk clerk() {
        return Objects.requireNonNull(clerk);
    }
}
