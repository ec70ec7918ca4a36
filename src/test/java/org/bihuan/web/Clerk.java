package org.bihuan.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bihuan.Browser;
import org.bihuan.Browser.Answer;
import org.bihuan.organisation.PersonId;
import org.bihuan.security.Credentials;
import org.jspecify.annotations.Nullable;

/** Sends what the tests of bad input want to be sent: to the API as a program, to pages and to Tasklist's calls with a login. */
final class Clerk {
    static final String ENGINE = "/camunda/api/engine/engine/default/";
    static final String PASSWORD = "Bihuan-demo-2026";
    /** Escapes what is not ASCII, so that half a surrogate pair arrives as it is. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final int port;
    private final Credentials credentials;
    private final Browser program;
    private final Map<String, Browser> browsers = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    Clerk(int port, Credentials credentials) {
        this.port = port;
        this.credentials = credentials;
        this.program = Browser.at(port);
    }

    Answer api(String user, String method, String path, byte[] body, String... headers) {
        mayLogIn(user);
        var all = Stream.concat(Stream.of("Authorization", proofOf(user)), Arrays.stream(headers))
                .toArray(String[]::new);
        return program.send(
                method, path, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body), all);
    }

    Answer post(String user, String path, @Nullable Object body) {
        return api(user, "POST", path, json(body), "Content-Type", "application/json");
    }

    Answer get(String user, String path, String... headers) {
        return api(user, "GET", path, new byte[0], headers);
    }

    /** A file, byte for byte. */
    byte[] bytes(String user, String path) {
        mayLogIn(user);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", proofOf(user))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + " for " + user + ": " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What Tasklist sends when a form is submitted. */
    Answer submits(String user, String path, Map<String, ? extends @Nullable Object> fields) {
        var variables = new HashMap<String, Object>();
        fields.forEach((name, value) -> {
            Map<String, @Nullable Object> variable = new HashMap<>();
            variable.put("value", value);
            variables.put(name, variable);
        });
        return camunda(user, path, Map.of("variables", variables));
    }

    Answer camunda(String user, String path, Object body) {
        return browser(user).camunda("POST", ENGINE + path, json(body));
    }

    Browser browser(String user) {
        mayLogIn(user);
        return browsers.computeIfAbsent(user, who -> Browser.at(port).login(who, PASSWORD));
    }

    private static String proofOf(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private void mayLogIn(String user) {
        if (known.add(user)) {
            credentials.setWhereMissing(List.of(PersonId.of(user)), PASSWORD);
        }
    }

    static byte[] json(@Nullable Object body) {
        try {
            return JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode read(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(answer.toString(), notJson);
        }
    }
}
