package org.bihuan.outside;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Somebody who came in by the login page and goes about as people do. */
public final class Visitor implements AutoCloseable {
    private static final String PASSWORD = "Bihuan-demo-2026";
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Path PHOTOS = Path.of("src", "main", "resources", "sample-county", "photos");
    private static final int PATIENCE = 60_000;
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String FORM = ".task-details form.bh-form";

    private final UnaryOperator<String> address;
    private final BrowserContext context;
    private final String kind;
    private final Page page;

    /** @param address the whole address of a path of the county */
    public Visitor(UnaryOperator<String> address, Browser browser, String kind, int width, int height, String user) {
        this.address = address;
        this.kind = kind;
        this.context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setLocale("zh-CN"));
        context.setDefaultTimeout(PATIENCE);
        this.page = context.newPage();
        goesTo("/login");
        page.fill("input[name=username]", user);
        page.fill("input[name=password]", PASSWORD);
        page.locator("form button").first().click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    public Page page() {
        return page;
    }

    public void goesTo(String path) {
        page.navigate(address.apply(path));
    }

    public String reads(String selector) {
        return page.locator(selector).first().textContent();
    }

    /** Leaves a picture for the manual. */
    public void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + "-" + kind + ".png")));
    }

    /** Whether something sticks out of the screen to the right, so that one would have to push the page about. */
    public boolean mustScrollSideways() {
        return (boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
    }

    // ---- registration ----

    public void opensTheRegistration() {
        goesTo(TASKLIST);
        var register = page.locator(".start-process-action a").first();
        register.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        if (!register.isVisible()) {
            page.locator("button.navbar-toggle").click();
        }
        register.click();
        page.locator(".modal-dialog form.bh-form").waitFor();
        page.waitForFunction("document.querySelector('#bh-found')?.value"); // its script has furnished the form
    }

    public void choosesEnterprise(String someSigns) {
        page.locator("#bh-enterprise").pressSequentially(someSigns);
        page.locator(".bh-pick").first().click();
    }

    /** @return the new hazard's number */
    public String handsInTheRegistration() {
        page.locator(".modal-footer .btn-primary").click();
        return page.locator(".bh-announcement b").textContent();
    }

    // ---- tasks ----

    /** Looks through a list of Tasklist until the card with the words is there. */
    public void findsIn(String list, String words) {
        goesTo(TASKLIST);
        page.locator(".task-filters a:has-text('" + list + "')").first().click();
        page.locator(".tasks-list .task:has-text('" + words + "')").first().waitFor();
    }

    /** By the link of a mail, as people come. */
    public void opens(String number) {
        goesTo("/t/" + number);
        page.locator(FORM).waitFor();
        page.locator(FORM + " :is(input[type=radio], textarea)").first().waitFor();
    }

    /** What is offered to a unit is taken by somebody first. */
    public void takes() {
        page.locator("button.claim").click();
        page.locator("button.claim").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.locator(FORM + " :is(input[type=radio], textarea)").first().waitFor();
    }

    public void chooses(String value) {
        page.locator(FORM + " input[value=" + value + "]").first().click();
    }

    public void hands(String stage, String photo) {
        handsIn(stage, chooser -> chooser.setInputFiles(PHOTOS.resolve(photo)));
    }

    public void handsPaper(FilePayload paper) {
        handsIn("DOCUMENT", chooser -> chooser.setInputFiles(paper));
    }

    private void handsIn(String stage, Consumer<Locator> choose) {
        var control =
                page.locator("[data-bihuan-upload][data-stage=" + stage + "]").first();
        var done = control.locator(".bh-upload-done");
        var before = done.count();
        choose.accept(control.locator("input[type=file]").last());
        done.nth(before).waitFor();
    }

    public void completes() {
        page.locator(".task-details .form-actions .btn-primary").click();
        page.locator(FORM).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** @return what the person is told */
    public String isRefused() {
        page.locator(".task-details .form-actions .btn-primary").click();
        return isTold();
    }

    public String isTold() {
        return page.locator(".page-notifications .alert, .page-notifications .notification")
                .first()
                .textContent();
    }

    @Override
    public void close() {
        context.close();
    }
}
