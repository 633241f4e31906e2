package fr.roubaix.cln.e2e;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

/**
 * The browser of a terminal: its profile stays on the disk from one start to the next, and pages that were left are kept
 * aside for "back", as in front of people and unlike in most tests.
 */
final class TerminalBrowser implements AutoCloseable {

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Path profile;
    private final BrowserContext context;

    TerminalBrowser(Path profile) {
        this.profile = profile;
        context = playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(Path.of(Chromium.program()))
                                .setIgnoreDefaultArgs(List.of("--disable-back-forward-cache"))
                                .setArgs(List.of(
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync",
                                        "--no-first-run",
                                        "--restore-last-session"))
                                .setPermissions(List.of("clipboard-read", "clipboard-write"))
                                .setViewportSize(1920, 1080)
                                .setLocale("fr-FR"));
        context.addInitScript("""
                window.sons = 0;
                const start = OscillatorNode.prototype.start;
                OscillatorNode.prototype.start = function (...when) { window.sons++; return start.apply(this, when); };
                """);
    }

    Page page() {
        return context.pages().getFirst();
    }

    /** Names and values of what the browser keeps of the sites. */
    List<String> cookies() {
        return context.cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .toList();
    }

    /** Ends every process of this browser at once, as a fault or a power cut would. */
    void kill() {
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(profile.toString()))
                .forEach(ProcessHandle::destroyForcibly);
        playwright.close();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
