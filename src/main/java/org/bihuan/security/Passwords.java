package org.bihuan.security;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** How passwords are hashed: bcrypt, named in the hash, so that a stronger way can come without asking people again. */
@Component
class Passwords {
    /** bcrypt looks at no more. */
    static final int LONGEST_BYTES = 72;

    private static final int COST = 11;

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(COST)));
    private final String hashOfNothing = encoder.encode("nobody has this password");

    static boolean isTooLong(String raw) {
        return raw.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES;
    }

    String hash(String raw) {
        return encoder.encode(raw);
    }

    boolean match(String raw, String hash) {
        return !isTooLong(raw) && encoder.matches(raw, hash);
    }

    /** Takes as long as a real comparison, so that nobody can tell by the time whether an account exists. */
    void matchNothing(String raw) {
        match(raw, hashOfNothing);
    }
}
