package fr.roubaix.cln.hub.conservation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.candidature.Candidatures;
import fr.roubaix.cln.hub.candidature.FinDeConservation;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;

/** Holds what would be destroyed, while somebody challenges it, and lets it go. */
@Service
class GestionDesSuspensions {

    private static final String DPO = "hasRole('DPO')";
    private static final int MOTIF_MINIMAL = 10;
    private static final int MOTIF_MAXIMUM = 500;

    private final Suspensions suspensions;
    private final Appels appels;
    private final Candidatures candidatures;
    private final FinDeConservation fin;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    GestionDesSuspensions(
            Suspensions suspensions,
            Appels appels,
            Candidatures candidatures,
            FinDeConservation fin,
            AgentConnecte agent,
            Registre registre,
            Clock clock) {
        this.suspensions = suspensions;
        this.appels = appels;
        this.candidatures = candidatures;
        this.fin = fin;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    /** Why nothing was done; each has its field. */
    enum Refus {
        APPEL_INCONNU,
        CODE_INCONNU,
        MOTIF_COURT,
        DEJA_LEVEE
    }

    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize(DPO)
    List<Suspension> enVigueur() {
        return suspensions.enVigueur();
    }

    /**
     * Holds a call, or one of its applications; empty when done.
     *
     * @param code as typed; blank for the whole call
     */
    @Transactional
    @PreAuthorize(DPO)
    Optional<Refus> poser(AppelId appel, String code, String motif) {
        if (appels.trouver(appel).isEmpty()) {
            return Optional.of(Refus.APPEL_INCONNU);
        }
        Optional<ReceiptCode> seul = Optional.empty();
        if (!code.isBlank()) {
            seul = lire(code)
                    .filter(lu -> candidatures
                            .dossier(lu)
                            .filter(dossier -> dossier.appel().equals(appel))
                            .isPresent());
            if (seul.isEmpty()) {
                return Optional.of(Refus.CODE_INCONNU);
            }
        }
        if (motif.strip().length() < MOTIF_MINIMAL) {
            return Optional.of(Refus.MOTIF_COURT);
        }
        fin.retenir();
        long numero = suspensions.poser(appel, seul, borner(motif), agent.identifiant(), maintenant());
        registre.inscrire(Acte.SUSPENSION_POSEE
                .sur("suspension " + numero)
                .motif(borner(motif))
                .avec("appel", appel)
                .avec("candidature", seul.map(ReceiptCode::affiche).orElse("toutes")));
        return Optional.empty();
    }

    /** Lets go; empty when done. */
    @Transactional
    @PreAuthorize(DPO)
    Optional<Refus> lever(long numero, String motif) {
        if (motif.strip().length() < MOTIF_MINIMAL) {
            return Optional.of(Refus.MOTIF_COURT);
        }
        if (!suspensions.lever(numero, borner(motif), agent.identifiant(), maintenant())) {
            return Optional.of(Refus.DEJA_LEVEE);
        }
        registre.inscrire(Acte.SUSPENSION_LEVEE.sur("suspension " + numero).motif(borner(motif)));
        return Optional.empty();
    }

    private static Optional<ReceiptCode> lire(String code) {
        return ReceiptCode.lire(code) instanceof Saisie.Lue<ReceiptCode>(var lu) ? Optional.of(lu) : Optional.empty();
    }

    private static String borner(String motif) {
        String net = motif.strip();
        return net.substring(0, Math.min(net.length(), MOTIF_MAXIMUM));
    }

    private Instant maintenant() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
