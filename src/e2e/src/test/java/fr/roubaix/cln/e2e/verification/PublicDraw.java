package fr.roubaix.cln.e2e.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import fr.roubaix.cln.e2e.Chromium;
import fr.roubaix.cln.e2e.Screen;
import fr.roubaix.cln.sync.Hash;

/** What a citizen does with a draw that a hub has published: reads, verifies here, takes everything home, verifies there. */
public final class PublicDraw {

    private static final int[][] WINDOWS = {{1440, 900}, {390, 844}};

    private final Chromium chromium;
    private final String draw;
    private final Path folder;

    /**
     * @param draw the address of its page
     * @param folder where files may be written
     */
    public PublicDraw(Chromium chromium, String draw, Path folder) {
        this.chromium = chromium;
        this.draw = draw;
        this.folder = folder;
    }

    /** Every page, on a laptop and on a telephone. */
    public PublicDraw reads(String code) {
        for (int[] window : WINDOWS) {
            var person = chromium.person(window[0], window[1]);
            var screen = new Screen(person.newPage());
            check(screen.open(draw.substring(0, draw.lastIndexOf('/'))).titled("Les tirages au sort"));
            check(screen.open(draw).titled("du Conseil local du numérique").says("Même liste, mêmes dés"));
            check(screen.open(draw + "/verifier").titled("Vérifier vous-même").says("CONFORME"));
            check(screen.open(draw + "/a-la-main").titled("Refaire à la main").says("sha256sum liste.csv"));
            check(screen.open(draw + "/recherche").titled("Mon reçu dans ce tirage"));
            screen.write("Numéro du reçu", code).touch("Chercher").says("Sur l’ensemble des");
            check(screen);
            assertThat(person.cookies()).isEmpty();
            person.close();
        }
        return this;
    }

    /** With a copy in which one byte was changed. */
    public PublicDraw seesAChangedByte(Path pv, Path list) throws IOException {
        byte[] altered = Files.readAllBytes(pv);
        altered[altered.length / 2] ^= 1;
        Path wrong = Files.write(folder.resolve("altere.json"), altered);
        var screen = new Screen(chromium.person(1440, 900).newPage()).open(draw + "/verifier");
        screen.says("CONFORME").find("details summary").click();
        screen.find("#fichier-pv").setInputFiles(wrong);
        check(screen.says("NON CONFORME"));
        screen.find("#fichier-pv").setInputFiles(pv);
        screen.find("#fichier-liste").setInputFiles(list);
        screen.find(".verdict--conforme").waitFor();
        return this;
    }

    /** The page to keep, from a disk, in a browser that has no network. */
    public PublicDraw verifiesOffline(Path pv, Path list) {
        var screen = new Screen(chromium.person(1440, 900).newPage()).open(draw);
        Path kept = screen.download("La page à garder");
        var person = chromium.person(390, 844);
        person.setOffline(true);
        var page = person.newPage();
        var alone = new Screen(page)
                .open(copy(kept, "cln-verificateur.html").toUri().toString());
        alone.titled("Vérifier un tirage du Conseil local du numérique").says("Choisissez les deux fichiers");
        page.locator("#fichier-liste").setInputFiles(list);
        page.locator("#fichier-pv").setInputFiles(pv);
        page.locator(".verdict--conforme").waitFor();
        check(alone);
        assertThat(page.evaluate("() => CLN.empreinte.duNavigateur()")).isEqualTo(true);
        return this;
    }

    /** The program has the fingerprint that the page says, and finds the draw right. */
    public void verifiesWithTheProgram(Path pv, Path list) throws Exception {
        var screen = new Screen(chromium.person(1440, 900).newPage()).open(draw);
        Path jar = copy(screen.download("Le programme"), "cln-verificateur.jar");
        screen.says(Hash.of(Files.readAllBytes(jar)).hex());
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "verifier",
                        pv.toString(),
                        list.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said.lines()).containsExactly("règlement déclaré : 2025 (non vérifiable par le calcul)", "CONFORME");
    }

    private Path copy(Path download, String name) {
        try {
            return Files.copy(download, folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Screen check(Screen screen) {
        return screen.isAccessible().isNoWiderThanItsWindow();
    }
}
