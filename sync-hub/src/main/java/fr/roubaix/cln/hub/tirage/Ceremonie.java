package fr.roubaix.cln.hub.tirage;

import java.time.Clock;
import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ProcesVerbal;
import fr.roubaix.cln.domaine.tirage.TirageAuSort;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;
import fr.roubaix.cln.hub.security.AgentConnecte;
import fr.roubaix.cln.verifier.PvJson;

/**
 * The public part of the draw (art. 7 §2): the reading chosen, the dice entered, the members drawn. Each act is kept by
 * itself, so that a power cut between two of them loses nothing, and none can be done twice.
 */
@Service
class Ceremonie {

    private final TiragesModifiables tirages;
    private final AgentConnecte agent;
    private final Clock clock;

    Ceremonie(TiragesModifiables tirages, AgentConnecte agent, Clock clock) {
        this.tirages = tirages;
        this.agent = agent;
        this.clock = clock;
    }

    /** Records the reading of criterion 3 that the officials chose. Empty when done. */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> choisir(AppelId appel, Lecture lecture) {
        if (tirages.tirage(appel).isEmpty()) {
            return Optional.of(Refus.PAS_DE_LISTE);
        }
        return tirages.choisir(appel, lecture, acte()) ? Optional.empty() : Optional.of(Refus.DES_ENTRES);
    }

    /** Records the dice, for good. Empty when done. */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> lancer(AppelId appel, Des des) {
        return tirages.tirage(appel)
                .map(tirage -> switch (tirage) {
                    case Tirage.ListeArretee _ -> Optional.of(Refus.LECTURE_MANQUANTE);
                    case Tirage.LectureChoisie _ ->
                        tirages.lancer(appel, des, acte()) ? Optional.<Refus>empty() : Optional.of(Refus.DES_ENTRES);
                    case Tirage.DesEntres _ -> Optional.of(Refus.DES_ENTRES);
                    case Tirage.Tire _ -> Optional.of(Refus.DEJA_TIRE);
                })
                .orElse(Optional.of(Refus.PAS_DE_LISTE));
    }

    /** Draws the members from what is recorded, and keeps the procès-verbal. Empty when done. */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> tirer(AppelId appel) {
        return tirages.tirage(appel)
                .map(tirage -> switch (tirage) {
                    case Tirage.ListeArretee _ -> Optional.of(Refus.LECTURE_MANQUANTE);
                    case Tirage.LectureChoisie _ -> Optional.of(Refus.DES_MANQUANTS);
                    case Tirage.DesEntres entres -> conclure(entres);
                    case Tirage.Tire _ -> Optional.of(Refus.DEJA_TIRE);
                })
                .orElse(Optional.of(Refus.PAS_DE_LISTE));
    }

    private Optional<Refus> conclure(Tirage.DesEntres entres) {
        ProcesVerbal pv = TirageAuSort.tirer(entres.arret().liste(), entres.graine(), VersionDuReglement.DE_2025);
        return tirages.conclure(entres.appel(), PvJson.write(pv), acte())
                ? Optional.empty()
                : Optional.of(Refus.DEJA_TIRE);
    }

    private Tirage.Acte acte() {
        return new Tirage.Acte(agent.identifiant(), clock.instant());
    }
}
