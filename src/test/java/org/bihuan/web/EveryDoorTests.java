package org.bihuan.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.Browser.Answer;
import org.bihuan.CountyTest;
import org.bihuan.security.Credentials;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page and call of the house, and to whom of the county's roles it is open. Doors to one case ({@code case}) open to whoever
 * sees the case: theirs is the matrix of {@link WhoSeesWhatTests}.
 */
@CountyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryDoorTests {
    /** One of each role. */
    private static final List<String> PEOPLE = List.of(
            "safety-001",
            "principal-001",
            "inspector-xiangyu",
            "head-xiangyu",
            "office1",
            "leader1",
            "auditor1",
            "clerk1",
            "expert1",
            "admin");

    private static final Map<String, String> HAZARD = Map.of(
            "enterprise", "91341721XN80400B0Q",
            "location", "东门",
            "description", "安全出口堵塞",
            "foundOn", "2026-09-24",
            "grade", "GENERAL");
    private static final byte[] FILE = """
            --a-file\r
            Content-Disposition: form-data; name="file"; filename="a.csv"\r
            Content-Type: text/csv\r
            \r
            a\r
            --a-file--\r
            """.getBytes(UTF_8);

    @LocalServerPort
    int port;

    private Clerk clerk;

    /**
     * One door.
     *
     * @param name method and pattern, as its controller declares it
     * @param example an address behind it
     * @param sends what goes with it: nothing, {@code json}, a {@code hazard}, {@code form} or {@code file}
     * @param toOthers what they are answered: 403, or 404 where they must not even learn that there is something
     * @param openTo of {@link #PEOPLE}, {@code everybody}, {@code case}, or {@code elsewhere} for one that its own tests try
     */
    record Door(String name, String example, String sends, String toOthers, String openTo) {
        static Door of(String line) {
            var columns = line.split(",", -1);
            return new Door(columns[0], columns[1], columns[2], columns[3], columns[4]);
        }

        String method() {
            return name.substring(0, name.indexOf(' '));
        }

        List<String> guests() {
            return openTo.equals("everybody") ? PEOPLE : Arrays.asList(openTo.split(" ", -1));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Door> doors() throws IOException {
        return new ClassPathResource("doors/doors.csv")
                .getContentAsString(UTF_8)
                .lines()
                .skip(1)
                .map(Door::of);
    }

    static Stream<Door> doorsOfTheHouse() throws IOException {
        return doors().filter(door -> !List.of("case", "elsewhere").contains(door.openTo()));
    }

    @BeforeAll
    void logIn(@Autowired Credentials credentials) {
        clerk = new Clerk(port, credentials);
    }

    @Test
    void everyDoorIsOnTheList(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping)
            throws IOException {
        var built = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((where, handler) -> {
            if (handler.getBeanType().getName().startsWith("org.bihuan.") && !isOfTheTests(handler.getBeanType())) {
                built.addAll(names(where));
            }
        });

        var listed = doors().map(Door::name).collect(Collectors.toCollection(TreeSet::new));
        var forgotten = new TreeSet<>(built);
        forgotten.removeAll(listed);
        listed.removeAll(built);
        assertThat(forgotten).as("not on the list").isEmpty();
        assertThat(listed).as("walled up").isEmpty();
    }

    private static boolean isOfTheTests(Class<?> controller) {
        return controller
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .endsWith("test-classes/");
    }

    private static List<String> names(RequestMappingInfo where) {
        var names = new ArrayList<String>();
        for (var method : where.getMethodsCondition().getMethods()) {
            for (var pattern : where.getPatternValues()) {
                names.add(method + " " + pattern
                        + (where.getParamsCondition().isEmpty() ? "" : "?" + where.getParamsCondition()));
            }
        }
        return names;
    }

    @ParameterizedTest
    @MethodSource("doorsOfTheHouse")
    void itOpensToThemAndToNobodyElse(Door door) {
        var opened = new ArrayList<String>();
        var said = new ArrayList<String>();
        for (var person : PEOPLE) {
            var answer = knocks(person, door);
            assertThat(answer.status()).as("%s %s", person, answer).isLessThan(500);
            said.add(person + " " + answer.status());
            if (!String.valueOf(answer.status()).equals(door.toOthers())) {
                opened.add(person);
            }
        }

        assertThat(opened).as("%s", said).containsExactlyElementsOf(door.guests());
    }

    private Answer knocks(String person, Door door) {
        return switch (door.sends()) {
            case "json" ->
                clerk.api(
                        person,
                        door.method(),
                        door.example(),
                        Clerk.json(Map.of()),
                        "Content-Type",
                        "application/json");
            case "hazard" -> clerk.post(person, door.example(), HAZARD);
            case "form" -> posts(person, door.example());
            case "file" ->
                clerk.api(
                        person,
                        door.method(),
                        door.example(),
                        FILE,
                        "Content-Type",
                        "multipart/form-data; boundary=a-file");
            default ->
                door.example().startsWith("/api/")
                        ? clerk.get(person, door.example())
                        : clerk.browser(person).page(door.example());
        };
    }

    private Answer posts(String person, String path) {
        var browser = clerk.browser(person);
        return browser.form(path, "_csrf", browser.tokenOf("/password"));
    }
}
