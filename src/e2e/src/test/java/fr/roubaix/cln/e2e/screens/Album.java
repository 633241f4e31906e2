package fr.roubaix.cln.e2e.screens;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;

/** The pictures of a run, by chapters, and the page that shows them. What an earlier run left and this one has not is deleted. */
final class Album {

    private static final int MOST_LOOKS = 12;
    private static final String STEADY = steady();

    private final Path folder;
    private final Map<String, Map<String, String>> chapters = new LinkedHashMap<>();
    private Map<String, String> chapter = new LinkedHashMap<>();
    private String prefix = "";

    Album(Path folder) {
        this.folder = folder;
    }

    /** Whatever follows belongs to it. */
    Album chapter(String title, String shortName) {
        chapter = new LinkedHashMap<>();
        chapters.put(title, chapter);
        prefix = shortName;
        return this;
    }

    /** Takes what the page shows once it has come to rest. */
    void take(String title, Page page) {
        take(title, page, false);
    }

    /** The same of a page from its top to its foot. */
    void takeWhole(String title, Page page) {
        take(title, page, true);
    }

    private void take(String title, Page page, boolean whole) {
        String name = prefix + "-" + slug(title) + ".png";
        if (chapter.putIfAbsent(name, title) != null) {
            throw new IllegalStateException("two pictures are called " + name);
        }
        page.mouse().move(0, 0);
        byte[] before = look(page, whole);
        for (int i = 0; i < MOST_LOOKS; i++) {
            byte[] after = look(page, whole);
            if (Arrays.equals(before, after)) {
                break;
            }
            before = after;
        }
        try {
            Path file = Files.createDirectories(folder).resolve(name);
            byte[] picture = PalettePng.of(before);
            if (!SameLook.of(file, picture)) {
                Files.write(file, picture);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println(name);
    }

    /** Two frames, so that what was asked for is drawn. */
    private static byte[] look(Page page, boolean whole) {
        page.evaluate("() => document.fonts.ready.then(() => new Promise("
                + "done => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))");
        page.evaluate(STEADY);
        return page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setFullPage(whole));
    }

    /** Ends the run: writes the index, and deletes the pictures that it does not show. */
    long close() throws IOException {
        var page = new StringBuilder("""
                # Les écrans

                Faits par `./cln ecrans` avec des personnes fictives, à une date fixe. Heures, numéros, empreintes et codes
                y sont toujours les mêmes : un fichier qui change montre un écran qui a changé. Ce dossier se refait en entier.
                """);
        chapters.forEach((title, pictures) -> {
            page.append("\n## ").append(title).append("\n\n");
            pictures.forEach((name, words) ->
                    page.append("- [").append(words).append("](").append(name).append(")\n"));
        });
        Files.writeString(folder.resolve("README.md"), page);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".png")).toList()) {
                if (chapters.values().stream()
                        .noneMatch(shown -> shown.containsKey(file.getFileName().toString()))) {
                    Files.delete(file);
                }
            }
        }
        return chapters.values().stream().mapToLong(Map::size).sum();
    }

    static String slug(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static String steady() {
        try (InputStream in = Album.class.getResourceAsStream("steady.js")) {
            if (in == null) {
                throw new IllegalStateException("steady.js is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceFirst("^//.*\n", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
