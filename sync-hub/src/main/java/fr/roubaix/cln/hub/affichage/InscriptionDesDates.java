package fr.roubaix.cln.hub.affichage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.affichage.DepartDesLettres;
import fr.roubaix.cln.domaine.affichage.LieuDAffichage;
import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Inscription;
import fr.roubaix.cln.hub.register.Motif;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;
import fr.roubaix.cln.hub.tirage.CeremonieId;
import fr.roubaix.cln.hub.tirage.Tirages;

/**
 * Records when a closed procès-verbal was published, and posted place by place (art. 7 §2). A date is never changed: a
 * later one, with its reason, stands in its place. Every method returns why nothing was written; empty when it was.
 *
 * <p>{@code vu} is always how many times the screen showed that this was recorded.
 */
@Service
class InscriptionDesDates {

    private static final String LIT = "hasAnyRole('SECRETARIAT', 'PRESIDENCE', 'TIRAGE', 'OBSERVATEUR')";
    private static final String INSCRIT = "hasRole('SECRETARIAT')";

    private final Appels appels;
    private final Tirages tirages;
    private final PublicitesModifiables publicites;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    InscriptionDesDates(
            Appels appels,
            Tirages tirages,
            PublicitesModifiables publicites,
            AgentConnecte agent,
            Registre registre,
            Clock clock) {
        this.appels = appels;
        this.tirages = tirages;
        this.publicites = publicites;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    /** Why nothing was written. */
    enum Refus {
        PAS_CLOS,
        DATE_MANQUANTE,
        DATE_FUTURE,
        AVANT_LA_CLOTURE,
        SUPPORT_MANQUANT,
        ADRESSE_MAL_FORMEE,
        REFERENCE_MAL_FORMEE,
        MOTIF_MANQUANT,
        INCHANGE,
        RIEN_A_RETIRER,
        L_ECRAN_A_CHANGE
    }

    /** A closed procès-verbal, and what is recorded of it. */
    record Suivi(String titre, ProcesVerbalClos procesVerbal, DatesDuProcesVerbal dates) {
        DepartDesLettres depart() {
            return DepartDesLettres.apres(dates.publicite());
        }
    }

    /** Every closed procès-verbal, that of the latest call first. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize(LIT)
    List<Suivi> tous() {
        return appels.tous().stream()
                .flatMap(appel -> clos(new CeremonieId.Publique(appel.id())).stream()
                        .map(pv -> new Suivi(appel.titre(), pv, publicites.de(pv))))
                .toList();
    }

    /** Records when and where it was published, or corrects it. */
    @Transactional
    @PreAuthorize(INSCRIT)
    Optional<Refus> publier(
            CeremonieId.Publique id,
            int vu,
            @Nullable LocalDate jour,
            Parution.@Nullable Support support,
            String ou,
            String motif) {
        if (support == null) {
            return Optional.of(Refus.SUPPORT_MANQUANT);
        }
        if (!Parution.accepte(support, ou)) {
            return Optional.of(
                    switch (support) {
                        case SITE -> Refus.ADRESSE_MAL_FORMEE;
                        case RECUEIL -> Refus.REFERENCE_MAL_FORMEE;
                    });
        }
        return surUnJour(id, jour, (pv, date) -> {
            var parution = new Parution(date, support, ou.strip());
            return suite(publicites.de(pv).parutions(), vu, Optional.of(parution), motif, ecriture -> {
                var acte = ecriture.numero() == 1 ? Acte.PUBLICATION_INSCRITE : Acte.PUBLICATION_CORRIGEE;
                return inscrire(
                        publicites.ecrire(pv, ecriture),
                        de(pv, acte, ecriture)
                                .avec("jour", date)
                                .avec("support", support.name())
                                .avec("ou", parution.ou()));
            });
        });
    }

    /** Takes back that it was published. */
    @Transactional
    @PreAuthorize(INSCRIT)
    Optional<Refus> retirerLaPublication(CeremonieId.Publique id, int vu, String motif) {
        return clos(id).map(pv -> suite(
                        publicites.de(pv).parutions(),
                        vu,
                        Optional.empty(),
                        motif,
                        ecriture ->
                                inscrire(publicites.ecrire(pv, ecriture), de(pv, Acte.PUBLICATION_RETIREE, ecriture))))
                .orElse(Optional.of(Refus.PAS_CLOS));
    }

    /** Records since when it is posted at a place, or corrects it. */
    @Transactional
    @PreAuthorize(INSCRIT)
    Optional<Refus> afficher(
            CeremonieId.Publique id, LieuDAffichage lieu, int vu, @Nullable LocalDate jour, String motif) {
        return surUnJour(
                id,
                jour,
                (pv, date) -> suite(publicites.de(pv).affichages(lieu), vu, Optional.of(date), motif, ecriture -> {
                    var acte = ecriture.numero() == 1 ? Acte.AFFICHAGE_INSCRIT : Acte.AFFICHAGE_CORRIGE;
                    return inscrire(
                            publicites.ecrire(pv, lieu, ecriture),
                            de(pv, acte, ecriture).avec("lieu", lieu.nom()).avec("jour", date));
                }));
    }

    /** Takes back that it is posted at a place. */
    @Transactional
    @PreAuthorize(INSCRIT)
    Optional<Refus> retirerLAffichage(CeremonieId.Publique id, LieuDAffichage lieu, int vu, String motif) {
        return clos(id).map(pv -> suite(
                        publicites.de(pv).affichages(lieu),
                        vu,
                        Optional.empty(),
                        motif,
                        ecriture -> inscrire(
                                publicites.ecrire(pv, lieu, ecriture),
                                de(pv, Acte.AFFICHAGE_RETIRE, ecriture).avec("lieu", lieu.nom()))))
                .orElse(Optional.of(Refus.PAS_CLOS));
    }

    /** Goes on with a day on which the procès-verbal could be published or posted: closed by then, and not to come. */
    private Optional<Refus> surUnJour(CeremonieId.Publique id, @Nullable LocalDate jour, AuJour suite) {
        var pv = clos(id);
        if (pv.isEmpty()) {
            return Optional.of(Refus.PAS_CLOS);
        }
        if (jour == null) {
            return Optional.of(Refus.DATE_MANQUANTE);
        }
        if (jour.isAfter(LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX))) {
            return Optional.of(Refus.DATE_FUTURE);
        }
        return jour.isBefore(pv.get().premierJour())
                ? Optional.of(Refus.AVANT_LA_CLOTURE)
                : suite.inscrire(pv.get(), jour);
    }

