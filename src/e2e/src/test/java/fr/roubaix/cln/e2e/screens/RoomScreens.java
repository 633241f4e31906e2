package fr.roubaix.cln.e2e.screens;

import java.nio.file.Path;
import java.sql.SQLException;

import com.microsoft.playwright.Browser;

import fr.roubaix.cln.e2e.Application;
import fr.roubaix.cln.e2e.Chromium;
import fr.roubaix.cln.e2e.Screen;
import fr.roubaix.cln.e2e.projection.StoredCeremony;

/** The wall of the room, act after act of one draw, on a hub of its own. */
final class RoomScreens {

    private final Chromium chromium;
    private final Path folder;
    private final Album album;

    RoomScreens(Chromium chromium, Path folder, Album album) {
        this.chromium = chromium;
        this.folder = folder;
        this.album = album;
    }

    void wall() {
        album.chapter("La salle, pendant le tirage public", "salle");
        var window = new Browser.NewContextOptions().setViewportSize(1920, 1080).setDeviceScaleFactor(0.5);
        try (var hub = Application.hub(folder.resolve("salle"), Application.freePort())
                        .awaitReady("/tirages");
                var person = chromium.person(window)) {
            var draw = StoredCeremony.publicOne(hub.folder());
            var page = person.newPage();
            var wall = new Screen(page).open(hub.url(draw.path()));
            wall.titled("Tirage au sort public");
            album.take("1, attente", page);
            draw.freeze();
            wall.titled("La liste est arrêtée");
            album.take("2, liste", page);
            draw.confirmPlan();
            wall.titled("Le plan des sièges");
            album.take("3, plan", page);
            draw.open();
            wall.titled("La séance est ouverte");
            album.take("4, séance", page);
            draw.throwDice(0, 13);
            wall.titled("Les témoins lancent les dés").says("13 chiffres sur 30");
            album.take("5, dés", page);
            draw.throwDice(13, 30);
            draw.confirmSeed();
            wall.titled("Les dés sont fixés");
            album.take("6, graine", page);
            draw.draw(folder);
            wall.titled("Les sièges");
            draw.reveal(9);
            page.waitForFunction("() => document.querySelectorAll('.s[data-cle]').length === 11");
            album.take("7, sièges", page);
            draw.reveal(17);
            draw.proclaim();
            wall.titled("Le résultat est proclamé");
            album.take("8, proclamation", page);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
