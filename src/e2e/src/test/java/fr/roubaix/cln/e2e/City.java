package fr.roubaix.cln.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;

import com.microsoft.playwright.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One hub with its demonstration, one kiosk of the mairie Nord and one browser, each started when it is first asked for and
 * shared by every class of a run: to start them anew is most of what such a test costs. Whoever shares them adds people in
 * the sector Nord only, and closes no call.
 */
public final class City implements AutoCloseable {

    /** The terminal that most residents meet. */
    public static final String USUAL_TERMINAL = "generique-21-pouces";

    private static final String DEMO = "--spring.profiles.active=demo";

    private final Path folder;
    private final Map<String, String> signedIn = new HashMap<>();
    private @Nullable Chromium chromium;
    private @Nullable Application hub;
    private @Nullable Application kiosk;
    private String terminal = "";

    private City() {
        try {
            folder = Files.createTempDirectory("cln-ville");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Chromium chromium() {
        if (chromium == null) {
            chromium = new Chromium();
        }
        return chromium;
    }

    /** The hub, its demonstration in place. */
    public Application hub() {
        if (hub == null) {
            hub = Application.hub(folder.resolve("hub"), Application.freePort(), DEMO);
            hub.awaitInLog("(Démonstration prête)");
        }
        return hub;
    }

    /** The kiosk on the usual terminal. */
    public Application kiosk() {
        return kiosk(USUAL_TERMINAL);
    }

    /** The kiosk on a terminal, to which it is moved if it stood on another. */
    public Application kiosk(String wanted) {
        if (kiosk != null && !terminal.equals(wanted)) {
            kiosk.close();
            kiosk = null;
        }
        if (kiosk == null) {
            terminal = wanted;
            kiosk = Application.kiosk(
                            folder.resolve("borne"),
                            Application.freePort(),
                            DEMO,
                            "--cln.kiosk.mairie=nord",
                            "--cln.kiosk.imprimante=virtuelle",
                            "--cln.kiosk.terminal=" + wanted,
                            "--cln.kiosk.hub=" + hub().url(""),
                            "--cln.kiosk.code=" + code())
                    .awaitReady("/borne/");
        }
        return kiosk;
    }

    private String code() {
        try {
            return Files.readString(folder.resolve("hub/code-nord.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A window of a member of the staff, who signs in for the first and stays known in the next. */
    public Screen staff(String account, int width, int height) {
        var window = new Browser.NewContextOptions().setViewportSize(width, height);
        String known = signedIn.get(account);
        if (known != null) {
            return new Screen(chromium().person(window.setStorageState(known)).newPage());
        }
        var person = chromium().person(window);
        var screen = Connexion.connecter(person, hub().url(""), account);
        signedIn.put(account, person.storageState());
        return screen;
    }

    private void everybodyLeaves() {
        if (chromium != null) {
            chromium.everybodyLeaves();
        }
    }

    @Override
    public void close() {
        if (chromium != null) {
            chromium.close();
        }
        if (kiosk != null) {
            kiosk.close();
        }
        if (hub != null) {
            hub.close();
        }
        delete();
    }

    private void delete() {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path left, @Nullable IOException failure) throws IOException {
                    Files.delete(left);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the city to whichever method asks for it, and sends everybody home after each test. */
    public static final class Shared implements ParameterResolver, AfterEachCallback {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == City.class;
        }

        @Override
        public City resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return of(context);
        }

        /** A page that is left open goes on asking its server what is new. */
        @Override
        public void afterEach(ExtensionContext context) {
            of(context).everybodyLeaves();
        }

        private static City of(ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(City.class))
                    .computeIfAbsent(City.class, _ -> new City(), City.class);
        }
    }
}
