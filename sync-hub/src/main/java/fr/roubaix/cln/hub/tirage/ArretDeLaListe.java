package fr.roubaix.cln.hub.tirage;

import java.time.Clock;
import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.tirage.Empreinte;
import fr.roubaix.cln.hub.candidature.GelDesDecisions;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;
import fr.roubaix.cln.hub.security.DeuxVoix;

/**
 * Proposes the freeze of the list of a closed call, once it is proven that none is missing and every application is decided,
 * and annuls a freeze before the first die.
 */
@Service
class ArretDeLaListe {

    private final EtatDeLaListe etat;
    private final GelDesDecisions gel;
    private final TiragesModifiables tirages;
    private final DeuxVoix deuxVoix;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    ArretDeLaListe(
            EtatDeLaListe etat,
            GelDesDecisions gel,
            TiragesModifiables tirages,
            DeuxVoix deuxVoix,
            AgentConnecte agent,
            Registre registre,
            Clock clock) {
        this.etat = etat;
        this.gel = gel;
        this.tirages = tirages;
        this.deuxVoix = deuxVoix;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    /** Why the list cannot be frozen yet; empty when it can. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('TIRAGE', 'PRESIDENCE', 'OBSERVATEUR')")
    Optional<Refus> obstacle(AppelId appel) {
        return etat.obstacle(appel);
    }

    /** Proposes to freeze the list, which the presidency then confirms; empty when proposed. */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> proposer(AppelId appel) {
        if (tirages.tirage(appel).isPresent()) {
            return Optional.of(Refus.DEJA_ARRETEE);
        }
        Optional<Refus> avant = etat.obstacle(appel);
        if (avant.isPresent()) {
            return avant;
        }
        return switch (deuxVoix.proposer(ArretADeuxVoix.GENRE, ArretADeuxVoix.parametres(appel), "")) {
            case DeuxVoix.Refus.DEJA_PROPOSE -> Optional.of(Refus.ATTEND_UNE_SECONDE_VOIX);
            case DeuxVoix.Refus _ -> Optional.of(Refus.L_ECRAN_A_CHANGE);
            case DeuxVoix.Issue _ -> Optional.empty();
        };
    }

    /**
     * Annuls a freeze before the first die, with its reason; decisions resume. Empty when done.
     *
     * @param vue the list that the screen showed
     */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> annuler(AppelId appel, Empreinte vue, String motif) {
        if (motif.isBlank()) {
            return Optional.of(Refus.MOTIF_MANQUANT);
        }
        if (!tirages.annuler(appel, vue, motif.strip(), acte())) {
            return Optional.of(tirages.tirage(appel)
                    .map(tirage -> switch (tirage) {
                        case Tirage.ListeArretee _ -> Refus.L_ECRAN_A_CHANGE;
                        case Tirage.LectureChoisie _ -> Refus.L_ECRAN_A_CHANGE;
                        case Tirage.DesEntres _ -> Refus.DES_ENTRES;
                        case Tirage.Tire _ -> Refus.DES_ENTRES;
                    })
                    .orElse(Refus.PAS_DE_LISTE));
        }
        gel.degeler(appel);
        registre.inscrire(Acte.ARRET_ANNULE.sur("appel " + appel).motif(motif).avec("liste", vue.hex()));
        return Optional.empty();
    }

    private Tirage.Acte acte() {
        return new Tirage.Acte(agent.identifiant(), clock.instant());
    }
}
