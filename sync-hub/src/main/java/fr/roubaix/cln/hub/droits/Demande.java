package fr.roubaix.cln.hub.droits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import fr.roubaix.cln.domaine.calendrier.DelaiDUnMois;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.security.Identifiant;

/**
 * What a person asks for their data (GDPR, art. 15 to 21).
 *
 * @param numero of its row in the register
 * @param candidature what they gave of their receipt, if they did
 * @param prolongation why two more months are needed
 * @param suite what was answered, once it was
 */
record Demande(
        long numero,
        Droit droit,
        Optional<ReceiptCode> candidature,
        Canal canal,
        LocalDate recueLe,
        Optional<Prolongation> prolongation,
        Optional<Suite> suite) {

    /** The last day to answer (GDPR, art. 12 §3). */
    LocalDate echeance() {
        var delai = new DelaiDUnMois(recueLe);
        return prolongation.isPresent() ? delai.echeanceProlongee() : delai.echeance();
    }

    /** Whether it waits for an answer about this application; one that gives no number may be about any. */
    boolean attend(Droit voulu, ReceiptCode code) {
        return suite.isEmpty()
                && droit == voulu
                && candidature.filter(autre -> !autre.equals(code)).isEmpty();
    }

    /** What is asked. */
    enum Droit {
        ACCES("Accès aux données (RGPD, art. 15)"),
        RECTIFICATION("Rectification (RGPD, art. 16)"),
        EFFACEMENT("Effacement (RGPD, art. 17)"),
        LIMITATION("Limitation du traitement (RGPD, art. 18)"),
        OPPOSITION("Opposition (RGPD, art. 21)");

        private final String titre;

        Droit(String titre) {
            this.titre = titre;
        }

        String titre() {
            return titre;
        }
    }

    /** How it arrived. */
    enum Canal {
        GUICHET("Au guichet"),
        COURRIER("Par courrier"),
        COURRIEL("Par courriel"),
        TELEPHONE("Par téléphone");

        private final String titre;

        Canal(String titre) {
            this.titre = titre;
        }

        String titre() {
            return titre;
        }
    }

    /** The two reasons for which the law gives more time (GDPR, art. 12 §3). */
    enum Prolongation {
        COMPLEXITE("La demande est complexe"),
        NOMBRE("Les demandes sont nombreuses");

        private final String titre;

        Prolongation(String titre) {
            this.titre = titre;
        }

        String titre() {
            return titre;
        }
    }

    /** What the person was answered. Chosen from a list: free words could name somebody in the register. */
    enum Reponse {
        FAITE("Fait, comme demandé"),
        EN_PARTIE("Fait en partie, et pourquoi a été écrit à la personne"),
        CONSERVATION_NECESSAIRE("Refusé : la liste d’un tirage doit garder cette identité (RGPD, art. 17 §3)"),
        LISTE_ARRETEE("Refusé : la liste du tirage est arrêtée et ne change plus (RGPD, art. 21 §1 ; art. 7)"),
        INFONDEE("Refusé : manifestement infondée ou excessive (RGPD, art. 12 §5)"),
        IDENTITE_NON_PROUVEE("Sans suite : la personne n’a pas prouvé son identité (RGPD, art. 12 §6)"),
        AUCUNE_DONNEE("Le hub ne détient aucune donnée de cette personne"),
        ABANDONNEE("La personne a retiré sa demande");

        private final String titre;

        Reponse(String titre) {
            this.titre = titre;
        }

        String titre() {
            return titre;
        }
    }

    /** An answer, when it was given and by whom. */
    record Suite(Reponse reponse, Instant le, Identifiant par) {}
}
