package fr.roubaix.cln.kiosk.device;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import fr.roubaix.cln.storage.StartupRefusedException;

/**
 * Which devices this terminal has.
 *
 * @param mairie names the site file
 * @param imprimante {@code site} for the one that the site file names, {@code virtuelle} in demonstrations, {@code aucune}
 *     where there is none
 * @param terminal another model than the site file names, for a tablet or a trial
 * @param lecteur reads receipts: {@code site} as the site file says, {@code clavier} for one that passes for a keyboard,
 *     {@code virtuel} in demonstrations, {@code aucun} where there is none
 * @param modele another model of printer than the site file names, for a trial
 * @param materiel a folder of profiles, which go before those that come with the software
 */
@ConfigurationProperties("cln.kiosk")
record DeviceProperties(
        @Nullable String mairie,
        @DefaultValue("site") String imprimante,
        @DefaultValue("site") String lecteur,
        @Nullable String terminal,
        @Nullable String modele,
        @Nullable String materiel) {

    /** How the receipt printer is reached. */
    enum Printer {
        /** As the site file says. */
        OF_THE_SITE,
        ABSENT,
        VIRTUAL
    }

    /** How receipts are scanned. */
    enum Reader {
        OF_THE_SITE,
        /** Passes for a keyboard: the page hears it, the terminal knows nothing of it. */
        WEDGE,
        VIRTUAL,
        ABSENT
    }

    String site() {
        if (mairie == null || mairie.isBlank()) {
            throw new StartupRefusedException(
                    "Dites de quelle mairie est la borne : cln.kiosk.mairie=centre, est, nord, ouest ou sud.");
        }
        return mairie;
    }

    Optional<String> terminalModel() {
        return given(terminal);
    }

    Optional<String> printerModel() {
        return given(modele);
    }

    Optional<Path> folder() {
        try {
            return given(materiel).map(Path::of);
        } catch (InvalidPathException e) {
            throw new StartupRefusedException(
                    "« " + materiel + " » n’est pas le nom d’un dossier. Corrigez cln.kiosk.materiel.", e);
        }
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(written -> !written.isEmpty());
    }

    Reader scanner() {
        return switch (lecteur.strip().toLowerCase(Locale.ROOT)) {
            case "site" -> Reader.OF_THE_SITE;
            case "clavier" -> Reader.WEDGE;
            case "virtuel" -> Reader.VIRTUAL;
            case "aucun" -> Reader.ABSENT;
            default ->
                throw new StartupRefusedException("Le lecteur « " + lecteur
                        + " » n’est pas connu. Écrivez cln.kiosk.lecteur=site, clavier, virtuel ou aucun.");
        };
    }

    Printer printer() {
        return switch (imprimante.strip().toLowerCase(Locale.ROOT)) {
            case "site" -> Printer.OF_THE_SITE;
            case "aucune" -> Printer.ABSENT;
            case "virtuelle" -> Printer.VIRTUAL;
            default ->
                throw new StartupRefusedException("L’imprimante « " + imprimante
                        + " » n’est pas connue. Écrivez cln.kiosk.imprimante=site, virtuelle ou aucune.");
        };
    }
}
