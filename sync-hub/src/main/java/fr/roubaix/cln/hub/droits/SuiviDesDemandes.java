package fr.roubaix.cln.hub.droits;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.droits.DelaiDeDemande.Urgence;
import fr.roubaix.cln.domaine.droits.Droit;
import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.hub.candidature.Candidatures;
import fr.roubaix.cln.hub.candidature.Dossier;
import fr.roubaix.cln.hub.candidature.LimitationDesDossiers;
import fr.roubaix.cln.hub.droits.Demande.Canal;
import fr.roubaix.cln.hub.droits.Demande.Trace;
import fr.roubaix.cln.hub.droits.Demande.Verification;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;

/**
 * Follows what people ask about their data until they have an answer (GDPR, art. 12). An answer says yes only once the hub
 * did what it says.
 */
@Service
public class SuiviDesDemandes {

    private static final String DPO = "hasRole('DPO')";
    private static final int MOTIF_MINIMAL = 10;
    private static final int MOTIF_MAXIMUM = 500;

    private final Demandes demandes;
    private final Candidatures candidatures;
    private final LimitationDesDossiers limitations;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    SuiviDesDemandes(
            Demandes demandes,
            Candidatures candidatures,
            LimitationDesDossiers limitations,
            AgentConnecte agent,
            Registre registre,
            Clock clock) {
        this.demandes = demandes;
        this.candidatures = candidatures;
        this.limitations = limitations;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    /** Why nothing was done. */
    enum Refus {
        DROIT_MANQUANT,
        CANAL_MANQUANT,
        DATE_MANQUANTE,
        DATE_A_VENIR,
        DATE_TROP_ANCIENNE,
        CODE_MAL_FORME,
        CODE_INCONNU,
        VERIFICATION_MANQUANTE,
        MOTIF_COURT,
        TROP_TARD_POUR_PROLONGER,
        ISSUE_MANQUANTE,
        IDENTITE_NON_VERIFIEE,
        PAS_ENCORE_EFFACEE,
        PAS_ENCORE_LIMITEE,
        DEJA_LIMITEE,
        PAS_LIMITEE,
        DEJA_CLOSE
    }

    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize(DPO)
    List<Demande> toutes() {
        return demandes.toutes();
    }

    /** The application that a request is about, without the identity; empty while nobody is identified. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize(DPO)
    Optional<Dossier> dossier(Demande demande) {
        return demande.identification().flatMap(qui -> candidatures.dossier(qui.code()));
    }

    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize(DPO)
    boolean limite(ReceiptCode code) {
        return limitations.limite(code);
    }

    /** Writes a request down; the clock counts from the day on which it was received. Empty when done. */
    @Transactional
    @PreAuthorize(DPO)
    Optional<Refus> enregistrer(@Nullable Droit droit, @Nullable Canal canal, @Nullable LocalDate recueLe) {
        if (droit == null) {
            return Optional.of(Refus.DROIT_MANQUANT);
        }
        if (canal == null) {
            return Optional.of(Refus.CANAL_MANQUANT);
        }
        if (recueLe == null) {
            return Optional.of(Refus.DATE_MANQUANTE);
        }
        if (recueLe.isAfter(aujourdhui())) {
            return Optional.of(Refus.DATE_A_VENIR);
        }
        if (recueLe.isBefore(aujourdhui().minusYears(1))) {
            return Optional.of(Refus.DATE_TROP_ANCIENNE);
        }
        long numero = demandes.ajouter(droit, canal, recueLe, trace());
        registre.inscrire(Acte.DEMANDE_RECUE
                .sur(objet(numero))
                .avec("droit", droit.name())
                .avec("canal", canal.name())
                .avec("recue-le", recueLe));
        return Optional.empty();
    }

    /** Says whose data it is about, once that is verified. Empty when done. */
    @Transactional
    @PreAuthorize(DPO)
    Optional<Refus> identifier(long numero, String code, @Nullable Verification moyen) {
        if (!(ReceiptCode.lire(code) instanceof Saisie.Lue<ReceiptCode>(var lu))) {
            return Optional.of(Refus.CODE_MAL_FORME);
        }
        if (candidatures.dossier(lu).isEmpty()) {
            return Optional.of(Refus.CODE_INCONNU);
        }
        if (moyen == null) {
            return Optional.of(Refus.VERIFICATION_MANQUANTE);
        }
        if (!demandes.identifier(numero, new Demande.Identification(lu, moyen, trace()))) {
            return Optional.of(Refus.DEJA_CLOSE);
        }
        registre.inscrire(Acte.DEMANDE_VERIFIEE
                .sur(objet(numero))
                .avec("candidature", lu.affiche())
                .avec("moyen", moyen.name()));
        return Optional.empty();
    }

    /** Takes two months more (GDPR, art. 12 §3), before the first is over. Empty when done. */
    @Transactional
    @PreAuthorize(DPO)
    Optional<Refus> prolonger(long numero, String motif) {
        Optional<Demande> demande = demandes.trouver(numero).filter(Demande::ouverte);
        if (demande.isEmpty()) {
            return Optional.of(Refus.DEJA_CLOSE);
        }
        if (!demande.get().delai().prolongeable(aujourdhui())) {
            return Optional.of(Refus.TROP_TARD_POUR_PROLONGER);
        }
        if (motif.strip().length() < MOTIF_MINIMAL) {
            return Optional.of(Refus.MOTIF_COURT);
        }
        if (!demandes.prolonger(numero, new Demande.Prolongation(borner(motif), trace()))) {
            return Optional.of(Refus.TROP_TARD_POUR_PROLONGER);
        }
        registre.inscrire(Acte.DEMANDE_PROLONGEE.sur(objet(numero)).motif(borner(motif)));
        return Optional.empty();
    }

    /** Restricts the file, or lifts the restriction. Empty when done. */
    @Transactional
    @PreAuthorize(DPO)
    Optional<Refus> limiter(long numero, boolean limiter) {
        Optional<ReceiptCode> code =
                demandes.trouver(numero).flatMap(Demande::identification).map(Demande.Identification::code);
        if (code.isEmpty()) {
            return Optional.of(Refus.IDENTITE_NON_VERIFIEE);
        }
        boolean fait = limiter
                ? limitations.limiter(code.get(), agent.identifiant(), maintenant())
                : limitations.lever(code.get());
        if (!fait) {
            return Optional.of(limiter ? Refus.DEJA_LIMITEE : Refus.PAS_LIMITEE);
        }
        registre.inscrire((limiter ? Acte.DOSSIER_LIMITE : Acte.LIMITATION_LEVEE)
                .sur("candidature " + code.get().affiche())
                .avec("demande", numero));
        return Optional.empty();
    }

    /** Answers, with the reason; a yes must be true. Empty when done. */
    @Transactional
    @PreAuthorize(DPO)
    Optional<Refus> repondre(long numero, Demande.@Nullable Issue issue, String motif) {
        Optional<Demande> demande = demandes.trouver(numero).filter(Demande::ouverte);
        if (demande.isEmpty()) {
            return Optional.of(Refus.DEJA_CLOSE);
        }
        if (issue == null) {
            return Optional.of(Refus.ISSUE_MANQUANTE);
        }
        if (motif.strip().length() < MOTIF_MINIMAL) {
            return Optional.of(Refus.MOTIF_COURT);
        }
        Optional<Refus> faux = issue == Demande.Issue.ACCEPTEE ? pasEncore(demande.get()) : Optional.empty();
        if (faux.isPresent()) {
            return faux;
        }
        if (!demandes.repondre(numero, new Demande.Reponse(issue, borner(motif), trace()))) {
            return Optional.of(Refus.DEJA_CLOSE);
        }
        registre.inscrire(
                Acte.DEMANDE_CLOSE.sur(objet(numero)).motif(borner(motif)).avec("issue", issue.name()));
        return Optional.empty();
    }

    /** What a yes would claim and the hub has not done. */
    private Optional<Refus> pasEncore(Demande demande) {
        if (demande.identification().isEmpty()) {
            return Optional.of(Refus.IDENTITE_NON_VERIFIEE);
        }
        return switch (demande.droit()) {
            case ACCES, RECTIFICATION -> Optional.empty();
            case EFFACEMENT, OPPOSITION ->
                dossier(demande).filter(Predicate.not(Dossier::effacee)).map(_ -> Refus.PAS_ENCORE_EFFACEE);
            case LIMITATION ->
                demande.identification()
                        .filter(qui -> !limitations.limite(qui.code()))
                        .map(_ -> Refus.PAS_ENCORE_LIMITEE);
        };
    }

    /** How many wait for an answer, and how many of them are late. */
    @Interne("counts alone, told to everyone on the dashboard")
    public Compte compte() {
        var ouvertes = demandes.toutes().stream().filter(Demande::ouverte).toList();
        return new Compte(
                ouvertes.size(),
                ouvertes.stream()
                        .filter(demande -> demande.delai().urgence(aujourdhui()) == Urgence.EN_RETARD)
                        .count());
    }

    /** Requests without an answer. */
    public record Compte(long ouvertes, long enRetard) {}

    private static String objet(long numero) {
        return "demande de droits " + numero;
    }

    private static String borner(String motif) {
        String net = motif.strip();
        return net.substring(0, Math.min(net.length(), MOTIF_MAXIMUM));
    }

    private Trace trace() {
        return new Trace(agent.identifiant(), maintenant());
    }

    private Instant maintenant() {
        return Instant.ofEpochMilli(clock.millis());
    }

    @Interne("today in Roubaix, for the screen that shows deadlines")
    LocalDate aujourdhui() {
        return LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX);
    }
}
