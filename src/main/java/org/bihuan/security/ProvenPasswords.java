package org.bihuan.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Passwords proven a moment ago: API clients send theirs with each call, and bcrypt is slow on purpose. Keeps no password
 * but a keyed digest of it with the stored hash it was proven against, so a changed password is worth nothing at once.
 */
@Component
class ProvenPasswords {
    private static final int MOST = 1_000;
    private static final long LASTS_NANOS = Duration.ofMinutes(5).toNanos();
    private static final String DIGEST = "HmacSHA256";

    private final SecretKeySpec key;
    private final Map<String, Long> provenAt = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    ProvenPasswords() {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, DIGEST);
    }

    synchronized boolean holds(String account, String raw, String hash) {
        var proof = digest(account, raw, hash);
        var at = provenAt.get(proof);
        if (at == null) {
            return false;
        }
        if (System.nanoTime() - at > LASTS_NANOS) {
            provenAt.remove(proof);
            return false;
        }
        return true;
    }

    synchronized void keep(String account, String raw, String hash) {
        provenAt.put(digest(account, raw, hash), System.nanoTime());
    }

    private String digest(String account, String raw, String hash) {
        try {
            var mac = Mac.getInstance(DIGEST);
            mac.init(key);
            for (var part : new String[] {account, raw, hash}) {
                mac.update(part.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
            }
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing); // every JVM has it
        }
    }
}
