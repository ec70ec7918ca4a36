package org.bihuan.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.Collectors;
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
    private static final String TOLD_EASILY = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(COST)));
    private final SecureRandom random = new SecureRandom();
    private final String hashOfNothing = encoder.encode("nobody has this password");

    /** A new one to be told, in three groups; without characters that look alike. */
    String fresh() {
        return random.ints(GROUPS * GROUP, 0, TOLD_EASILY.length())
                .mapToObj(at -> TOLD_EASILY.substring(at, at + 1))
                .collect(Collectors.joining())
                .replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

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
