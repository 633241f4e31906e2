package fr.roubaix.cln.kiosk.device;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import fr.roubaix.cln.hardware.scanner.SerialPort;
import fr.roubaix.cln.storage.StartupRefusedException;

/**
 * Which devices this terminal has.
 *
 * @param mairie names the site file
 * @param imprimante {@code virtuelle} in demonstrations, {@code aucune} where there is none
 * @param terminal another model than the site file names, for a tablet or a trial
 * @param lecteur reads receipts: {@code serie:/dev/ttyACM0} (or {@code serie:/dev/ttyS0@9600} with its speed), {@code clavier}
 *     for one that passes for a keyboard, {@code virtuel} in demonstrations, {@code aucun} where there is none
 */
@ConfigurationProperties("cln.kiosk")
record DeviceProperties(
        @Nullable String mairie,
        @DefaultValue("aucune") String imprimante,
        @DefaultValue("aucun") String lecteur,
        @Nullable String terminal) {

    private static final Pattern SERIAL = Pattern.compile("(?i)serie:([^@\\s]{1,100})(?:@([0-9]{4,6}))?");

    /** How the receipt printer is reached. */
    enum Printer {
        ABSENT,
        VIRTUAL
    }

    /** How receipts are scanned. */
    sealed interface Reader {
        record Absent() implements Reader {}

        record Virtual() implements Reader {}

        /** Passes for a keyboard: the page hears it, the terminal knows nothing of it. */
        record Wedge() implements Reader {}

        record Serial(SerialPort port) implements Reader {}
    }

    String site() {
        if (mairie == null || mairie.isBlank()) {
            throw new StartupRefusedException(
                    "Dites de quelle mairie est la borne : cln.kiosk.mairie=centre, est, nord, ouest ou sud.");
        }
        return mairie;
    }

    Reader scanner() {
        String written = lecteur.strip();
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "aucun" -> new Reader.Absent();
            case "virtuel" -> new Reader.Virtual();
            case "clavier" -> new Reader.Wedge();
            default -> serial(written);
        };
    }

    private static Reader serial(String written) {
        var serial = SERIAL.matcher(written);
        if (serial.matches()) {
            int baud = serial.group(2) == null ? SerialPort.USUAL_BAUD : Integer.parseInt(serial.group(2));
            if (baud >= SerialPort.LEAST_BAUD && baud <= SerialPort.MOST_BAUD) {
                return new Reader.Serial(new SerialPort(serial.group(1), baud));
            }
        }
        throw new StartupRefusedException("Le lecteur « " + written + " » n’est pas connu. Écrivez cln.kiosk.lecteur="
                + "serie:/dev/ttyACM0 (ou serie:/dev/ttyS0@9600), clavier, virtuel ou aucun.");
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
