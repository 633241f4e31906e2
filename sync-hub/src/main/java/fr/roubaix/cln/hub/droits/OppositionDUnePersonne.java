package fr.roubaix.cln.hub.droits;

import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.BesoinDuTirage.Besoin;
import fr.roubaix.cln.hub.candidature.RetraitSurOpposition;
import fr.roubaix.cln.hub.candidature.RetraitSurOpposition.Etat;
import fr.roubaix.cln.hub.candidature.Statut.VoieDeRetrait;
import fr.roubaix.cln.hub.droits.Demande.Canal;
import fr.roubaix.cln.hub.droits.Demande.Droit;
import fr.roubaix.cln.hub.droits.Demande.Reponse;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Registre;

/**
 * Settles an objection (GDPR, art. 21): it withdraws the application as long as the list is not frozen; once the dice are
 * thrown the list stands, and the person is told why.
 */
@Service
class OppositionDUnePersonne {

    private static final String DPO = "hasRole('DPO')";

    private final RetraitSurOpposition retrait;
    private final Demandes demandes;
    private final SuiviDesDemandes suivi;
    private final Registre registre;

    OppositionDUnePersonne(RetraitSurOpposition retrait, Demandes demandes, SuiviDesDemandes suivi, Registre registre) {
        this.retrait = retrait;
        this.demandes = demandes;
        this.suivi = suivi;
        this.registre = registre;
    }

    /** What an objection would do now; empty when nobody is left to object. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize(DPO)
    Optional<Etat> examiner(ReceiptCode code) {
        return retrait.etat(code);
    }

    /**
     * Does what the state that was shown allows, and answers the request. False, and nothing written, when that state is
     * another one by now or somebody answered.
     */
    @Transactional
    @PreAuthorize(DPO)
    boolean regler(long numero, ReceiptCode code, Etat montre, Verification moyen) {
        var demande = demandes.trouver(numero).filter(une -> une.attend(Droit.OPPOSITION, code));
        var reponse = retrait.etat(code).filter(montre::equals).flatMap(OppositionDUnePersonne::reponse);
        if (demande.isEmpty() || reponse.isEmpty()) {
            return false;
        }
        if (montre instanceof Etat.Retirable(var changement)
                && !retrait.retirer(code, changement, voie(demande.get().canal()))) {
            return annuler();
        }
        registre.inscrire(Acte.OPPOSITION_TRAITEE
                .sur("candidature " + code.affiche())
                .motif(reponse.get().titre())
                .avec("demande", numero)
                .avec("identite-verifiee", moyen.name())
                .avec("retrait", montre instanceof Etat.Retirable ? "oui" : "non"));
        return suivi.repondre(numero, reponse.get()).isEmpty() || annuler();
    }

    /** What the person is answered; empty while something else is to be done first. */
    static Optional<Reponse> reponse(Etat etat) {
        return switch (etat) {
            case Etat.Retirable _, Etat.HorsDuTirage _ -> Optional.of(Reponse.FAITE);
            case Etat.Limitee _ -> Optional.empty();
            case Etat.Arretee(var besoin) ->
                switch (besoin) {
                    case Besoin.Aucun _, Besoin.ArretAnnulable _, Besoin.Contestee _ -> Optional.empty();
                    case Besoin.DesLances _, Besoin.JusquAu _, Besoin.Designee _ -> Optional.of(Reponse.LISTE_ARRETEE);
                };
        };
    }

    private static VoieDeRetrait voie(Canal canal) {
        return switch (canal) {
            case GUICHET -> VoieDeRetrait.GUICHET;
            case COURRIER -> VoieDeRetrait.COURRIER;
            case COURRIEL -> VoieDeRetrait.COURRIEL;
            case TELEPHONE -> VoieDeRetrait.TELEPHONE;
        };
    }

    private static boolean annuler() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return false;
    }
}
