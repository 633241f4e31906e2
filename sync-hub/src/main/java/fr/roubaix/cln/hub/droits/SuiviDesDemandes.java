package fr.roubaix.cln.hub.droits;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.calendrier.DelaiDUnMois;
import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.hub.droits.Demande.Canal;
import fr.roubaix.cln.hub.droits.Demande.Droit;
import fr.roubaix.cln.hub.droits.Demande.Prolongation;
import fr.roubaix.cln.hub.droits.Demande.Reponse;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;

/** Records what people ask for their data, and that they were answered in time (GDPR, art. 12 §3). */
@Service
public class SuiviDesDemandes {

    private static final String DPO = "hasRole('DPO')";

    private final Demandes demandes;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    SuiviDesDemandes(Demandes demandes, AgentConnecte agent, Registre registre, Clock clock) {
        this.demandes = demandes;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    /**
     * Writes a request down.
     *
     * @param numero of a receipt, as typed; may be empty
     * @return why it was not, if it was not
     */
    @Transactional
    @PreAuthorize(DPO)
    Optional<Refus> enregistrer(
            @Nullable Droit droit, @Nullable Canal canal, @Nullable LocalDate recueLe, String numero) {
        if (droit == null) {
            return Optional.of(Refus.DROIT_MANQUANT);
        }
        if (canal == null) {
            return Optional.of(Refus.CANAL_MANQUANT);
        }
        if (recueLe == null
                || recueLe.isAfter(aujourdhui())
                || recueLe.isBefore(aujourdhui().minusYears(1))) {
            return Optional.of(Refus.DATE_INVRAISEMBLABLE);
        }
        Optional<ReceiptCode> code = ReceiptCode.lire(numero) instanceof Saisie.Lue<ReceiptCode>(var lu)
                ? Optional.of(lu)
                : Optional.empty();
        if (!numero.isBlank() && code.isEmpty()) {
            return Optional.of(Refus.NUMERO_MAL_FORME);
        }
        long inscrite = registre.inscrire(Acte.DEMANDE_RECUE
                .sur(code.map(c -> "candidature " + c.affiche()).orElse("personne sans numéro"))
                .avec("droit", droit.name())
                .avec("canal", canal.name())
                .avec("recue-le", recueLe)
                .avec("echeance", new DelaiDUnMois(recueLe).echeance()));
        demandes.ajouter(new Demande(inscrite, droit, code, canal, recueLe, Optional.empty(), Optional.empty()));
        return Optional.empty();
    }

    /** Takes two more months, of which the person must be told within the first one. */
    @Transactional
    @PreAuthorize(DPO)
    Optional<Refus> prolonger(long numero, Prolongation motif) {
        Optional<Demande> demande = demandes.trouver(numero);
        if (demande.isEmpty() || demande.get().suite().isPresent()) {
            return Optional.of(Refus.DEJA_REPONDUE);
        }
        if (demande.get().prolongation().isPresent()) {
            return Optional.of(Refus.DEJA_PROLONGEE);
        }
        if (aujourdhui().isAfter(demande.get().echeance())) {
            return Optional.of(Refus.TROP_TARD);
        }
        if (!demandes.prolonger(numero, motif)) {
            return Optional.of(Refus.DEJA_PROLONGEE);
        }
        registre.inscrire(Acte.DEMANDE_PROLONGEE.sur("demande " + numero).motif(motif.titre()));
        return Optional.empty();
    }

    /** Writes what the person was answered. */
    @Transactional
    @PreAuthorize(DPO)
    Optional<Refus> repondre(long numero, Reponse reponse) {
        Instant le = Instant.ofEpochMilli(clock.millis());
        if (!demandes.repondre(numero, new Demande.Suite(reponse, le, agent.identifiant()))) {
            return Optional.of(Refus.DEJA_REPONDUE);
        }
        registre.inscrire(Acte.DEMANDE_REPONDUE.sur("demande " + numero).motif(reponse.titre()));
        return Optional.empty();
    }

    /** Those of this right that wait and are about this application, or do not say about which. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize(DPO)
    List<Demande> ouvertes(Droit droit, ReceiptCode code) {
        return toutes().stream().filter(demande -> demande.attend(droit, code)).toList();
    }

    /** Those that wait, the most pressing first, then those that were answered, the latest first. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize(DPO)
    List<Demande> toutes() {
        return demandes.toutes().stream()
                .sorted(Comparator.comparing((Demande d) -> d.suite().isPresent())
                        .thenComparing(
                                d -> d.suite().map(s -> -s.le().toEpochMilli()).orElse(0L))
                        .thenComparing(Demande::echeance)
                        .thenComparing(Demande::numero))
                .toList();
    }

    /** How many wait for an answer, and how many of them are late. */
    @Interne("counts alone, told to everyone on the dashboard")
    public Compte compte() {
        var ouvertes = demandes.toutes().stream()
                .filter(demande -> demande.suite().isEmpty())
                .toList();
        return new Compte(
                ouvertes.size(),
                ouvertes.stream()
                        .filter(demande -> aujourdhui().isAfter(demande.echeance()))
                        .count());
    }

    /** The first day by which somebody must be answered, among the requests that are not late; empty without any. */
    @Interne("a day alone, told to everyone on the dashboard")
    public Optional<LocalDate> prochaineEcheance() {
        return demandes.toutes().stream()
                .filter(demande -> demande.suite().isEmpty())
                .map(Demande::echeance)
                .filter(jour -> !jour.isBefore(aujourdhui()))
                .min(LocalDate::compareTo);
    }

    /** Requests without an answer. */
    public record Compte(long ouvertes, long enRetard) {}

    private LocalDate aujourdhui() {
        return LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX);
    }

    /** Why nothing was written. */
    enum Refus {
        DROIT_MANQUANT,
        CANAL_MANQUANT,
        DATE_INVRAISEMBLABLE,
        NUMERO_MAL_FORME,
        DEJA_REPONDUE,
        DEJA_PROLONGEE,
        TROP_TARD
    }
}
