package org.bihuan.outside;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;

/** A browser for a test that has the application in its own process, where it can turn the clock. */
public final class BrowserAtHand implements AutoCloseable {
    private final Playwright playwright = WalkedCounty.playwright();
    private final Browser browser = WalkedCounty.browser(playwright);
    private final int port;

    public BrowserAtHand(int port) {
        this.port = port;
    }

    /** Somebody at a desk. */
    public Visitor at(String user) {
        return new Visitor(path -> "http://localhost:" + port + path, browser, "desktop", 1280, 900, user);
    }

    /** Somebody with a phone. */
    public Visitor onThePhone(String user) {
        return new Visitor(path -> "http://localhost:" + port + path, browser, "phone", 390, 844, user);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
