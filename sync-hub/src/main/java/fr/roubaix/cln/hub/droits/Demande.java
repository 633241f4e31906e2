package fr.roubaix.cln.hub.droits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.droits.DelaiDeDemande;
import fr.roubaix.cln.domaine.droits.Droit;
import fr.roubaix.cln.hub.security.Identifiant;

/**
 * What a person asked about their data, from its reception to the answer. It names nobody: the person is the code of a
 * receipt, once they showed that it is theirs.
 *
 * @param recueLe when it reached the city: the clock starts that day, whenever it is written here
 */
record Demande(
        long numero,
        Droit droit,
        Canal canal,
        LocalDate recueLe,
        Trace enregistree,
        Optional<Identification> identification,
        Optional<Prolongation> prolongation,
        Optional<Reponse> reponse) {

    DelaiDeDemande delai() {
        return new DelaiDeDemande(recueLe, prolongation.isPresent());
    }

    boolean ouverte() {
        return reponse.isEmpty();
    }

    /** Who did something, and when. */
    record Trace(Identifiant par, Instant le) {}

    /** Whose data it is about, and how that was made sure of. */
    record Identification(ReceiptCode code, Verification moyen, Trace trace) {}

    /** Two months more, and why. */
    record Prolongation(String motif, Trace trace) {}

    /** What was answered, and why. */
    record Reponse(Issue issue, String motif, Trace trace) {}

    /** How it came. */
    enum Canal {
        COURRIER,
        COURRIEL,
        MAIRIE
    }

    /** How the identity of whoever asks was verified; no copy of a document is kept. */
    enum Verification {
        RECU_ET_PIECE,
        PIECE_VUE,
        ADRESSE_DU_DOSSIER,
        CONTACT_DU_DOSSIER
    }

    /** What became of it. */
    enum Issue {
        ACCEPTEE,
        EN_PARTIE,
        REFUSEE,
        SANS_OBJET
    }
}
