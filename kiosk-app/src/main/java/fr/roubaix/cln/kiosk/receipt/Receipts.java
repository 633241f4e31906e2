package fr.roubaix.cln.kiosk.receipt;

import java.time.Instant;
import java.util.Locale;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;

/** Prints receipts. Printing can fail; the application cannot be lost by it, because it was appended before. */
public interface Receipts {

    /**
     * Prints the receipt of an application already in the journal. Never throws for a printer fault. Asked again where a paper
     * may be out already, it is a duplicate that says so.
     *
     * @param language of the person; French stands below another one
     */
    Impression print(ReceiptCode code, Instant at, Locale language);

    /** The same in French: nobody knows the language of whoever filled in a form. */
    default Impression print(ReceiptCode code, Instant at) {
        return print(code, at, Locale.FRENCH);
    }

    /**
     * Prints a receipt again, with the same number and the same square: « DUPLICATA n° k » stands across it.
     *
     * @param number given to this duplicate; asked again where that paper may be out already, the next one
     */
    Impression duplicate(ReceiptCode code, Instant at, int number);

    /** Prints the receipt of a withdrawal already in the journal; asked again, a duplicate that says so. */
    Impression withdrawal(ReceiptCode code, Instant at);

    /** What became of the paper. */
    sealed interface Impression {
        /** The printer took every byte and reported no fault. */
        record Imprime() implements Impression {}

        /** No receipt, or perhaps half of one: the person must note the code. */
        record NonImprime(Raison raison) implements Impression {}
    }

    /** Why nothing was printed. */
    enum Raison {
        PLUS_DE_PAPIER,
        CAPOT_OUVERT,
        INJOIGNABLE,
        ERREUR
    }
}
