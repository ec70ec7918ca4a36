package org.bihuan.engine;

import java.util.Arrays;
import org.bihuan.Browser;
import org.bihuan.organisation.PersonId;
import org.bihuan.security.Credentials;

/** Logs the people of these tests in. */
final class Surfing {
    private static final String PASSWORD = "Bihuan-demo-2026";

    private Surfing() {}

    static Browser as(String user, int port, Credentials credentials) {
        credentials.setWhereMissing(Arrays.asList(PersonId.of(user)), PASSWORD);
        return Browser.at(port).login(user, PASSWORD);
    }
}
