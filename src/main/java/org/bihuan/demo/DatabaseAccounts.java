package org.bihuan.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.io.ClassPathResource;

/** The two accounts of a database of ours: the owner changes its schema, the application only rows (platform 4.3). */
final class DatabaseAccounts {
    static final String OWNER = "bihuan_owner";
    static final String APP = "bihuan_app";
    private static final int PASSWORD_BYTES = 24;

    private DatabaseAccounts() {}

    /** What {@code docs/operations} tells an administrator to run; a second time it changes nothing. */
    static String script() throws IOException {
        return new ClassPathResource("db/accounts.sql").getContentAsString(StandardCharsets.UTF_8);
    }

    /** Letters, digits, hyphen and underscore: safe inside quotes. */
    static String freshPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
