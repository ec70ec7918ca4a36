package org.bihuan.decisions;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.bihuan.Browser;
import org.bihuan.Browser.Answer;
import org.bihuan.engine.DecisionVersions;
import org.bihuan.engine.DecisionVersions.Origin;
import org.bihuan.engine.DecisionVersions.Version;
import org.bihuan.engine.DecisionVersions.Wish;
import org.bihuan.organisation.PersonId;
import org.bihuan.security.Credentials;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody at page {@code /decisions}; and the county's tables as they were before, when a test is over. */
final class Tables {
    private static final String PASSWORD = "Bihuan-demo-2026";
    private static final String BOUNDARY = "----table";
    private static final Pattern DRAFT = Pattern.compile("/decisions/drafts/([0-9a-f-]{36})");

    private final int port;
    private final DecisionVersions versions;
    private final Credentials credentials;
    private final TransactionTemplate transaction;

    Tables(int port, DecisionVersions versions, Credentials credentials, TransactionTemplate transaction) {
        this.port = port;
        this.versions = versions;
        this.credentials = credentials;
        this.transaction = transaction;
    }

    Version inForce(String decision) {
        return versions.inForce(decision).orElseThrow();
    }

    EditedTable copy(String decision) {
        return EditedTable.of(
                versions.file(decision, inForce(decision).version()).orElseThrow());
    }

    /** All tests share one county. */
    void restore() {
        versions.shipped().stream()
                .filter(decision -> !inForce(decision).sha256().equals(versions.hash(versions.shippedFile(decision))))
                .forEach(decision -> put(decision, Origin.SHIPPED, versions.shippedFile(decision)));
    }

    void put(String decision, Origin origin, byte[] file) {
        var by = origin == Origin.COUNTY ? PersonId.of("office1") : null;
        transaction.executeWithoutResult(status -> versions.putInForce(
                new Wish(decision, origin, by, "test"), file, inForce(decision).version()));
    }

    Browser at(String user) {
        credentials.setWhereMissing(List.of(PersonId.of(user)), PASSWORD);
        return Browser.at(port).login(user, PASSWORD);
    }

    static Answer handsIn(Browser browser, String name, byte[] file) {
        var body = new ByteArrayOutputStream();
        part(body, "name=\"_csrf\"", browser.tokenOf("/decisions").getBytes(StandardCharsets.UTF_8));
        part(body, "name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream", file);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return browser.send(
                "POST",
                "/decisions",
                BodyPublishers.ofByteArray(body.toByteArray()),
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY,
                "Accept",
                "text/html");
    }

    private static void part(ByteArrayOutputStream body, String header, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + header + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** @return address of the preview */
    static String draftOf(Answer answer) {
        var found = DRAFT.matcher(answer.header("Location"));
        if (answer.status() != 302 || !found.find()) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return found.group();
    }

    static Answer confirms(Browser browser, String draft, String reason) {
        return browser.form(draft + "/confirm", "_csrf", browser.tokenOf("/decisions"), "reason", reason);
    }
}
