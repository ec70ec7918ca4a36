package org.bihuan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bihuan.Browser.Answer;
import org.bihuan.County;
import org.bihuan.CountyTest;
import org.bihuan.engine.Cases;
import org.bihuan.evidence.Stage;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.security.Credentials;
import org.bihuan.web.Call.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every field of every call and form, said wrongly in every way of {@link BadValues}: each is refused with a Chinese sentence
 * at that field, and nothing is half-written.
 */
@CountyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTests {
    private static final String INSPECTOR = Calls.INSPECTOR;
    private static final String SAFETY = Calls.SAFETY;

    @LocalServerPort
    int port;

    @Autowired
    County county;

    @Autowired
    Cases cases;

    @Autowired
    Credentials credentials;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, HazardNumber> numbers = new HashMap<>();
    private @Nullable Clerk clerk;

    /** Once, and again for a case that a test has moved although it should not have. */
    @BeforeEach
    void oneCaseInEveryState() {
        county.todayIs("2026-09-21");
        if (clerk == null) {
            clerk = new Clerk(port, credentials);
        }
        for (var state : List.of("review", "accept", "rectify", "verify")) {
            var number = numbers.get(state);
            if (number == null || !state.equals(county.openTask(number))) {
                numbers.put(state, aCaseAt(state));
            }
        }
    }

    private HazardNumber aCaseAt(String state) {
        var safety = county.person(SAFETY);
        if (state.equals("review")) {
            return safety.registers(county.aHazardAt(safety));
        }
        var number = county.person(INSPECTOR).registers(county.aHazardAt(safety).dueOn("2026-09-28"));
        if (!state.equals("accept")) {
            safety.accepts(number);
            safety.photographs(number, Stage.AFTER);
        }
        if (state.equals("verify")) {
            safety.reportsCompletion(number);
        }
        return number;
    }

    static Stream<Arguments> fields() {
        return Calls.ALL.stream().flatMap(call -> call.fields().stream().map(field -> Arguments.of(call, field)));
    }

    static Stream<Arguments> fieldsInTasklist() {
        return Calls.ALL.stream()
                .filter(call -> !call.task().isEmpty())
                .flatMap(call -> call.fields().stream()
                        .filter(field -> !field.name().equals("onTheSpot"))
                        .map(field -> Arguments.of(call, field)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("fields")
    void aBadFieldIsRefusedByTheApi(Call call, Field field) {
        var before = TheRecord.of(jdbc);
        var complaints = new ArrayList<String>();
        for (var value : field.badValues()) {
            var answer = clerk().post(call.user(), filled(call.path()), filled(call.saying(field.name(), value)));
            complain(answer, field, value, complaints);
        }
        if (field.required()) {
            complain(
                    clerk().post(call.user(), filled(call.path()), filled(call.without(field.name()))),
                    field,
                    "(missing)",
                    complaints);
        }
        assertThat(complaints).isEmpty();
        assertThat(TheRecord.of(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("fieldsInTasklist")
    void aBadFieldIsRefusedInTasklist(Call call, Field field) {
        var before = TheRecord.of(jdbc);
        var complaints = new ArrayList<String>();
        for (var value : field.badValues()) {
            var answer = clerk().submits(call.user(), formOf(call), filled(call.saying(field.name(), value)));
            complain(answer, field, value, complaints);
        }
        if (field.required()) {
            complain(
                    clerk().submits(call.user(), formOf(call), filled(call.without(field.name()))),
                    field,
                    "(missing)",
                    complaints);
        }
        assertThat(complaints).isEmpty();
        assertThat(TheRecord.of(jdbc)).isEqualTo(before);
    }

    private static void complain(Answer answer, Field field, @Nullable Object value, List<String> complaints) {
        var said = new String(Clerk.json(value), StandardCharsets.UTF_8);
        var problem = Refusal.faultOf(answer, field.name());
        if (!problem.isEmpty()) {
            complaints.add(said.substring(0, Math.min(60, said.length())) + " -> " + problem);
        }
    }

    private String formOf(Call call) {
        return call.task().equals("register")
                ? "process-definition/key/hazard-rectification/submit-form"
                : "task/"
                        + cases.openTask(number(call.task()).value())
                                .orElseThrow()
                                .id() + "/submit-form";
    }

    private HazardNumber number(String state) {
        return Objects.requireNonNull(numbers.get(state));
    }

    private Clerk clerk() {
        return Objects.requireNonNull(clerk);
    }

    private String filled(String text) {
        var filled = text;
        for (var number : numbers.entrySet()) {
            filled = filled.replace(
                    "{" + number.getKey() + "}", number.getValue().value());
        }
        return filled;
    }

    private Map<String, @Nullable Object> filled(Map<String, @Nullable Object> body) {
        Map<String, @Nullable Object> filled = new HashMap<>(body);
        filled.replaceAll((name, value) -> value instanceof String text ? filled(text) : value);
        return filled;
    }
}
