package fr.roubaix.cln.e2e;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/** The Chromium of the machine, driven by Playwright. */
public final class Chromium implements AutoCloseable {

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    public Chromium() {
        this(List.of());
    }

    /** @param more arguments of the command line */
    public Chromium(List<String> more) {
        var arguments = Stream.concat(
                Stream.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run"),
                more.stream());
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(program()))
                        .setArgs(arguments.toList()));
    }

    /** A browser of a person who has never been here, with a window of this size. */
    public BrowserContext person(int width, int height) {
        return browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setLocale("fr-FR"));
    }

    /** The same, of a person whose browser differs. */
    public BrowserContext person(Browser.NewContextOptions options) {
        return browser.newContext(options.setLocale("fr-FR"));
    }

    /** Closes every browser of a person. */
    public void everybodyLeaves() {
        browser.contexts().forEach(BrowserContext::close);
    }

    /** The launcher says which program to use; a developer's editor falls back to where distributions put it. */
    static String program() {
        return Stream.of(
                        System.getenv("CLN_CHROMIUM"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(p -> p != null && Path.of(p).toFile().canExecute())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium on this machine: see ./cln test"));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
