package fr.roubaix.cln.hub.appel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;

/** Gives a call that is not closed a later end. The date on which ages are taken does not move. */
@Service
class ProlongationDAppel {

    private final AppelsModifiables appels;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    ProlongationDAppel(AppelsModifiables appels, AgentConnecte agent, Registre registre, Clock clock) {
        this.appels = appels;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    /** Empty when the call was extended, else every reason why not. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    List<Refus> prolonger(AppelId id, Demande demande) {
        Optional<AppelSuivi> suivi = appels.trouver(id).filter(a -> !a.clos());
        if (suivi.isEmpty()) {
            return List.of(Refus.CLOS_SANS_RETOUR);
        }
        Instant maintenant = clock.instant();
        Appel appel = suivi.get().appel();
        LocalDate jusquAu = demande.jusquAu();
        LocalDate tirageLe = demande.tirageLe();
        List<Refus> refus = juger(appel, demande, maintenant);
        if (!refus.isEmpty() || jusquAu == null || tirageLe == null) {
            return refus;
        }
        var prolonge = new Appel(
                appel.id(),
                appel.ouvreLe(),
                jusquAu,
                demande.heure(),
                appel.dateDeReference(),
                tirageLe,
                appel.lieuDuTirage());
        if (!appels.prolonger(
                prolonge, appel.fin().toString(), demande.motif().strip(), agent.identifiant(), maintenant)) {
            return List.of(Refus.CLOS_SANS_RETOUR);
        }
        registre.inscrire(Acte.APPEL_PROLONGE
                .sur("appel " + id)
                .motif(demande.motif())
                .avec("ancienne-fin", appel.fin())
                .avec("nouvelle-fin", prolonge.fin())
                .avec("tirage", tirageLe));
        return List.of();
    }

    private static List<Refus> juger(Appel appel, Demande demande, Instant maintenant) {
        var refus = new ArrayList<Refus>();
        LocalDate jusquAu = demande.jusquAu();
        LocalDate tirageLe = demande.tirageLe();
        if (jusquAu == null) {
            refus.add(Refus.CLOTURE_MANQUANTE);
        } else {
            Instant fin = fin(jusquAu, demande.heure());
            if (!fin.isAfter(appel.fin())) {
                refus.add(Refus.CLOTURE_PAS_PLUS_TARD);
            } else if (!fin.isAfter(maintenant)) {
                refus.add(Refus.CLOTURE_PASSEE);
            } else if (jusquAu.isAfter(appel.jusquAu().plusYears(1))) {
                refus.add(Refus.CLOTURE_TROP_LOIN);
            }
        }
        if (tirageLe == null) {
            refus.add(Refus.TIRAGE_MANQUANT);
        } else if (jusquAu != null && tirageLe.isBefore(jusquAu)) {
            refus.add(Refus.TIRAGE_AVANT_CLOTURE);
        } else if (jusquAu != null && tirageLe.isAfter(jusquAu.plusYears(1))) {
            refus.add(Refus.TIRAGE_TROP_LOIN);
        }
        if (demande.motif().isBlank()) {
            refus.add(Refus.MOTIF_MANQUANT);
        }
        return refus;
    }

    private static Instant fin(LocalDate jusquAu, @Nullable LocalTime heure) {
        var fin = heure == null ? jusquAu.plusDays(1).atStartOfDay() : jusquAu.atTime(heure);
        return fin.atZone(Appel.ROUBAIX).toInstant();
    }

    /** What staff typed. */
    record Demande(
            @Nullable LocalDate jusquAu,
            @Nullable LocalTime heure,
            @Nullable LocalDate tirageLe,
            String motif) {}
}
