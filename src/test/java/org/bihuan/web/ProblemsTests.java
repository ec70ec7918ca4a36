package org.bihuan.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@PageSlice
@Import({Trouble.class, ProblemsTests.ShutDoor.class})
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTests {
    private static final String REFERENCE = "[A-Z0-9]{4}-[A-Z0-9]{4}";

    @Autowired
    MockMvc http;

    @Autowired
    ObjectMapper json;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rule               | 422 | COMPLETION_LIES_BETWEEN_FINDING_AND_TODAY | 整改完成日期2026-09-30应在发现日期2026-09-01至今天2026-09-28之间，请更正。
                    wrapped-rule       | 422 | COMPLETION_LIES_BETWEEN_FINDING_AND_TODAY | 整改完成日期2026-09-30应在发现日期2026-09-01至今天2026-09-28之间，请更正。
                    rule-without-words | 422 | RULE_WITHOUT_WORDS | 操作没有完成，请检查后重试。
                    one-field          | 400 | INVALID_INPUT      | “隐患地点”最多1000个字，请缩短。
                    two-fields         | 400 | INVALID_INPUT      | 有2处需要更正：请填写“隐患地点”。“发现日期”应为日期，格式为年-月-日，例如2026-03-05。
                    conflict           | 409 | TASK_GONE          | 该任务已由他人办理或已不在您名下，请刷新后再看。
                    not-visible        | 404 | NOT_FOUND          | 没有找到您要的内容：可能不存在，也可能您无权查看。请核对后重试。
                    not-allowed        | 403 | REGISTER           | 您没有登记隐患的权限；企业人员只能登记本企业的隐患。
                    file               | 422 | NOT_AN_IMAGE       | 这个文件不能作为照片：只收JPEG、PNG、WebP格式的照片，PDF只能作为书面材料上传。请重新拍照或另选文件。
                    large-file         | 413 | TOO_LARGE          | 文件太大：每个文件最多20 MB，照片最多5000万像素。请调低相机分辨率后重新拍照，或另选文件。
                    too-large          | 413 | TOO_LARGE          | 提交的内容太大，没有收下。单个文件最多20 MB，请减少后重新提交。
                    full-store         | 507 | STORAGE_FULL       | 服务器存储空间不足，文件没有保存。请联系系统管理员，腾出空间后再传。
                    full-disk          | 507 | STORAGE_FULL       | 服务器存储空间不足，没有收下。请联系系统管理员，腾出空间后再传。
                    lock               | 409 | CHANGED_MEANWHILE  | 刚才有人同时办理，您的操作没有保存。请刷新后查看最新状态再操作。
                    twice              | 409 | CHANGED_MEANWHILE  | 刚才有人同时办理，您的操作没有保存。请刷新后查看最新状态再操作。
                    nul                | 400 | UNREADABLE_TEXT    | 提交的内容含有无法保存的字符或超出范围的数值，请删改后重新提交。
                    no-database        | 503 | BUSY               | 系统暂时无法处理，您的操作没有保存。请稍后重试。
                    database-gone      | 503 | BUSY               | 系统暂时无法处理，您的操作没有保存。请稍后重试。
                    database-stops     | 503 | BUSY               | 系统暂时无法处理，您的操作没有保存。请稍后重试。
                    """)
    void everyRefusalIsOneChineseSentenceForProgramsAndPeople(String kind, int status, String code, String sentence)
            throws Exception {
        var answer = ask(get("/api/v1/trouble/" + kind));
        var page = ask(get("/trouble/" + kind).accept(MediaType.TEXT_HTML));

        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(body(answer).path("status").asInt()).isEqualTo(status);
        assertThat(body(answer).path("code").asText()).isEqualTo(code);
        assertThat(body(answer).path("detail").asText()).isEqualTo(sentence);
        assertThat(body(answer).path("title").asText()).matches("\\p{IsHan}+");
        assertThat(page.getStatus()).isEqualTo(status);
        assertThat(page.getContentType()).startsWith("text/html");
        assertThat(text(page)).contains(kind.equals("two-fields") ? "请填写“隐患地点”。" : sentence);
    }

    @Test
    void everyFieldHasItsOwnMessage() throws Exception {
        var errors = body(ask(get("/api/v1/trouble/two-fields"))).path("errors");

        assertThat(errors).hasSize(2);
        assertThat(errors.get(0).path("field").asText()).isEqualTo("location");
        assertThat(errors.get(0).path("code").asText()).isEqualTo("REQUIRED");
        assertThat(errors.get(0).path("message").asText()).isEqualTo("请填写“隐患地点”。");
        assertThat(errors.get(1).path("field").asText()).isEqualTo("foundOn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"defect", "constraint"})
    void aDefectIsANumberToQuoteThatTheLogKnowsToo(String kind, CapturedOutput log) throws Exception {
        var answer = body(ask(get("/api/v1/trouble/" + kind + "?secret=1")));
        var reference = answer.path("reference").asText();

        assertThat(answer.path("status").asInt()).isEqualTo(500);
        assertThat(answer.path("code").asText()).isEqualTo("INTERNAL_ERROR");
        assertThat(reference).matches(REFERENCE);
        assertThat(answer.path("detail").asText()).contains(reference);
        assertThat(answer.toString()).doesNotContainIgnoringCase("camunda", "exception", "secret", "rung");
        assertThat(log).contains("Defect " + reference + " at GET /api/v1/trouble/" + kind);
    }

    @Test
    void aDefectOfAPageSaysNothingOfTheInside() throws Exception {
        var page = ask(get("/trouble/defect").accept(MediaType.TEXT_HTML));

        assertThat(page.getStatus()).isEqualTo(500);
        assertThat(text(page))
                .contains("系统出错")
                .containsPattern(REFERENCE)
                .doesNotContain("camunda", "Exception", "at org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "nonsense",
                "{\"a\":1,}",
                "{\"a\":\"\u0001\"}",
                "{\"a\":01}",
                "\"text\"",
            })
    void aBodyThatIsNoJsonObjectIsRefused(String body) throws Exception {
        assertThat(sent(body.getBytes(UTF_8)).path("code").asText()).isEqualTo("UNREADABLE_BODY");
    }

    @Test
    void bodiesMeantToHurtAreRefusedOrReadButNeverFail() throws Exception {
        var deep = "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);
        var longNumber = "{\"a\":" + "9".repeat(5000) + "}";

        assertThat(sent(deep.getBytes(UTF_8)).path("code").asText()).isEqualTo("UNREADABLE_BODY");
        assertThat(sent(longNumber.getBytes(UTF_8)).path("code").asText()).isEqualTo("UNREADABLE_BODY");
        assertThat(sent(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'})
                        .path("code")
                        .asText())
                .isEqualTo("UNREADABLE_BODY");
        assertThat(sent("{\"a\":1e999999,\"b\":\"\\ud800\",\"c\":\"\\u0000\"}".getBytes(UTF_8))
                        .path("fields")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void theShapeOfARequestIsRefusedInChinese() throws Exception {
        var missing = body(ask(get("/api/v1/trouble/days").header("X-Wish", "x")));
        var wrong = body(ask(get("/api/v1/trouble/days?days=soon").header("X-Wish", "x")));
        var noHeader = body(ask(get("/api/v1/trouble/days?days=1")));
        var noFile = body(ask(multipart("/api/v1/trouble/file")));

        assertThat(missing.path("detail").asText()).isEqualTo("请填写“天数”。");
        assertThat(wrong.path("detail").asText()).isEqualTo("“天数”的格式不对，请更正。");
        assertThat(noHeader.path("errors").path(0).path("field").asText()).isEqualTo("X-Wish");
        assertThat(noFile.path("detail").asText()).isEqualTo("请填写“文件”。");
        assertThat(noFile.path("status").asInt()).isEqualTo(400);
    }

    @Test
    void anAddressThatCannotExistDoesNotExist() throws Exception {
        assertThat(ask(get("/api/v1/trouble/by-id/not-an-id")).getStatus()).isEqualTo(404);
        assertThat(ask(get("/api/v1/nothing-here")).getStatus()).isEqualTo(404);
        assertThat(text(ask(get("/nothing-here").accept(MediaType.TEXT_HTML)))).contains("没有找到");
    }

    @Test
    void methodAndFormatAreNamedWithWhatIsPossible() throws Exception {
        var method = ask(post("/api/v1/trouble/days"));
        var format = ask(
                post("/api/v1/trouble/body").contentType(MediaType.TEXT_PLAIN).content("a"));

        assertThat(method.getStatus()).isEqualTo(405);
        assertThat(method.getHeader("Allow")).contains("GET");
        assertThat(body(method).path("code").asText()).isEqualTo("METHOD_NOT_SUPPORTED");
        assertThat(format.getStatus()).isEqualTo(415);
        assertThat(body(format).path("code").asText()).isEqualTo("FORMAT_NOT_SUPPORTED");
    }

    @Test
    void aProgramGetsDetailsWhateverItAccepts() throws Exception {
        var answer = ask(get("/api/v1/trouble/conflict").accept(MediaType.TEXT_HTML, MediaType.IMAGE_PNG));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(body(answer).path("code").asText()).isEqualTo("TASK_GONE");
    }

    @Test
    void whoIsTurnedAwayAtTheDoorHearsItFromTheDoor() {
        assertThatThrownBy(() -> ask(get("/api/v1/shut"))).rootCause().isInstanceOf(AccessDeniedException.class);
    }

    @ParameterizedTest
    @CsvSource({"400, BAD_REQUEST", "403, NOT_ALLOWED", "404, NOT_FOUND", "413, TOO_LARGE", "503, BUSY"})
    void aStatusThatAFilterHasSetIsSaidInWordsToo(int status, String code) throws Exception {
        var answer = ask(get("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/hazards"));

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(body(answer).path("code").asText()).isEqualTo(code);
        assertThat(body(answer).path("detail").asText()).endsWith("。");
    }

    @Test
    void anExceptionOutsideEveryControllerIsADefectWithItsNumber(CapturedOutput log) throws Exception {
        var page = ask(get("/error")
                .accept(MediaType.TEXT_HTML)
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("half a page"))
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/ledger"));

        assertThat(page.getStatus()).isEqualTo(500);
        assertThat(text(page)).containsPattern(REFERENCE).doesNotContain("half a page");
        assertThat(log).contains("at GET /ledger").contains("half a page");
    }

    private JsonNode sent(byte[] body) throws Exception {
        return body(ask(post("/api/v1/trouble/body")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)));
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request).andReturn().getResponse();
    }

    private JsonNode body(MockHttpServletResponse answer) throws Exception {
        return json.readTree(answer.getContentAsByteArray());
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(UTF_8);
    }

    /** What method security does. */
    @RestController
    static class ShutDoor {
        @GetMapping("/api/v1/shut")
        String enter() {
            throw new AccessDeniedException("not you");
        }
    }
}
