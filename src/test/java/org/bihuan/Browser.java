package org.bihuan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Somebody at a browser, or a program, talking HTTP to the application under test: own cookies, no redirects followed, paths
 * sent as they are written.
 */
public final class Browser {
    public static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final int port;
    private final CookieManager cookies;
    private final HttpClient client;

    private Browser(int port, CookieManager cookies) {
        this.port = port;
        this.cookies = cookies;
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    public static Browser at(int port) {
        return new Browser(port, new OnOnesOwnMachine());
    }

    /** The same browser, sent to another node by a proxy. */
    public Browser goingOnAt(int other) {
        return new Browser(other, cookies);
    }

    /** Sends secure cookies back without TLS, as browsers do to one's own machine. */
    private static final class OnOnesOwnMachine extends CookieManager {
        OnOnesOwnMachine() {
            super(null, CookiePolicy.ACCEPT_ALL);
        }

        @Override
        public void put(URI from, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> open = new HashMap<>(headers);
            open.replaceAll((name, values) -> values.stream()
                    .map(value -> value.replaceFirst("(?i); *Secure(?=;|$)", ""))
                    .toList());
            super.put(from, open);
        }
    }

    /** What came back. */
    public record Answer(int status, String body, java.net.http.HttpHeaders headers) {
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /** Through the login page, as people do it. */
    public Browser login(String user, String password) {
        var answer = tryLogin(user, password);
        if (answer.status() != 302 || answer.header("Location").contains("/login")) {
            throw new AssertionError("login of " + user + " failed: " + answer);
        }
        return this;
    }

    public Answer tryLogin(String user, String password) {
        return form("/login", "username", user, "password", password, "_csrf", tokenOf("/login"));
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** A page as browsers ask for it. */
    public Answer page(String path) {
        return get(path, "Accept", "text/html,application/xhtml+xml");
    }

    /** The token of our own pages, from the form of one of them. */
    public String tokenOf(String page) {
        var found = TOKEN.matcher(page(page).body());
        if (!found.find()) {
            throw new AssertionError("no token on " + page);
        }
        return found.group(1);
    }

    /** @param fields names and values in turn */
    public Answer form(String path, String... fields) {
        var body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(encode(fields[i])).append('=').append(encode(fields[i + 1]));
        }
        return send(
                "POST",
                path,
                BodyPublishers.ofString(body.toString()),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "text/html");
    }

    /** To Camunda's web API, with the token its pages would send. */
    public Answer camunda(String method, String path, String json) {
        return camunda(method, path, json.getBytes(StandardCharsets.UTF_8));
    }

    public Answer camunda(String method, String path, byte[] json) {
        return send(
                method,
                path,
                json.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(json),
                "Content-Type",
                "application/json",
                "Accept",
                "application/json",
                "X-XSRF-TOKEN",
                camundaToken());
    }

    /** JSON with HTTP Basic, as programs send it. */
    public Answer json(String method, String path, String user, String password, String body) {
        var proof = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return send(
                method,
                path,
                BodyPublishers.ofString(body),
                "Authorization",
                "Basic " + proof,
                "Content-Type",
                "application/json");
    }

    /** A request with HTTP Basic, as programs send it. */
    public Answer basic(String method, String path, String user, String password, String... headers) {
        var proof = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        var all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Basic " + proof;
        return send(method, path, BodyPublishers.noBody(), all);
    }

    public Answer send(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body(), headersOf(response));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    private String camundaToken() {
        if (cookie("XSRF-TOKEN").isEmpty()) {
            get(TASKLIST);
        }
        return cookie("XSRF-TOKEN");
    }

    private String cookie(String name) {
        return cookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static java.net.http.HttpHeaders headersOf(HttpResponse<String> response) {
        return response.headers();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
