package fr.roubaix.cln.hardware.profile;

import java.util.Optional;

import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * What stands in a mairie de quartier.
 *
 * @param contact telephone of the project officer (contact page of the règlement)
 * @param printer none where nobody bought one: the code is then shown large, to be written down
 * @param scanner none where codes are typed
 */
public record SiteProfile(
        Secteur mairie,
        String contact,
        TerminalProfile terminal,
        Optional<Printer> printer,
        Optional<Scanner> scanner) {

    /** A printer and where it is plugged in. Its profile prints receipts: the loader refuses any other. */
    public record Printer(PrinterProfile profile, Connection connection) {}

    /** A scanner and the mode it is set to. Its profile offers that mode and reads square codes. */
    public record Scanner(ScannerProfile profile, Reading reading) {}

    /** How what a scanner reads comes in. */
    public sealed interface Reading {

        /** By the keyboard of the page. */
        record Wedge() implements Reading {}

        /** By a serial line. */
        record Serial(Connection.Serial line) implements Reading {}
    }
}
