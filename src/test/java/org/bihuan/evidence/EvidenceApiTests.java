package org.bihuan.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.evidence.SampleFiles.followedBy;
import static org.bihuan.evidence.SampleFiles.photo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.hazard.HazardNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** Files in and out over HTTP, with the rights of the case (contract 5; P2). */
@CountyTest
class EvidenceApiTests {
    private static final String INSPECTOR = "inspector-xiangyu";
    private static final String STRANGER = "safety-050";
    private static final int MB = 1024 * 1024;
    private static int count;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final byte[] file = followedBy(photo("photo-01.jpg"), new byte[++count]);

    @Autowired
    County county;

    @LocalServerPort
    int port;

    @Autowired
    Environment settings;

    @Test
    void aWaitingFileIsItsUploadersAlone() throws Exception {
        var answer = upload("/evidence", INSPECTOR, "BEFORE", "现场.jpg", file);

        assertThat(answer.statusCode()).isEqualTo(201);
        var item = body(answer);
        assertThat(item.fieldNames()).toIterable().containsExactly("id", "sha256", "mediaType", "takenAt", "warnings");
        assertThat(item.get("mediaType").asText()).isEqualTo("image/jpeg");
        assertThat(item.get("takenAt").asText()).isEqualTo("2026-05-12T02:12:07Z");
        assertThat(item.get("warnings")).isEmpty();
        var id = item.get("id").asText();
        assertThat(get("/evidence/" + id, INSPECTOR).body()).isEqualTo(file);
        assertThat(get("/evidence/" + id, "office1").statusCode()).isEqualTo(404);
    }

    @Test
    void theFilesOfACaseHaveTheRightsOfTheCase() throws Exception {
        var safety = county.person("safety-010");
        var hazard = county.person(INSPECTOR).registers(county.aHazardAt(safety).dueOn("2026-10-20"));
        var path = "/hazards/" + hazard + "/evidence";

        var id = body(upload(path, "safety-010", "AFTER", "a.jpg", file))
                .get("id")
                .asText();

        assertThat(body(upload(path, "safety-010", "AFTER", "again.jpg", file))
                        .get("id")
                        .asText())
                .isEqualTo(id);
        assertThat(get("/evidence/" + id, INSPECTOR).statusCode()).isEqualTo(200);
        assertThat(get("/evidence/" + id + "/thumbnail", "safety-010").statusCode())
                .isEqualTo(200);
        assertThat(get("/evidence/" + id, STRANGER).statusCode()).isEqualTo(404);
        assertThat(get("/evidence/" + id + "/thumbnail", STRANGER).statusCode()).isEqualTo(404);
        assertThat(upload(path, STRANGER, "AFTER", "a.jpg", file).statusCode()).isEqualTo(404);
        assertThat(upload(path, "auditor1", "AFTER", "a.jpg", file).statusCode())
                .isEqualTo(403);
        assertThat(logKinds(hazard)).filteredOn("EVIDENCE_ADDED"::equals).hasSize(1);
    }

    @Test
    void theOriginalLeavesAsAnAttachmentThatNeverRuns() throws Exception {
        var id = body(upload("/evidence", INSPECTOR, "BEFORE", "../evil \"现场\".html", file))
                .get("id")
                .asText();

        var original = get("/evidence/" + id, INSPECTOR);

        var headers = original.headers().map();
        assertThat(original.body()).isEqualTo(file);
        assertThat(headers.get("content-type")).containsExactly("image/jpeg");
        assertThat(headers.get("x-content-type-options")).containsExactly("nosniff");
        assertThat(headers.get("content-security-policy")).containsExactly("default-src 'none'; sandbox");
        assertThat(headers.get("cache-control")).containsExactly("no-cache, private");
        assertThat(original.headers().firstValue("content-disposition").orElseThrow())
                .startsWith("attachment;")
                .contains(".html.jpg")
                .doesNotContain("..");
    }

