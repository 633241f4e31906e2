package fr.roubaix.cln.hub.candidature;

import java.security.SecureRandom;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.Circonstances;
import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature.Recue;
import fr.roubaix.cln.sync.EnvelopeId;

/** Takes in an application that was filled in at the hub itself, which then gives it its receipt code. */
@Component
class ReceptionAuHub {

    private static final Logger LOG = LoggerFactory.getLogger(ReceptionAuHub.class);

    /** Two codes of 45 bits that are taken already would be a fault, not bad luck. */
    private static final int ESSAIS = 3;

    private final ReceptionDeCandidature reception;
    private final SecureRandom random = new SecureRandom();

    ReceptionAuHub(ReceptionDeCandidature reception) {
        this.reception = reception;
    }

    /** Receives it once under a code that nobody can guess. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Issue recevoir(
            EnvelopeId brouillon,
            FicheDeCandidature fiche,
            Secteur mairie,
            Instant deposeeLe,
            Instant recueLe,
            Circonstances circonstances) {
        for (int essai = 0; essai < ESSAIS; essai++) {
            var code = new ReceiptCode(random.nextLong(1L << 45));
            switch (reception.recevoir(new Recue(brouillon, code, fiche, mairie, deposeeLe, recueLe, circonstances))) {
                case RECUE -> {
                    return new Issue.Prise(code);
                }
                case DEJA_RECUE -> {
                    return new Issue.DejaPrise();
                }
                case CODE_DEJA_PRIS, ORIGINAL_DEJA_SAISI -> LOG.warn("A new code or an original was taken already");
            }
        }
        return new Issue.Refusee();
    }

    /** What became of it. */
    sealed interface Issue {
        record Prise(ReceiptCode code) implements Issue {}

        /** The same draft came before. */
        record DejaPrise() implements Issue {}

        /** No code was free, or somebody else entered the same original at this very moment. */
        record Refusee() implements Issue {}
    }
}
