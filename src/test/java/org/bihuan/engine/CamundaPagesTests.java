package org.bihuan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bihuan.CountyTest;
import org.bihuan.security.Credentials;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Camunda's pages under our Content-Security-Policy: each inline script is named there by its hash, no nonce is shared. */
@CountyTest
class CamundaPagesTests {
    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("<script(?![^>]*\\bsrc=)[^>]*>(.*?)</script>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    @LocalServerPort
    int port;

    @Autowired
    Credentials credentials;

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void eachInlineScriptOfAPageIsNamedInItsPolicy(String app) throws NoSuchAlgorithmException {
        var page = Surfing.as("admin", port, credentials).page("/camunda/app/" + app + "/default/");

        assertThat(page.status()).isEqualTo(200);
        var policy = page.header("Content-Security-Policy");
        var scripts = INLINE_SCRIPT.matcher(page.body()).results().toList();
        assertThat(scripts).isNotEmpty();
        for (var script : scripts) {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));
            assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        }
    }
}
