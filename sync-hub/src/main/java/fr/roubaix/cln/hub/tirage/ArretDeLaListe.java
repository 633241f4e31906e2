package fr.roubaix.cln.hub.tirage;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.tirage.Empreinte;
import fr.roubaix.cln.domaine.tirage.ListeEtablie;
import fr.roubaix.cln.domaine.tirage.Resultat;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.candidature.Candidatures;
import fr.roubaix.cln.hub.candidature.GelDesDecisions;
import fr.roubaix.cln.hub.fleet.Completude;
import fr.roubaix.cln.hub.ingest.Quarantaine;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;

/**
 * Freezes the list of a closed call once it is proven that none is missing and every application is decided, and annuls that freeze before the first die. The
 * list holds codes, sectors, sexes and age classes: nothing that names a person.
 */
@Service
class ArretDeLaListe {

    private final Appels appels;
    private final Candidatures candidatures;
    private final GelDesDecisions gel;
    private final Quarantaine quarantaine;
    private final Completude completude;
    private final TiragesModifiables tirages;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    ArretDeLaListe(
            Appels appels,
            Candidatures candidatures,
            GelDesDecisions gel,
            Quarantaine quarantaine,
            Completude completude,
            TiragesModifiables tirages,
            AgentConnecte agent,
            Registre registre,
            Clock clock) {
        this.appels = appels;
        this.candidatures = candidatures;
        this.gel = gel;
        this.quarantaine = quarantaine;
        this.completude = completude;
        this.tirages = tirages;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    /** Why the list cannot be frozen yet; empty when it can. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('TIRAGE', 'PRESIDENCE')")
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
        if (candidatures.aExaminer(appel) > 0) {
            return Optional.of(Refus.CANDIDATURES_A_EXAMINER);
        }
        return candidatures.recevables(appel).isEmpty() ? Optional.of(Refus.AUCUNE_CANDIDATURE) : Optional.empty();
    }

    /** Freezes the list; empty when done. Decisions stop first, so that the list is made from what no longer moves. */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> arreter(AppelId appel) {
        if (tirages.tirage(appel).isPresent()) {
            return Optional.of(Refus.DEJA_ARRETEE);
        }
        Optional<Refus> avant = obstacle(appel);
        if (avant.isPresent()) {
            return avant;
        }
        if (!gel.geler(appel)) {
            return Optional.of(Refus.DEJA_ARRETEE);
        }
        Optional<Refus> obstacle = obstacle(appel);
        if (obstacle.isPresent()) {
            gel.degeler(appel);
            return obstacle;
        }
        return switch (ListeEtablie.de(candidatures.recevables(appel), List.of())) {
            case Resultat.Accepte(var etablie) -> {
                var arret = new Tirage.Arret(
                        etablie.liste(),
                        etablie.sansPreference(),
                        completude.constat(appel).derogations(),
                        acte());
                if (!tirages.arreter(appel, arret)) {
                    yield Optional.of(Refus.DEJA_ARRETEE);
                }
                registre.inscrire(Acte.LISTE_ARRETEE
                        .sur("appel " + appel)
                        .avec("liste", arret.liste().empreinte().hex())
                        .avec("derogations", arret.derogations().size()));
                yield Optional.empty();
            }
            case Resultat.Refuse(var defaut) ->
                throw new IllegalStateException("admissible applications make no list: " + defaut.phrase());
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
