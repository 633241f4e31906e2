package fr.roubaix.cln.e2e.screens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.e2e.Application;
import fr.roubaix.cln.e2e.Chromium;

/** {@code ./cln ecrans}: a picture of every screen in {@code src/docs/screens}, on a day that is always the same. */
public final class ScreensFolder {

    private static final String DEMO = "--spring.profiles.active=demo";
    private static final ZonedDateTime THE_DAY = ZonedDateTime.of(2026, 11, 17, 10, 5, 0, 0, Appel.ROUBAIX);

    private ScreensFolder() {}

    public static void main(String[] arguments) throws IOException {
        Path pictures =
                Path.of(System.getProperty("cln.racine", ".")).toAbsolutePath().resolve("src/docs/screens");
        var album = new Album(pictures);
        var folder = Files.createTempDirectory("cln-ecrans");
        String day = "--cln.demo.decalage="
                + Duration.between(Clock.systemUTC().instant(), THE_DAY.toInstant())
                        .toSeconds() + "s";
        try (var chromium = new Chromium();
                var hub = Application.hub(folder.resolve("hub"), Application.freePort(), DEMO, day)) {
            hub.awaitInLog("(Démonstration prête)");
            try (var kiosk = Application.kiosk(
                            folder.resolve("borne"),
                            Application.freePort(),
                            DEMO,
                            day,
                            "--cln.kiosk.mairie=nord",
                            "--cln.kiosk.imprimante=virtuelle",
                            "--cln.kiosk.galerie=true",
                            "--cln.kiosk.inactivite-secondes=300",
                            "--cln.kiosk.hub=" + hub.url(""),
                            "--cln.kiosk.code=" + Files.readString(folder.resolve("hub/code-nord.txt")))
                    .awaitReady("/borne/")) {
                var screens = new KioskScreens(chromium, kiosk, album);
                screens.residents();
                screens.agents();
                screens.gallery();
            }
            var screens = new HubScreens(chromium, hub, album);
            screens.staff();
            screens.small();
            screens.everyone();
            new RoomScreens(chromium, folder, album).wall();
        }
        System.out.println(album.close() + " écrans dans " + pictures);
    }
}
