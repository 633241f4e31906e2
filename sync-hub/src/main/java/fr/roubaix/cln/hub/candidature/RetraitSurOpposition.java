package fr.roubaix.cln.hub.candidature;

import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.BesoinDuTirage.Besoin;
import fr.roubaix.cln.hub.candidature.Statut.VoieDeRetrait;
import fr.roubaix.cln.hub.register.Interne;

/** Takes an application out of the draw because its author objects (GDPR, art. 21), as any other withdrawal. */
@Service
@Interne("part of the objection, whose use case is guarded")
public class RetraitSurOpposition {

    private final CandidaturesModifiables candidatures;
    private final ExamenDesCandidatures examen;
    private final LimitationDesDossiers limitations;
    private final BesoinDuTirage besoin;

    RetraitSurOpposition(
            CandidaturesModifiables candidatures,
            ExamenDesCandidatures examen,
            LimitationDesDossiers limitations,
            BesoinDuTirage besoin) {
        this.candidatures = candidatures;
        this.examen = examen;
        this.limitations = limitations;
        this.besoin = besoin;
    }

    /** What an objection would do now; empty when there is nobody to read. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Etat> etat(ReceiptCode code) {
        return candidatures.dossier(code).filter(dossier -> !dossier.effacee()).map(this::etat);
    }

    private Etat etat(Dossier dossier) {
        if (candidatures.gelee(dossier.appel())) {
            return new Etat.Arretee(besoin.de(dossier.appel(), dossier.code()));
        }
        if (limitations.limite(dossier.code())) {
            return new Etat.Limitee();
        }
        return dossier.statut().enJeu() ? new Etat.Retirable(dossier.changement()) : new Etat.HorsDuTirage();
    }

    /** Withdraws it as it was shown; false when it moved meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean retirer(ReceiptCode code, long changement, VoieDeRetrait voie) {
        return examen.retirerSurOpposition(new Dossier.Vu(code, changement), voie)
                .isEmpty();
    }

    /** Where an application stands for an objection. */
    public sealed interface Etat {
        /**
         * It may still enter the draw.
         *
         * @param changement of the application as it is shown
         */
        record Retirable(long changement) implements Etat {}

        /** It enters no draw: withdrawn already, or not admissible. */
        record HorsDuTirage() implements Etat {}

        /** The restriction is lifted first. */
        record Limitee() implements Etat {}

        /** The list is frozen. */
        record Arretee(Besoin besoin) implements Etat {}
    }
}
