package fr.roubaix.cln.e2e.fautes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;

import fr.roubaix.cln.e2e.Chromium;
import fr.roubaix.cln.e2e.Connexion;
import fr.roubaix.cln.e2e.Screen;

/** The administrator of the hub, in front of its screens. */
final class HubStaff implements AutoCloseable {

    private final Chromium chromium = new Chromium();
    private final HubProcess hub;

    HubStaff(HubProcess hub) {
        this.hub = hub;
    }

    /** Makes a backup; gives every backup there is, the newest first. */
    List<Path> backUp() {
        try (var person = chromium.person(1440, 900)) {
            signIn(person)
                    .open(hub.url("/app/gestion/sauvegardes"))
                    .touch("Sauvegarder maintenant")
                    .says("vérifiée par une restauration à l’essai");
        }
        return backups();
    }

    private List<Path> backups() {
        try (Stream<Path> files = Files.list(hub.folder().resolve("sauvegardes"))) {
            return files.filter(file -> file.getFileName().toString().matches("hub-.*\\.clnsauvegarde"))
                    .sorted(Comparator.comparing(Path::toString).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the hub new keys. */
    void changeKeys() {
        try (var person = chromium.person(1440, 900)) {
            var screen = signIn(person).open(hub.url("/app/gestion/sauvegardes"));
            screen.touch("Changer les clés").touch("Continuer");
            screen.says("Confirmer le changement des clés");
            screen.find("vaadin-confirm-dialog vaadin-button[theme~='primary']")
                    .last()
                    .click();
            screen.says("sont en vigueur. Copiez");
        }
    }

    /**
     * Brings a bundle of a kiosk without network.
     *
     * @param whole whether everything in it is expected to be taken
     * @return what the hub gives to take back to the kiosk
     */
    Path importBundle(Path bundle, boolean whole) {
        try (var person = chromium.person(1440, 900)) {
            var screen = signIn(person).open(hub.url("/app/gestion/bornes")).titled("Recevoir par clé USB");
            screen.find("vaadin-upload input[type='file']").setInputFiles(bundle);
            screen.says(whole ? "lignes sont reçues" : "mais tout n’a pas été pris");
            Path kept = bundle.resolveSibling(bundle.getFileName() + ".clnreturn");
            return Files.copy(screen.download("Télécharger le retour"), kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Screen signIn(BrowserContext person) {
        return Connexion.connecter(person, hub.url(""), "admin");
    }

    @Override
    public void close() {
        chromium.close();
    }
}
