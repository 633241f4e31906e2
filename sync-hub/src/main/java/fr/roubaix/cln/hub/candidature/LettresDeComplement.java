package fr.roubaix.cln.hub.candidature;

import java.util.List;
import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.DemandeDeComplement.Moyen;
import fr.roubaix.cln.hub.register.Consultation;

/** The letters that ask for a complement: which are to be written, and what each says. */
@Service
public class LettresDeComplement {

    private final CandidaturesModifiables candidatures;
    private final Identites identites;
    private final LimitationDesDossiers limitations;

    LettresDeComplement(CandidaturesModifiables candidatures, Identites identites, LimitationDesDossiers limitations) {
        this.limitations = limitations;
        this.candidatures = candidatures;
        this.identites = identites;
    }

    /** The applications of a call whose letter is asked for and not posted yet, the oldest request first. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('SECRETARIAT')")
    public List<ReceiptCode> aEcrire(AppelId appel) {
        return candidatures.dossiers(appel).stream()
                .filter(dossier ->
                        !dossier.effacee() && demandeParLettre(dossier, true).isPresent())
                .map(Dossier::code)
                .toList();
    }

    /** What the letter to this person says; empty when none is asked for, or when nobody can read who it is for. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('SECRETARIAT')")
    public Optional<LettreDeComplement> lettre(ReceiptCode code) {
        var demande = candidatures.dossier(code).flatMap(dossier -> demandeParLettre(dossier, false));
        if (demande.isEmpty()
                || limitations.limite(code)
                || !(identites.ouvrir(code, candidatures.identite(code).orElseThrow())
                        instanceof Identites.Lecture.Lue(var identite))) {
            return Optional.empty();
        }
        var voulue = demande.get();
        return Optional.of(new LettreDeComplement(
                code,
                identite.nomComplet(),
                identite.voie(),
                identite.complement(),
                List.copyOf(voulue.enOrdre()),
                voulue.precisions(),
                voulue.echeance()));
    }

    private static Optional<DemandeDeComplement> demandeParLettre(Dossier dossier, boolean aFaire) {
        return dossier.statut() instanceof Statut.ACompleter demandee
                        && demandee.demande().moyen() == Moyen.COURRIER
                        && !(aFaire && demandee.faiteLe().isPresent())
                ? Optional.of(demandee.demande())
                : Optional.empty();
    }
}
