package fr.roubaix.cln.hub.tirage;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.tirage.ListeEtablie;
import fr.roubaix.cln.domaine.tirage.Resultat;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.appel.ResteDAppel;
import fr.roubaix.cln.hub.candidature.Candidatures;
import fr.roubaix.cln.hub.candidature.DoublonsDeLAppel;
import fr.roubaix.cln.hub.fleet.Completude;
import fr.roubaix.cln.hub.ingest.Quarantaine;

/** What the list of a call would be if it were frozen now, and what stands in the way. */
@Component
class EtatDeLaListe {

    private final Appels appels;
    private final Candidatures candidatures;
    private final Quarantaine quarantaine;
    private final Completude completude;
    private final DoublonsDeLAppel doublons;
    private final ResteDAppel papier;

    EtatDeLaListe(
            Appels appels,
            Candidatures candidatures,
            Quarantaine quarantaine,
            Completude completude,
            DoublonsDeLAppel doublons,
            ResteDAppel papier) {
        this.doublons = doublons;
        this.papier = papier;
        this.appels = appels;
        this.candidatures = candidatures;
        this.quarantaine = quarantaine;
        this.completude = completude;
    }

    /** Why the list cannot be frozen yet; empty when it can. */
    Optional<Refus> obstacle(AppelId appel) {
        if (appels.trouver(appel).filter(AppelSuivi::clos).isEmpty()) {
            return Optional.of(Refus.APPEL_NON_CLOS);
        }
        if (quarantaine.candidaturesEnAttente() > 0) {
            return Optional.of(Refus.CANDIDATURES_MISES_DE_COTE);
        }
        if (!completude.constat(appel).complet()) {
            return Optional.of(Refus.COMPLETUDE_NON_PROUVEE);
        }
        if (papier.ecartsAExpliquer(appel) > 0) {
            return Optional.of(Refus.FICHES_PAPIER_INEXPLIQUEES);
        }
        if (candidatures.aExaminer(appel) > 0) {
            return Optional.of(Refus.CANDIDATURES_A_EXAMINER);
        }
        if (doublons.ouverts(appel) > 0) {
            return Optional.of(Refus.DOUBLONS_A_DECIDER);
        }
        return candidatures.recevables(appel).isEmpty() ? Optional.of(Refus.AUCUNE_CANDIDATURE) : Optional.empty();
    }

    /** The list as it would be, once nothing stands in the way. */
    ListeEtablie etablir(AppelId appel) {
        return switch (ListeEtablie.de(candidatures.recevables(appel), List.of())) {
            case Resultat.Accepte(var etablie) -> etablie;
            case Resultat.Refuse(var defaut) ->
                throw new IllegalStateException("admissible applications make no list: " + defaut.phrase());
        };
    }

    /** What the list goes on without, and why. */
    List<Completude.Derogation> derogations(AppelId appel) {
        return completude.constat(appel).derogations();
    }
}
