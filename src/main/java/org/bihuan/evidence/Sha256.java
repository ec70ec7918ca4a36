package org.bihuan.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash under which files lie; every Java has it. */
final class Sha256 {
    private Sha256() {}

    static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