    @Test
    void theThumbnailIsASmallJpegThatABrowserMayKeepButAsksFor() throws Exception {
        var id = body(upload("/evidence", INSPECTOR, "BEFORE", "a.png", photo("photo-09.jpg")))
                .get("id")
                .asText();

        var small = get("/evidence/" + id + "/thumbnail", INSPECTOR);
        assertThat(ImageIO.read(new ByteArrayInputStream(small.body())).getWidth())
                .isEqualTo(480);
        assertThat(small.headers().firstValue("content-type")).contains("image/jpeg");

        var tag = small.headers().firstValue("etag").orElseThrow();
        assertThat(get("/evidence/" + id + "/thumbnail", INSPECTOR, "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(get("/evidence/" + id + "/thumbnail", "office1", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aRefusalSaysWhyInChinese() throws Exception {
        assertRefused(
                upload("/evidence", INSPECTOR, "BEFORE", "x.jpg", photo("photo-10.jpg")), 422, "NOT_AN_IMAGE", "PDF");
        assertRefused(upload("/evidence", INSPECTOR, "AFTER", "x.pdf", SampleFiles.pdf()), 422, "NOT_AN_IMAGE", "PDF");
        assertRefused(upload("/evidence", INSPECTOR, "AFTER", "x.jpg", new byte[0]), 422, "UNREADABLE", "打不开");
        assertRefused(
                upload("/evidence", INSPECTOR, "AFTER", "x.png", SampleFiles.pngOfSize(60_000, 60_000)),
                413,
                "TOO_LARGE",
                "5000万像素");
    }

    @ParameterizedTest
    @ValueSource(ints = {20 * MB + 1, 25 * MB, 60 * MB})
    void whatIsTooLargeIsSaidToItsSender(int bytes) throws Exception {
        var answer = upload("/evidence", INSPECTOR, "BEFORE", "x.jpg", followedBy(file, new byte[bytes - file.length]));

        assertRefused(answer, 413, "TOO_LARGE", "20 MB");
    }

    @Test
    void everyFieldThatIsWrongIsNamed() throws Exception {
        var nothing = send("/evidence", INSPECTOR, "multipart/form-data; boundary=x", "--x--\r\n".getBytes(UTF_8));
        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(body(nothing).get("errors").findValuesAsText("field")).containsExactly("stage", "file");

        var wrongStage = upload("/evidence", INSPECTOR, "DURING", "x.jpg", file);
        assertThat(wrongStage.statusCode()).isEqualTo(400);
        assertThat(body(wrongStage).get("errors").findValuesAsText("field")).containsExactly("stage");
        assertThat(body(wrongStage).get("errors").get(0).get("message").asText())
                .contains("附件类型");
    }

    @Test
    void aRequestThatIsNoUploadIsRefusedAndNoAccident() throws Exception {
        assertThat(send("/evidence", INSPECTOR, "application/json", "{}".getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(415);
        assertThat(send("/evidence", INSPECTOR, "multipart/form-data", "x".getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(400);
        var cutOff = multipart("BEFORE", "x.jpg", file);
        assertThat(send("/evidence", INSPECTOR, "multipart/form-data; boundary=x", Arrays.copyOf(cutOff, 900))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("/evidence", "nobody", "multipart/form-data; boundary=x", cutOff)
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../etc/passwd", "a\tb\u0001.jpg", "照片照片照片照片照片照片照片照片照片照片照片照片照片照片照片", "<b>{{7*7}}.jpg", "."})
    void aStrangeNameIsNoReasonToRefuseAPhoto(String name) throws Exception {
        assertThat(upload("/evidence", INSPECTOR, "BEFORE", name.length() < 30 ? name : name.repeat(10), file)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void whatDoesNotExistIsNotFound() throws Exception {
        for (var path : new String[] {
            "/evidence/" + UUID.randomUUID(),
            "/evidence/not-an-id",
            "/evidence/1-1-1-1-1/thumbnail",
            "/evidence/%E7%85%A7"
        }) {
            assertThat(get(path, INSPECTOR).statusCode()).as(path).isEqualTo(404);
        }
        for (var number : new String[] {"341721-107-2026-G-99999", "x", "9".repeat(300), "a%01b"}) {
            assertThat(upload("/hazards/" + number + "/evidence", INSPECTOR, "BEFORE", "x.jpg", file)
                            .statusCode())
                    .as(number)
                    .isBetween(400, 404);
        }
    }

    @Test
    void aPaperHasNoThumbnail() throws Exception {
        var id = body(upload("/evidence", INSPECTOR, "DOCUMENT", "签收单.pdf", SampleFiles.pdf()))
                .get("id")
                .asText();

        assertThat(get("/evidence/" + id + "/thumbnail", INSPECTOR).statusCode())
                .isEqualTo(404);
        assertThat(get("/evidence/" + id, INSPECTOR).headers().firstValue("content-type"))
                .contains("application/pdf");
    }

    private void assertRefused(HttpResponse<byte[]> answer, int status, String code, String words) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(body(answer).get("code").asText()).isEqualTo(code);
        assertThat(body(answer).get("detail").asText()).contains(words);
    }

    private List<String> logKinds(HazardNumber hazard) {
        return county.log(hazard).stream().map(entry -> entry.kind().name()).toList();
    }

    private JsonNode body(HttpResponse<byte[]> answer) throws IOException {
        return json.readTree(answer.body());
    }

    private HttpResponse<byte[]> upload(String path, String user, String stage, String name, byte[] content)
            throws IOException, InterruptedException {
        return send(path, user, "multipart/form-data; boundary=x", multipart(stage, name, content));
    }

    private static byte[] multipart(String stage, String name, byte[] content) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--x\r\nContent-Disposition: form-data; name=\"stage\"\r\n\r\n" + stage + "\r\n").getBytes(UTF_8));
        body.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + name.replace("\"", "\\\"") + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--x--\r\n".getBytes(UTF_8));
        return body.toByteArray();
    }

    private HttpResponse<byte[]> send(String path, String user, String type, byte[] body)
            throws IOException, InterruptedException {
        return http.send(
                request(path, user)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> get(String path, String user, String... headers)
            throws IOException, InterruptedException {
        var request = request(path, user);
        return http.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path, String user) {
        var login = Base64.getEncoder()
                .encodeToString((user + ":" + settings.getRequiredProperty("bihuan.demo.password")).getBytes(UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", "Basic " + login);
    }
}
