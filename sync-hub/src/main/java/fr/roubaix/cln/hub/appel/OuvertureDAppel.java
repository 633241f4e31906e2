package fr.roubaix.cln.hub.appel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;

/** Opens a call (art. 7 §1 and §5): from now on kiosks know it, and it runs between its dates. One call at a time, until its draw. */
@Service
class OuvertureDAppel {

    private static final int TITRE_MAXIMUM = 120;
    private static final int LIEU_MAXIMUM = 200;
    /** Nobody plans a call further ahead: a later date is a typing mistake. */
    private static final int HORIZON_ANNEES = 3;
    /** Ages are taken close to the call; further away is a typing mistake. */
    private static final int REFERENCE_ANNEES = 1;

    private final AppelsModifiables appels;
    private final JdbcAnnonces annonces;
    private final Brouillons brouillons;
    private final FinDAppel fin;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    OuvertureDAppel(
            AppelsModifiables appels,
            JdbcAnnonces annonces,
            Brouillons brouillons,
            FinDAppel fin,
            AgentConnecte agent,
            Registre registre,
            Clock clock) {
        this.appels = appels;
        this.annonces = annonces;
        this.brouillons = brouillons;
        this.fin = fin;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    Issue ouvrir(Demande demande, Annonce annonce) {
        Instant maintenant = clock.instant();
        var refus = new ArrayList<>(juger(demande, LocalDate.ofInstant(maintenant, Appel.ROUBAIX)));
        refus.addAll(Exigences.deLongueur(demande, annonce));
        refus.addAll(Exigences.dOuverture(annonce));
        appels.courant().ifPresent(precedent -> {
            if (!precedent.clos()) {
                refus.add(Refus.UN_APPEL_EST_OUVERT);
            } else if (!fin.atteinte(precedent.id())) {
                refus.add(Refus.PRECEDENT_NON_TIRE);
            }
        });
        if (!refus.isEmpty()) {
            return new Issue.Refuse(refus.stream().distinct().toList());
        }
        var suivi = new AppelSuivi(
                appel(demande), demande.titre().strip(), maintenant, agent.identifiant(), Optional.empty());
        if (!appels.ajouter(suivi)) {
            return new Issue.Refuse(List.of(Refus.ID_PRIS));
        }
        annonces.publier(suivi.id(), annonce);
        brouillons.effacer();
        var appel = suivi.appel();
        registre.inscrire(Acte.APPEL_OUVERT
                .sur("appel " + appel.id())
                .avec("ouverture", appel.ouverture())
                .avec("fin", appel.fin())
                .avec("age-au", appel.dateDeReference())
                .avec("tirage", appel.tirageLe())
                .avec("sieges", annonce.sieges()));
        return new Issue.Ouvert(suivi);
    }

    private static List<Refus> juger(Demande demande, LocalDate aujourdhui) {
        var refus = new ArrayList<Refus>();
        if (!demande.id().matches("[a-z0-9-]{1,32}")) {
            refus.add(Refus.ID_MAL_FORME);
        }
        if (demande.titre().isBlank() || demande.titre().length() > TITRE_MAXIMUM) {
            refus.add(Refus.TITRE_MANQUANT);
        }
        if (demande.lieu().isBlank() || demande.lieu().length() > LIEU_MAXIMUM) {
            refus.add(Refus.LIEU_MANQUANT);
        }
        refus.addAll(jugerLesDates(demande, aujourdhui));
        return refus;
    }

    private static List<Refus> jugerLesDates(Demande demande, LocalDate aujourdhui) {
        var refus = new ArrayList<Refus>();
        LocalDate ouverture = demande.ouvreLe();
        LocalDate cloture = demande.jusquAu();
        LocalDate tirage = demande.tirageLe();
        LocalDate reference = demande.dateDeReference();
        if (ouverture == null) {
            refus.add(Refus.OUVERTURE_MANQUANTE);
        }
        if (cloture == null) {
            refus.add(Refus.CLOTURE_MANQUANTE);
        } else if (ouverture != null && cloture.isBefore(ouverture)) {
            refus.add(Refus.CLOTURE_AVANT_OUVERTURE);
        } else if (cloture.isBefore(aujourdhui)) {
            refus.add(Refus.CLOTURE_PASSEE);
        } else if (cloture.isAfter(aujourdhui.plusYears(HORIZON_ANNEES))) {
            refus.add(Refus.CLOTURE_TROP_LOIN);
        }
        if (tirage == null) {
            refus.add(Refus.TIRAGE_MANQUANT);
        } else if (cloture != null && tirage.isBefore(cloture)) {
            refus.add(Refus.TIRAGE_AVANT_CLOTURE);
        } else if (cloture != null && tirage.isAfter(cloture.plusYears(HORIZON_ANNEES))) {
            refus.add(Refus.TIRAGE_TROP_LOIN);
        }
        if (reference != null
                && cloture != null
                && (reference.isBefore(cloture.minusYears(REFERENCE_ANNEES))
                        || reference.isAfter(cloture.plusYears(REFERENCE_ANNEES)))) {
            refus.add(Refus.REFERENCE_HORS_LIMITES);
        }
        return refus;
    }

    /** Called once nothing is missing. The reference date is the closing date unless staff chose another. */
    private static Appel appel(Demande demande) {
        LocalDate cloture = java.util.Objects.requireNonNull(demande.jusquAu());
        LocalDate reference = demande.dateDeReference();
        return new Appel(
                new AppelId(demande.id()),
                java.util.Objects.requireNonNull(demande.ouvreLe()),
                cloture,
                demande.heure(),
                reference == null ? cloture : reference,
                java.util.Objects.requireNonNull(demande.tirageLe()),
                demande.lieu().strip());
    }

    /** What became of it. */
    sealed interface Issue {
        record Ouvert(AppelSuivi appel) implements Issue {}

        record Refuse(List<Refus> refus) implements Issue {
            public Refuse {
                refus = List.copyOf(refus);
            }
        }
    }
}
