package fr.roubaix.cln.kiosk.receipt;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * What a receipt tells. Nothing here says who the person is: a receipt gets lost.
 *
 * @param paper what it is a receipt of
 * @param token the text of the QR
 * @param at when the application was recorded, in Roubaix
 * @param mairieTelephone of the project officer of the mairie (contact page of the règlement)
 * @param councilTelephone the general number of the CLN; none before the first contact with the hub
 * @param draw none when no call known here was open at that time
 */
record ReceiptContent(
        Paper paper,
        String token,
        ReceiptCode code,
        LocalDateTime at,
        Secteur mairie,
        String mairieTelephone,
        Optional<String> councilTelephone,
        Optional<Draw> draw) {

    /** What a receipt is handed over for. */
    sealed interface Paper {

        /** « DUPLICATA n° k » stands across it; 0 for an original. */
        int duplicate();

        /** An application. */
        record Application() implements Paper {
            @Override
            public int duplicate() {
                return 0;
            }
        }

        /** An application, again. */
        record Duplicate(int number) implements Paper {
            @Override
            public int duplicate() {
                return number;
            }
        }

        /** A withdrawal. */
        record Withdrawal(int duplicate) implements Paper {}

        /** Nothing: it is printed to see whether the printer does what receipts ask of it, and says so. */
        record Specimen(int duplicate) implements Paper {}
    }

    /** The public draw (art. 7 §3). */
    record Draw(LocalDate day, String place) {}
}
