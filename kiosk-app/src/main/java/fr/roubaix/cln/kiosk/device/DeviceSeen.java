package fr.roubaix.cln.kiosk.device;

import java.time.Instant;

/**
 * A device of this terminal, as it was last seen.
 *
 * @param since when it began to be so
 */
public record DeviceSeen(Which which, Condition condition, Instant since) {

    /** The devices that a terminal can look at by itself. */
    public enum Which {
        PRINTER("imprimante"),
        SCANNER("lecteur"),
        DISK("disque");

        private final String word;

        Which(String word) {
            this.word = word;
        }

        /** Its name on the wire, and in the texts. */
        public String word() {
            return word;
        }
    }

    /** How a device is. The names go to the hub. */
    public enum Condition {
        BON(false),
        /** This terminal has none. */
        AUCUN(false),
        /** It says nothing of itself. */
        MUET(false),
        PAPIER_BIENTOT_FINI(true),
        PLUS_DE_PAPIER(true),
        CAPOT_OUVERT(true),
        EN_ERREUR(true),
        INJOIGNABLE(true),
        PRESQUE_PLEIN(true);

        private final boolean wantsSomebody;

        Condition(boolean wantsSomebody) {
            this.wantsSomebody = wantsSomebody;
        }

        /** Somebody has something to do. */
        public boolean wantsSomebody() {
            return wantsSomebody;
        }
    }
}
