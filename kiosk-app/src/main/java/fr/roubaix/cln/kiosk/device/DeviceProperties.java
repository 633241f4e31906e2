package fr.roubaix.cln.kiosk.device;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import fr.roubaix.cln.storage.StartupRefusedException;

/**
 * Which devices this terminal has.
 *
 * @param mairie names the site file
 * @param imprimante {@code virtuelle} in demonstrations, {@code aucune} where there is none
 * @param terminal another model than the site file names, for a tablet or a trial
 */
@ConfigurationProperties("cln.kiosk")
record DeviceProperties(
        @Nullable String mairie,
        @DefaultValue("aucune") String imprimante,
        @Nullable String terminal) {

    /** How the receipt printer is reached. */
    enum Printer {
        ABSENT,
        VIRTUAL
    }

    String site() {
        if (mairie == null || mairie.isBlank()) {
            throw new StartupRefusedException(
                    "Dites de quelle mairie est la borne : cln.kiosk.mairie=centre, est, nord, ouest ou sud.");
        }
        return mairie;
    }

    Printer printer() {
        return switch (imprimante.strip().toLowerCase(Locale.ROOT)) {
            case "aucune" -> Printer.ABSENT;
            case "virtuelle" -> Printer.VIRTUAL;
            default ->
                throw new StartupRefusedException("L’imprimante « " + imprimante
                        + " » n’est pas connue. Écrivez cln.kiosk.imprimante=virtuelle ou aucune.");
        };
    }
}
