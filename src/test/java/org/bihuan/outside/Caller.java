package org.bihuan.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody who talks HTTP to the application: nobody, a program that says who it is with each call, or a person logged in. */
public final class Caller {
    private static final String PASSWORD = "Bihuan-demo-2026";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final PackagedApplication application;
    private final HttpClient client;
    private final @Nullable String authorization;

    Caller(PackagedApplication application) {
        this(application, null);
    }

    private Caller(PackagedApplication application, @Nullable String authorization) {
        this.application = application;
        this.authorization = authorization;
        this.client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(LIMIT)
                .build();
    }

    /** The same with HTTP Basic. */
    public Caller as(String user) {
        return as(user, PASSWORD);
    }

    public Caller as(String user, String password) {
        var login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new Caller(application, "Basic " + login);
    }

    /** Logs in by the page, as people do; the session then serves pages and web applications. */
    public Caller loggedInAs(String user) {
        var token = TOKEN.matcher(get("/login").body());
        if (!token.find()) {
            throw new AssertionError("the login page has no token");
        }
        var answer = send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form("username", user, "password", PASSWORD, "_csrf", token.group(1)))));
        var destination = answer.headers().firstValue("Location").orElse("");
        if (answer.status() != 302 || destination.contains("/login")) {
            throw new AssertionError("login refused for " + user + ": " + answer.status() + " " + destination);
        }
        return this;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** Hands a file in, as a form does. */
    public Answer upload(String path, Map<String, String> fields, String name, String mediaType, byte[] content) {
        var edge = "edge-" + UUID.randomUUID();
        var head = new StringBuilder();
        fields.forEach((field, value) -> head.append("""
                --%s\r
                Content-Disposition: form-data; name="%s"\r
                \r
                %s\r
                """.formatted(edge, field, value)));
        head.append("""
                --%s\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: %s\r
                \r
                """.formatted(edge, name, mediaType));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head.toString()),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--" + edge + "--\r\n"))));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(application.at(path)).timeout(LIMIT);
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer.headers());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String form(String... namesAndValues) {
        var pairs = Stream.<String>builder();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return pairs.build().collect(Collectors.joining("&"));
    }

    /** What came back. */
    public record Answer(int status, String body, HttpHeaders headers) {}
}
