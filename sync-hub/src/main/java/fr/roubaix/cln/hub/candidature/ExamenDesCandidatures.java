package fr.roubaix.cln.hub.candidature;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.CandidaturesModifiables.Trace;
import fr.roubaix.cln.hub.candidature.Dossier.Vu;
import fr.roubaix.cln.hub.candidature.Statut.VoieDeRetrait;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Inscription;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;

/**
 * Decides whether applications are admissible (art. 7 §1), and takes decisions back while the list is not frozen. Each act
 * is bound to what its author was shown: when somebody else acted meanwhile, it is refused. An application is refused by two
 * people: one proposes it, another one confirms it.
 */
@Service
class ExamenDesCandidatures {

    private final CandidaturesModifiables candidatures;
    private final LimitationDesDossiers limitations;
    private final DoublonsDeLAppel doublons;
    private final PairesDeDoublon paires;
    private final MotsDesAgents mots;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    ExamenDesCandidatures(
            CandidaturesModifiables candidatures,
            LimitationDesDossiers limitations,
            DoublonsDeLAppel doublons,
            PairesDeDoublon paires,
            MotsDesAgents mots,
            AgentConnecte agent,
            Registre registre,
            Clock clock) {
        this.candidatures = candidatures;
        this.limitations = limitations;
        this.doublons = doublons;
        this.paires = paires;
        this.mots = mots;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    /** What the person signed in may decide about an application now; nothing once the list of its call is frozen. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('SECRETARIAT', 'PRESIDENCE')")
    Set<Dossier.Acte> actes(Dossier dossier) {
        if (candidatures.gelee(dossier.appel()) || limitations.limite(dossier.code())) {
            return Set.of();
        }
        var actes = dossier.actes();
        if (dossier.statut() instanceof Statut.IrrecevabiliteProposee proposee) {
            if (proposee.par().equals(agent.identifiant())) {
                actes.remove(Dossier.Acte.CONFIRMER_L_IRRECEVABILITE);
                actes.remove(Dossier.Acte.ECARTER_L_IRRECEVABILITE);
            } else {
                actes.remove(Dossier.Acte.REPRENDRE);
            }
        }
        return actes;
    }

    /** Whether the last day to answer is over: the application may be decided as it is. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('SECRETARIAT', 'PRESIDENCE')")
    boolean sansReponse(Statut statut) {
        return statut instanceof Statut.ACompleter demandee
                && demandee.demande().passee(aujourdhui());
    }

    /** Every decision on an application, the first one first. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('SECRETARIAT', 'PRESIDENCE')")
    List<Decision> histoire(ReceiptCode code) {
        boolean limitee = limitations.limite(code);
        return candidatures.decisions(code).stream()
                .map(decision -> decision.avec(lisible(code, decision.statut(), limitee)))
                .toList();
    }

    /** The dates on the paper form of an application, when a mairie copied it at its kiosk. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('SECRETARIAT', 'PRESIDENCE')")
    Optional<ReceptionDeCandidature.Papier> papier(ReceiptCode code) {
        return candidatures.papier(code);
    }

    /** Where an application stands, in the words of staff; without them while its treatment is restricted. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('SECRETARIAT', 'PRESIDENCE')")
    Statut lisible(Dossier dossier) {
        return lisible(dossier.code(), dossier.statut(), limitations.limite(dossier.code()));
    }

    private Statut lisible(ReceiptCode code, Statut statut, boolean limitee) {
        return limitee ? statut.avec(Precisions.aucunes()) : mots.ouvrir(code, statut);
    }

    /** What waits for a second look, without a name. */
    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('SECRETARIAT', 'PRESIDENCE')")
    List<Dossier> irrecevabilitesProposees(AppelId appel) {
        return candidatures.dossiers(appel).stream()
                .filter(dossier -> dossier.statut() instanceof Statut.IrrecevabiliteProposee && !dossier.effacee())
                .toList();
    }

    /** Declares one application admissible, alert or not. Empty when done. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<Refus> declarerRecevable(Vu vu) {
        return recevable(vu, false, ressemblantes(List.of(vu)));
    }

    /** Declares several at once. Those with an alert are left for a person to look at, one by one. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    Bilan declarerRecevables(Collection<Vu> vus) {
        var ressemblantes = ressemblantes(vus);
        var refus = new EnumMap<Refus, Integer>(Refus.class);
        int decidees = 0;
        for (Vu vu : vus) {
            Optional<Refus> issue = recevable(vu, true, ressemblantes);
            issue.ifPresent(r -> refus.merge(r, 1, Integer::sum));
            decidees += issue.isEmpty() ? 1 : 0;
        }
        return new Bilan(decidees, refus);
    }

    /** Those that look like another one: looked for before anything moves in this transaction. */
    private Set<ReceiptCode> ressemblantes(Collection<Vu> vus) {
        return vus.stream()
                .flatMap(vu -> candidatures.dossier(vu.code()).stream())
                .map(Dossier::appel)
                .distinct()
                .flatMap(appel -> doublons.concernees(appel).stream())
                .collect(Collectors.toSet());
    }

    /** Finds one application inadmissible; it is so once another person says so too. Empty when done. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<Refus> proposerLIrrecevabilite(Vu vu, MotifDIrrecevabilite motif, String precisions) {
        if (motif == MotifDIrrecevabilite.INCOMPLETE && precisions.isBlank()) {
            return Optional.of(Refus.PRECISIONS_MANQUANTES);
        }
        Trace trace = trace();
        return agir(
                vu,
                Dossier.Acte.PROPOSER_L_IRRECEVABILITE,
                _ -> Issue.de(
                        new Statut.IrrecevabiliteProposee(
                                motif,
                                new Precisions.Claires(DemandeDeComplement.borner(precisions)),
                                trace.le(),
                                trace.par()),
                        Acte.IRRECEVABILITE_PROPOSEE));
    }

    /** Says so too. Empty when done. */
    @Transactional
    @PreAuthorize("hasAnyRole('SECRETARIAT', 'PRESIDENCE')")
    Optional<Refus> confirmerLIrrecevabilite(Vu vu) {
        Trace trace = trace();
        return agir(vu, Dossier.Acte.CONFIRMER_L_IRRECEVABILITE, dossier -> {
            if (!(dossier.statut() instanceof Statut.IrrecevabiliteProposee proposee)) {
                return new Issue.Refusee(Refus.DEJA_DECIDEE);
            }
            return proposee.par().equals(trace.par())
                    ? new Issue.Refusee(Refus.MEME_PERSONNE)
                    : Issue.de(
                            new Statut.Irrecevable(
                                    proposee.motif(),
                                    proposee.precisions(),
                                    trace.le(),
                                    trace.par(),
                                    Optional.of(proposee.par())),
                            Acte.CANDIDATURE_IRRECEVABLE);
        });
    }

    /** Does not agree: the application stands where it stood before. Empty when done. */
    @Transactional
    @PreAuthorize("hasAnyRole('SECRETARIAT', 'PRESIDENCE')")
    Optional<Refus> ecarterLIrrecevabilite(Vu vu) {
        return agir(
                vu, Dossier.Acte.ECARTER_L_IRRECEVABILITE, dossier -> revenir(dossier, Acte.IRRECEVABILITE_ECARTEE));
    }

    /** Asks the person for what is missing. Empty when noted. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<Refus> demanderUnComplement(Vu vu, DemandeDeComplement demande) {
        if (!demande.echeance().isAfter(aujourdhui())) {
            return Optional.of(Refus.ECHEANCE_PASSEE);
        }
        if (demande.muette()) {
            return Optional.of(Refus.PRECISIONS_MANQUANTES);
        }
        Trace trace = trace();
        return agir(
                vu,
                Dossier.Acte.DEMANDER_UN_COMPLEMENT,
                _ -> Issue.de(
                        new Statut.ACompleter(demande, Optional.empty(), trace.le(), trace.par()),
                        Acte.COMPLEMENT_DEMANDE));
    }

    /** Notes that the letter was posted, or the person called, that day. Empty when noted. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<Refus> noterLaDemandeFaite(Vu vu, LocalDate jour) {
        if (jour.isAfter(aujourdhui())) {
            return Optional.of(Refus.JOUR_A_VENIR);
        }
        var faite = new Statut.Faite(jour, agent.identifiant());
        return agir(
                vu,
                Dossier.Acte.NOTER_LA_DEMANDE_FAITE,
                dossier -> dossier.statut() instanceof Statut.ACompleter(var demande, var _, var le, var par)
                        ? Issue.de(
                                new Statut.ACompleter(demande, Optional.of(faite), le, par),
                                Acte.DEMANDE_DE_COMPLEMENT_FAITE)
                        : new Issue.Refusee(Refus.RIEN_DE_DEMANDE));
    }

    /** What was asked for came. Empty when noted. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<Refus> noterCompletee(Vu vu) {
        Trace trace = trace();
        return agir(
                vu,
                Dossier.Acte.NOTER_COMPLETEE,
                _ -> Issue.de(new Statut.Completee(trace.le(), trace.par()), Acte.CANDIDATURE_COMPLETEE));
    }

    /** The person takes the application back, and said so this way. Empty when noted. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<Refus> retirer(Vu vu, VoieDeRetrait voie) {
        return retirerComme(vu, voie);
    }

    /** The same, for somebody who objects to what is done with their data. Empty when noted. */
    @Interne("part of the objection, whose use case is guarded")
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Refus> retirerSurOpposition(Vu vu, VoieDeRetrait voie) {
        return retirerComme(vu, voie);
    }

    private Optional<Refus> retirerComme(Vu vu, VoieDeRetrait voie) {
        Trace trace = trace();
        return agir(
                vu,
                Dossier.Acte.RETIRER,
                _ -> Issue.de(new Statut.Retiree(voie, trace.le(), trace.par()), Acte.CANDIDATURE_RETIREE));
    }

    /** Takes the last decision back: what held before holds again. Empty when done. */
    @Transactional
    @PreAuthorize("hasRole('SECRETARIAT')")
    Optional<Refus> reprendre(Vu vu) {
        return agir(vu, Dossier.Acte.REPRENDRE, dossier -> revenir(dossier, Acte.CANDIDATURE_REPRISE));
    }

    private Issue revenir(Dossier dossier, Acte acte) {
        var histoire = candidatures.decisions(dossier.code());
        OptionalLong retour = Decision.avant(histoire);
        if (retour.isEmpty()) {
            return new Issue.Refusee(Refus.PAS_DECIDEE);
        }
        long numero = retour.getAsLong();
        Statut avant = numero == 0
                ? new Statut.AExaminer()
                : histoire.get((int) numero - 1).statut();
        if (dossier.statut() instanceof Statut.Irrecevable(var motif, var _, var _, var _, var _)
                && motif == MotifDIrrecevabilite.DOUBLON) {
            paires.lever(dossier.code(), trace());
        }
        return new Issue.Vers(avant, retour, acte);
    }

    private Optional<Refus> recevable(Vu vu, boolean enLot, Set<ReceiptCode> ressemblantes) {
        Trace trace = trace();
        return agir(vu, Dossier.Acte.DECLARER_RECEVABLE, dossier -> {
            if (enLot && !dossier.alertes().isEmpty()) {
                return new Issue.Refusee(Refus.ALERTE);
            }
            return ressemblantes.contains(dossier.code())
                    ? new Issue.Refusee(Refus.DOUBLON_A_DECIDER)
                    : Issue.de(new Statut.Recevable(trace.le(), trace.par()), Acte.CANDIDATURE_RECEVABLE);
        });
    }

    /** Loads, checks that nothing moved since it was shown, decides, stores, writes in the register. */
    private Optional<Refus> agir(Vu vu, Dossier.Acte voulu, Suite suite) {
        Optional<Dossier> trouve = candidatures.dossier(vu.code());
        if (trouve.isEmpty()) {
            return Optional.of(Refus.INCONNUE);
        }
        Dossier dossier = trouve.get();
        if (dossier.changement() != vu.changement() || !dossier.actes().contains(voulu)) {
            return Optional.of(impossible(dossier, voulu));
        }
        // Held from here to the end of this transaction, so that the freeze waits or was first.
        if (!candidatures.noterSiDegelee(dossier.appel())) {
            return Optional.of(Refus.LISTE_ARRETEE);
        }
        if (limitations.limite(dossier.code())) {
            return Optional.of(Refus.LIMITEE);
        }
        return switch (suite.de(dossier)) {
            case Issue.Refusee(var refus) -> Optional.of(refus);
            case Issue.Vers(var apres, var retour, var acte) -> {
                Optional<Precisions> scellees = mots.sceller(dossier.code(), apres.precisions());
                if (scellees.isEmpty() || !candidatures.decider(vu, apres.avec(scellees.get()), retour, trace())) {
                    yield Optional.of(candidatures
                            .dossier(vu.code())
                            .map(d -> impossible(d, voulu))
                            .orElse(Refus.INCONNUE));
                }
                registre.inscrire(inscription(acte, dossier, apres));
                yield Optional.empty();
            }
        };
    }

    private static Refus impossible(Dossier dossier, Dossier.Acte voulu) {
        if (dossier.statut() instanceof Statut.Retiree) {
            return Refus.RETIREE;
        }
        if (voulu == Dossier.Acte.DECLARER_RECEVABLE
                && dossier.statut().attend()
                && dossier.classe().isEmpty()) {
            return Refus.MOINS_DE_16_ANS;
        }
        return voulu == Dossier.Acte.REPRENDRE && dossier.statut() instanceof Statut.AExaminer
                ? Refus.PAS_DECIDEE
                : Refus.DEJA_DECIDEE;
    }

    /** What was written besides may speak of the person: it stays with the application. */
    private static Inscription inscription(Acte acte, Dossier dossier, Statut apres) {
        var inscription = acte.sur(dossier.code().affiche());
        return switch (apres) {
            case Statut.AExaminer _, Statut.Completee _, Statut.Recevable _ -> inscription;
            case Statut.ACompleter(var demande, var faite, var _, var _) ->
                inscription
                        .avec("manque", demande.enOrdre())
                        .avec("moyen", demande.moyen())
                        .avec("echeance", demande.echeance())
                        .avec("faite-le", faite.map(f -> f.le().toString()).orElse("à faire"));
            case Statut.IrrecevabiliteProposee(var motif, var _, var _, var _) ->
                inscription.avec("motif", motif.name());
            case Statut.Irrecevable(var motif, var _, var _, var _, var proposeePar) ->
                inscription
                        .avec("motif", motif.name())
                        .avec("proposee-par", proposeePar.map(Object::toString).orElse("personne"));
            case Statut.Retiree(var voie, var _, var _) -> inscription.avec("voie", voie.name());
        };
    }

    private LocalDate aujourdhui() {
        return LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX);
    }

    private Trace trace() {
        return new Trace(agent.identifiant(), java.time.Instant.ofEpochMilli(clock.millis()));
    }

    /** What to make of an application that nobody else touches meanwhile. */
    @FunctionalInterface
    private interface Suite {
        Issue de(Dossier dossier);
    }

    private sealed interface Issue {
        record Vers(Statut apres, OptionalLong retour, Acte acte) implements Issue {}

        record Refusee(Refus refus) implements Issue {}

        static Issue de(Statut apres, Acte acte) {
            return new Vers(apres, OptionalLong.empty(), acte);
        }
    }

    /** What a batch did: how many were decided, and why the others were not. */
    record Bilan(int decidees, Map<Refus, Integer> refus) {
        Bilan {
            refus = Map.copyOf(refus);
        }
    }
}
