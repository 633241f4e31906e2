package fr.roubaix.cln.hub.tirage;

import java.time.Clock;
import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.Empreinte;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ProcesVerbal;
import fr.roubaix.cln.domaine.tirage.TirageAuSort;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.verifier.PvJson;

/**
 * The public part of the draw (art. 7 §2): the reading chosen, the dice entered, the members drawn. Each act is kept by
 * itself, so that a power cut between two of them loses nothing, and none can be done twice. Reading and dice hold for
 * what the screen showed: when someone else changed it in between, the act is refused and the screen read again.
 */
@Service
class Ceremonie {

    private final TiragesModifiables tirages;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    Ceremonie(TiragesModifiables tirages, AgentConnecte agent, Registre registre, Clock clock) {
        this.tirages = tirages;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    /**
     * Records the reading of criterion 3 that the officials chose. Empty when done.
     *
     * @param vue the list that the screen showed
     */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> choisir(AppelId appel, Empreinte vue, Lecture lecture) {
        if (!tirages.choisir(appel, vue, lecture, acte())) {
            return Optional.of(pourquoi(appel, vue));
        }
        registre.inscrire(Acte.LECTURE_CHOISIE
                .sur("appel " + appel)
                .avec("lecture", lecture.name())
                .avec("liste", vue.hex()));
        return Optional.empty();
    }

    /**
     * Records the dice, for good. Empty when done.
     *
     * @param vue the list that the screen showed
     * @param lecture the reading that the screen showed
     */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> lancer(AppelId appel, Empreinte vue, Lecture lecture, Des des) {
        if (!tirages.lancer(appel, vue, lecture, des, acte())) {
            return Optional.of(pourquoi(appel, vue));
        }
        registre.inscrire(Acte.DES_ENREGISTRES
                .sur("appel " + appel)
                .avec("des", des.chiffres())
                .avec("lecture", lecture.name())
                .avec("liste", vue.hex()));
        return Optional.empty();
    }

    /** What stopped an act that its own condition refused. */
    private Refus pourquoi(AppelId appel, Empreinte vue) {
        return tirages.tirage(appel)
                .map(tirage -> switch (tirage) {
                    case Tirage.ListeArretee arretee ->
                        arretee.arret().liste().empreinte().equals(vue)
                                ? Refus.LECTURE_MANQUANTE
                                : Refus.L_ECRAN_A_CHANGE;
                    case Tirage.LectureChoisie _ -> Refus.L_ECRAN_A_CHANGE;
                    case Tirage.DesEntres _ -> Refus.DES_ENTRES;
                    case Tirage.Tire _ -> Refus.DEJA_TIRE;
                })
                .orElse(Refus.PAS_DE_LISTE);
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
        byte[] octets = PvJson.write(pv);
        if (!tirages.conclure(entres.appel(), octets, acte())) {
            return Optional.of(Refus.DEJA_TIRE);
        }
        registre.inscrire(Acte.TIRAGE_EFFECTUE
                .sur("appel " + entres.appel())
                .avec("pv", Hash.of(octets).hex())
                .avec("liste", entres.arret().liste().empreinte().hex()));
        return Optional.empty();
    }

    private Tirage.Acte acte() {
        return new Tirage.Acte(agent.identifiant(), clock.instant());
    }
}
