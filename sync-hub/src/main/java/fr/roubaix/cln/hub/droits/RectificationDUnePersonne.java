package fr.roubaix.cln.hub.droits;

import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.DonneeRectifiable;
import fr.roubaix.cln.hub.candidature.RectificationDesDossiers;
import fr.roubaix.cln.hub.candidature.RectificationDesDossiers.ARectifier;
import fr.roubaix.cln.hub.droits.Demande.Droit;
import fr.roubaix.cln.hub.droits.Demande.Reponse;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Registre;

/** Corrects what a person wrote, as they ask, and answers their request: both or neither (GDPR, art. 16). */
@Service
class RectificationDUnePersonne {

    private static final String DPO = "hasRole('DPO')";

    private final RectificationDesDossiers dossiers;
    private final Demandes demandes;
    private final SuiviDesDemandes suivi;
    private final Registre registre;

    RectificationDUnePersonne(
            RectificationDesDossiers dossiers, Demandes demandes, SuiviDesDemandes suivi, Registre registre) {
        this.dossiers = dossiers;
        this.demandes = demandes;
        this.suivi = suivi;
        this.registre = registre;
    }

    /** What stands now, opened and noted in the access log; empty when nobody can read it any more. */
    @Consultation
    @Transactional
    @PreAuthorize(DPO)
    Optional<ARectifier> ouvrir(ReceiptCode code) {
        return dossiers.lire(code);
    }

    /** Writes the form, names in the register what was corrected, and stops the clock of the request. */
    @Transactional
    @PreAuthorize(DPO)
    Issue rectifier(ReceiptCode code, long changement, FicheDeCandidature fiche, Suite suite) {
        var demande = demandes.trouver(suite.demande()).filter(une -> une.attend(Droit.RECTIFICATION, code));
        if (demande.isEmpty()) {
            return new Issue.SansDemande();
        }
        return switch (dossiers.rectifier(code, changement, fiche)) {
            case RectificationDesDossiers.Refus refus -> annuler(new Issue.Refusee(refus));
            case RectificationDesDossiers.Issue.Rectifiee faite -> {
                registre.inscrire(Acte.DOSSIER_RECTIFIE
                        .sur("candidature " + code.affiche())
                        .motif(suite.motif().titre())
                        .avec("demande", suite.demande())
                        .avec("identite-verifiee", suite.moyen().name())
                        .avec(
                                "rectifie",
                                faite.enOrdre().stream()
                                        .map(DonneeRectifiable::titre)
                                        .collect(Collectors.joining(", ")))
                        .avec("a-examiner-de-nouveau", faite.aRedecider() ? "oui" : "non")
                        .avec("ressemblances-rouvertes", faite.doublonsRouverts()));
                yield suivi.repondre(suite.demande(), suite.reponse()).isEmpty()
                        ? new Issue.Faite(faite)
                        : annuler(new Issue.SansDemande());
            }
        };
    }

    /** Somebody was first: nothing of this is kept. */
    private static Issue annuler(Issue issue) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return issue;
    }

    /**
     * What comes with a form.
     *
     * @param demande its number
     * @param moyen how the identity of whoever asks was verified
     * @param reponse what the person is answered: all of it, or a part
     */
    record Suite(long demande, MotifDeRectification motif, Verification moyen, Reponse reponse) {}

    /** What became of it. */
    sealed interface Issue {
        record Faite(RectificationDesDossiers.Issue.Rectifiee quoi) implements Issue {}

        record Refusee(RectificationDesDossiers.Refus refus) implements Issue {}

        /** The request was answered meanwhile. */
        record SansDemande() implements Issue {}
    }
}
