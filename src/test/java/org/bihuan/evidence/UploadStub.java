package org.bihuan.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.io.ClassPathResource;

/** A page with the control, under the house's own policy, and an upload call that answers as it is told. */
final class UploadStub implements AutoCloseable {
    private static final String POLICY = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'";

    /** One multipart body, taken apart. */
    record Upload(String path, String token, String stage, String name, String sha256) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Upload> received = new CopyOnWriteArrayList<>();
    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile String page = "";

    private record Refusal(int status, String body) {}

    UploadStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, 200, "text/html", page.getBytes(UTF_8)));
        server.createContext("/js/", exchange -> answer(exchange, 200, "text/javascript", shipped(exchange)));
        server.createContext("/css/", exchange -> answer(exchange, 200, "text/css", shipped(exchange)));
        server.createContext("/api/v1/", this::api);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void reset() {
        received.clear();
        refusals.clear();
        ids.set(0);
        letGo();
    }

    void page(String inside, String attributes) {
        page = """
                <!DOCTYPE html><html lang="zh-CN"><meta charset="UTF-8"><meta name="viewport" content="width=device-width">
                <title>x</title><body><form action="/submitted">
                <div data-bihuan-upload data-stage="BEFORE" data-csrf="the-token" %s>%s</div>
                <input type="hidden" id="all"><button>提交</button></form>
                <script src="/js/bihuan-upload.js"></script></body></html>
                """.formatted(attributes, inside);
    }

    void refuse(String name, int status, String body) {
        refusals.put(name, new Refusal(status, body));
    }

    /** Answers no upload until {@link #letGo}. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    void letGo() {
        gate.countDown();
    }

    List<Upload> received() {
        return received;
    }

    private void api(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            answer(exchange, 200, "image/jpeg", SampleFiles.jpeg(1));
            return;
        }
        var upload = read(exchange);
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        var refusal = refusals.get(upload.name());
        if (refusal != null) {
            answer(
                    exchange,
                    refusal.status(),
                    "application/problem+json",
                    refusal.body().getBytes(UTF_8));
            return;
        }
        received.add(upload);
        var body = "{\"id\":\"id-" + ids.incrementAndGet() + "\",\"warnings\":[]}";
        answer(exchange, 201, "application/json", body.getBytes(UTF_8));
    }

    private static Upload read(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var body = new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1);
        var parts = body.split("--" + headers.getFirst("Content-Type").replaceAll(".*boundary=", ""), -1);
        var stage = "";
        var name = "";
        var sha256 = "";
        for (var part : parts) {
            var content = part.indexOf("\r\n\r\n");
            if (content < 0) {
                continue;
            }
            var bytes = part.substring(content + 4, part.length() - 2).getBytes(ISO_8859_1);
            if (part.contains("name=\"stage\"")) {
                stage = new String(bytes, UTF_8);
            } else if (part.contains("name=\"file\"")) {
                name = part.replaceAll("(?s).*filename=\"([^\"]*)\".*", "$1");
                sha256 = HexFormat.of().formatHex(Sha256.fresh().digest(bytes));
            }
        }
        return new Upload(exchange.getRequestURI().getPath(), headers.getFirst("X-CSRF-TOKEN"), stage, name, sha256);
    }

    private static byte[] shipped(HttpExchange exchange) {
        try {
            return new ClassPathResource("static" + exchange.getRequestURI().getPath()).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=UTF-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        letGo();
        server.stop(0);
        threads.shutdownNow();
    }
}
