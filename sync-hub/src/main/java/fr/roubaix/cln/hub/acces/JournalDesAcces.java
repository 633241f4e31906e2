package fr.roubaix.cln.hub.acces;

import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;

/**
 * Where each opening of a personal file is written. The line is written in the transaction that reads the file: what could
 * not be written down is not shown.
 */
public interface JournalDesAcces {

    /** Notes that the person signed in opens this file. */
    @Transactional(propagation = Propagation.MANDATORY)
    void noter(ReceiptCode code, Ecran ecran);

    /** From where a file is opened. The names stay in the log: none is ever changed. */
    enum Ecran {
        CANDIDATURES("Candidatures"),
        COURRIERS("Courrier imprimé"),
        DROITS("Droits des personnes"),
        PROCES_VERBAL("Procès-verbal du tirage");

        private final String titre;

        Ecran(String titre) {
            this.titre = titre;
        }

        /** In French, as it stands on screens and in exports. */
        public String titre() {
            return titre;
        }
    }
}