    /** What is written after what the screen showed: without a reason the first time, with one ever after. */
    private <T> Optional<Refus> suite(
            List<Ecriture<T>> avant, int vu, Optional<T> valeur, String motif, Plume<T> plume) {
        if (avant.size() != vu) {
            return Optional.of(Refus.L_ECRAN_A_CHANGE);
        }
        Optional<T> courante =
                avant.isEmpty() ? Optional.empty() : avant.getLast().valeur();
        if (courante.equals(valeur)) {
            return Optional.of(valeur.isEmpty() ? Refus.RIEN_A_RETIRER : Refus.INCHANGE);
        }
        Optional<Motif> pourquoi = avant.isEmpty() ? Optional.empty() : Motif.lire(motif);
        if (!avant.isEmpty() && pourquoi.isEmpty()) {
            return Optional.of(Refus.MOTIF_MANQUANT);
        }
        return plume.ecrire(new Ecriture<>(
                vu + 1,
                valeur,
                pourquoi.map(Motif::texte).orElse(""),
                agent.identifiant(),
                Instant.ofEpochMilli(clock.millis())));
    }

    private static Inscription de(ProcesVerbalClos pv, Acte acte, Ecriture<?> ecriture) {
        return acte.sur(pv.id().objet())
                .motif(ecriture.motif())
                .avec("pv", pv.pv().hex());
    }

    private Optional<Refus> inscrire(boolean ecrit, Inscription acte) {
        if (!ecrit) {
            return Optional.of(Refus.L_ECRAN_A_CHANGE);
        }
        registre.inscrire(acte);
        return Optional.empty();
    }

    private Optional<ProcesVerbalClos> clos(CeremonieId.Publique id) {
        return tirages.tirage(id.appel()).flatMap(ProcesVerbalClos::de);
    }

    @FunctionalInterface
    private interface AuJour {
        Optional<Refus> inscrire(ProcesVerbalClos procesVerbal, LocalDate jour);
    }

    @FunctionalInterface
    private interface Plume<T> {
        Optional<Refus> ecrire(Ecriture<T> ecriture);
    }
}
