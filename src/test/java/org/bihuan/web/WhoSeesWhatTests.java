package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.bihuan.Browser.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrix of {@link Sight} through our own doors: role by case by verb, both what is shown and what does not exist. */
class WhoSeesWhatTests extends WhoSeesWhatTest {
    private static final byte[] PICTURE = picture();

    @ParameterizedTest
    @MethodSource("people")
    void readsWhatHeSeesAndNothingElseExists(String person) {
        var wrong = new ArrayList<String>();
        sight().cases().forEach((name, one) -> {
            var number = one.number().value();
            for (var path : List.of(
                    "/api/v1/hazards/" + number,
                    "/api/v1/hazards/" + number + "/events",
                    "/api/v1/hazards/" + number + "/notices",
                    "/api/v1/hazards/" + number + "/letters",
                    "/api/v1/evidence/" + one.photo(),
                    "/api/v1/evidence/" + one.photo() + "/thumbnail")) {
                check(sight().sees(person, name) ? 200 : 404, clerk().get(person, path), name, path, wrong);
            }
            for (var page : List.of("/hazards/" + number, "/hazards/" + number + "/slip")) {
                check(
                        sight().sees(person, name) ? 200 : 404,
                        clerk().browser(person).page(page),
                        name,
                        page,
                        wrong);
            }
            var link = clerk().browser(person).page("/t/" + number);
            check(sight().sees(person, name) ? 302 : 404, link, name, "/t/", wrong);
            if (link.header("Location").contains("?task=") != sight().seesTask(person, name)) {
                wrong.add(name + " /t/ leads to " + link.header("Location"));
            }
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("people")
    void listsSearchesAndExportsShowTheSame(String person) {
        var seen = new ArrayList<>(sight().cases().keySet());
        seen.removeIf(name -> !sight().sees(person, name));

        assertThat(sight().givenAway(
                                clerk().get(person, "/api/v1/hazards?limit=200").body()))
                .isEqualTo(seen);
        var found = clerk().get(person, "/api/v1/hazards?q=" + mark());
        assertThat(sight().givenAway(found.body())).isEqualTo(seen);
        assertThat(Clerk.read(found).path("total").asInt()).isEqualTo(seen.size());
        assertThat(sight().givenAway(clerk().browser(person)
                        .page("/ledger?q=" + mark())
                        .body()))
                .isEqualTo(seen);
        assertThat(sight().givenAway(clerk().browser(person).page("/").body())).isSubsetOf(seen);
        var similar =
                "/app-api/forms/similar?enterprise=91341721XN80400B0Q&location=%E4%B8%80%E5%8F%B7%E8%BD%A6%E9%97%B4%E4%B8%9C%E4%BE%A7";
        assertThat(sight().givenAway(clerk().browser(person).get(similar).body()))
                .isSubsetOf(seen);
    }

    private String mark() {
        return URLEncoder.encode(sight().mark(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("people")
    void theExportHoldsTheSame(String person) {
        var seen = new ArrayList<>(sight().cases().keySet());
        seen.removeIf(name -> !sight().sees(person, name));

        var workbook = clerk().bytes(person, "/api/v1/hazards.xlsx?q=" + mark());

        assertThat(sight().givenAway(textOf(workbook))).isEqualTo(seen);
    }

    @ParameterizedTest
    @MethodSource("people")
    void doesNothingToACaseThatIsNotHisToDo(String person) {
        var before = TheRecord.of(jdbc);
        var wrong = new ArrayList<String>();
        sight().cases().forEach((name, one) -> {
            var rights = sight().of(person, name);
            var calls = Map.of(
                    "tasks/review", Map.of("decision", "REJECT", "reason", "x"),
                    "tasks/accept", Map.of("decision", "ACCEPT"),
                    "tasks/rectify", Map.of("measures", "x", "completedOn", "2026-09-21"),
                    "tasks/verify", Map.of("verdict", "QUALIFIED"),
                    "withdraw", Map.of("reason", "x"),
                    "service", Map.of("servedOn", "2026-09-21", "recipient", "x", "document", one.photo()),
                    "reassign", Map.of("responsibleUser", person, "reason", "x"));
            calls.forEach((call, body) -> {
                var isHis = rights.endsWith("t") && call.equals("tasks/" + one.step());
                var isHisToMove =
                        call.equals("reassign") && rights.contains("w") && person.matches("principal-.*|head-.*");
                if (!isHis && !isHisToMove) {
                    var answer = clerk().post(person, "/api/v1/hazards/" + one.number() + "/" + call, body);
                    var isRefused = rights.equals("-")
                            ? answer.status() == 404
                            : answer.status() >= 400 && answer.status() < 500;
                    if (!isRefused) {
                        wrong.add(name + " " + call + ": " + answer.status() + " " + answer.body());
                    }
                }
            });
            if (!rights.contains("w")) {
                var upload = Upload.of("file", "x.png", PICTURE)
                        .text("stage", "DOCUMENT")
                        .bytes();
                var answer = clerk().api(
                                person,
                                "POST",
                                "/api/v1/hazards/" + one.number() + "/evidence",
                                upload,
                                "Content-Type",
                                Upload.TYPE);
                if (answer.status() != (rights.equals("-") ? 404 : 403)) {
                    wrong.add(name + " evidence: " + answer.status() + " " + answer.body());
                }
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(TheRecord.of(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("people")
    void addsFilesWhereHeWorks(String person) {
        sight().cases().forEach((name, one) -> {
            if (sight().of(person, name).contains("w")) {
                var upload = Upload.of("file", "x.png", PICTURE)
                        .text("stage", "DOCUMENT")
                        .bytes();
                var answer = clerk().api(
                                person,
                                "POST",
                                "/api/v1/hazards/" + one.number() + "/evidence",
                                upload,
                                "Content-Type",
                                Upload.TYPE);
                assertThat(answer.status()).as("%s %s", name, answer.body()).isEqualTo(201);
            }
        });
    }

    private void check(int status, Answer answer, String name, String path, List<String> wrong) {
        if (answer.status() != status) {
            wrong.add(name + " " + path + ": " + answer.status());
        } else if (status == 404 && answer.body().contains(Sight.MARK)) {
            wrong.add(name + " " + path + " gives its text away");
        }
    }

    private static String textOf(byte[] workbook) {
        try (var read = new XSSFExcelExtractor(new XSSFWorkbook(new ByteArrayInputStream(workbook)))) {
            return read.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] picture() {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
