package fr.roubaix.cln.hub.tirage;

import java.time.Clock;
import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

import fr.roubaix.cln.domaine.tirage.AnnonceDrand;
import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.Plan;
import fr.roubaix.cln.domaine.tirage.PreuveDrand;
import fr.roubaix.cln.domaine.tirage.Resultat;
import fr.roubaix.cln.domaine.tirage.TirageAuSort;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Inscription;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;
import fr.roubaix.cln.hub.security.DeuxVoix;
import fr.roubaix.cln.hub.security.Parametres;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.verifier.PvJson;

/**
 * The public part of the draw (art. 7 §2), act after act, from the reading to the procès-verbal, rehearsals included. Each
 * act is kept by itself, so that a power cut between two of them loses nothing, and holds for what the screen showed: when
 * somebody else acted meanwhile, it is refused and the screen read again. Every method returns why nothing was done; empty
 * when it was, or when it waits for the presidency.
 *
 * <p>{@code vu} is always the {@link EtatDuTirage#pas()} that the screen showed.
 */
@Service
class Ceremonie {

    private final TiragesModifiables tirages;
    private final Greffe greffe;
    private final DeuxVoix deuxVoix;
    private final NomsRefuses noms;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    Ceremonie(
            TiragesModifiables tirages,
            Greffe greffe,
            DeuxVoix deuxVoix,
            NomsRefuses noms,
            AgentConnecte agent,
            Registre registre,
            Clock clock) {
        this.tirages = tirages;
        this.greffe = greffe;
        this.deuxVoix = deuxVoix;
        this.noms = noms;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    /** Records the reading of criterion 3 that the officials chose. */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> choisir(CeremonieId id, int vu, Lecture lecture) {
        return faire(
                id,
                vu,
                new Fait.LectureChoisie(lecture),
                Acte.LECTURE_CHOISIE.sur(id.objet()).avec("lecture", lecture.name()));
    }

    /** Proposes the plan under the reading chosen: once confirmed, the reading stands. */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> proposerLePlan(CeremonieId id, int vu) {
        return proposer(id, vu, Etape.PLAN, new Fait.PlanConfirme(), Etape.de(id));
    }

    /**
     * Registers somebody who is there, or a co-president who is not. The name is public where {@link QualiteDePresence#nommee()} says
     * so; otherwise it stands on the signed original alone.
     */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> inscrire(CeremonieId id, int vu, String nom, QualiteDePresence qualite, boolean presente) {
        var homonyme = tirages.etat(id).cahier().homonyme(nom);
        if (homonyme.isPresent()) {
            return Optional.of(
                    presente == homonyme.get().estVenue()
                            ? Refus.DEJA_INSCRIT
                            : presente ? Refus.INSCRIT_ABSENT : Refus.INSCRIT_PRESENT);
        }
        return faire(
                id,
                vu,
                new Fait.PresenceInscrite(nom.strip(), qualite, presente),
                Acte.PRESENCE_INSCRITE
                        .sur(id.objet())
                        .avec("qualite", qualite.name())
                        .avec("presence", presente ? "présent" : "absent"));
    }

    /** Takes a registration back, before the session opens. */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> retirer(CeremonieId id, int vu, int numero) {
        return faire(
                id,
                vu,
                new Fait.PresenceRetiree(numero),
                Acte.PRESENCE_RETIREE.sur(id.objet()).avec("numero", numero));
    }

    /** Writes that somebody registered as absent, or who had left, is there from now on; until the closing. */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> arriver(CeremonieId id, int vu, int numero) {
        return faire(
                id,
                vu,
                new Fait.Arrivee(numero),
                Acte.ARRIVEE_AU_TIRAGE.sur(id.objet()).avec("numero", numero));
    }

    /** Writes that somebody leaves. */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> partir(CeremonieId id, int vu, int numero) {
        return faire(
                id,
                vu,
                new Fait.Depart(numero),
                Acte.DEPART_DU_TIRAGE.sur(id.objet()).avec("numero", numero));
    }

    /**
     * Proposes to open the public session.
     *
     * @param lancers how many throws there will be, no more and no fewer
     * @param drand the round announced now, before any die; empty for dice alone
     */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> proposerLOuverture(CeremonieId id, int vu, int lancers, Optional<AnnonceDrand> drand) {
        return proposer(
                id,
                vu,
                Etape.SEANCE,
                new Fait.SeanceOuverteAvecCompte(lancers, drand),
                Etape.seanceDe(id, lancers, drand));
    }

    /**
     * Proposes another round of drand, when the one announced comes before the dice are complete, or will not serve.
     *
     * @param motif published as it is; it names no candidate
     */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> proposerUnAutreTour(CeremonieId id, int vu, AnnonceDrand drand, String motif) {
        var avant = Propose.obstacle(tirages.etat(id), vu, new Fait.DrandRemplace(drand, motif), clock.instant());
        Optional<Refus> nomme = avant.isEmpty() ? noms.refus(id, motif) : Optional.empty();
        if (nomme.isPresent()) {
            // Kept: who was told that a text names a candidate stands in the register.
            return nomme;
        }
        return rendre(avant.or(() -> Propose.suite(
                deuxVoix.proposer(Etape.TOUR_DRAND.genre(), Etape.autreTourDe(id, drand, motif), motif.strip()))));
    }

    /**
     * Records one throw: durable when this returns.
     *
     * @param chiffre as typed
     * @param lanceur number of the person present who threw
     */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> lancer(CeremonieId id, int vu, String chiffre, int lanceur) {
        return switch (Des.lireUnChiffre(chiffre)) {
            case Resultat.Refuse<Integer> _ -> Optional.of(Refus.CHIFFRE_MAL_FORME);
            case Resultat.Accepte(var lu) ->
                faire(
                        id,
                        vu,
                        new Fait.DeLance(lu, lanceur),
                        Acte.DE_LANCE.sur(id.objet()).avec("chiffre", lu).avec("lanceur", lanceur));
        };
    }

    /**
     * Mends a digit before the seed is confirmed; what it was stays written.
     *
     * @param position from 1
     */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> corriger(CeremonieId id, int vu, int position, String chiffre) {
        return switch (Des.lireUnChiffre(chiffre)) {
            case Resultat.Refuse<Integer> _ -> Optional.of(Refus.CHIFFRE_MAL_FORME);
            case Resultat.Accepte(var lu) ->
                faire(
                        id,
                        vu,
                        new Fait.DeCorrige(position, lu),
                        Acte.DE_CORRIGE
                                .sur(id.objet())
                                .avec("position", position)
                                .avec("chiffre", lu));
        };
    }

    /** Takes the last digit away, when it was typed without a throw; what it was stays written. */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> retirerLeDernier(CeremonieId id, int vu) {
        return faire(id, vu, new Fait.DeRetire(), Acte.DE_RETIRE.sur(id.objet()));
    }

    /** Records what drand published for the round that was announced. All three as they were copied. */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> saisirDrand(CeremonieId id, int vu, String tour, String alea, String signature) {
        Optional<AnnonceDrand> annonce = tirages.etat(id)
                .tirage()
                .filter(Tirage.AvecDes.class::isInstance)
                .flatMap(tirage -> ((Tirage.AvecDes) tirage).seance().drand());
        if (annonce.isEmpty()) {
            return Optional.of(Refus.DRAND_NON_ANNONCE);
        }
        return switch (PreuveDrand.lire(annonce.get(), tour, alea, signature)) {
            case Resultat.Refuse(var defaut) -> Optional.of(Refus.de(defaut));
            case Resultat.Accepte(var preuve) ->
                faire(
                        id,
                        vu,
                        new Fait.DrandSaisi(preuve),
                        Acte.DRAND_SAISI
                                .sur(id.objet())
                                .avec("drand", preuve.drand().texte()));
        };
    }

    /** Proposes the seed: once confirmed, no digit changes and there is no other attempt. */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> proposerLaGraine(CeremonieId id, int vu) {
        return proposer(id, vu, Etape.GRAINE, new Fait.GraineConfirmee(), Etape.de(id));
    }

    /** Draws the members from what two voices confirmed, and keeps {@code pv.json}. */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> tirer(CeremonieId id, int vu) {
        var tirage = tirages.etat(id).tirage();
        if (!(tirage.orElse(null) instanceof Tirage.GraineConfirmee confirmee)) {
            return faire(id, vu, new Fait.Tire(Hash.ZERO), Acte.TIRAGE_EFFECTUE.sur(id.objet()));
        }
        var pv = TirageAuSort.tirer(confirmee.arret().liste(), confirmee.graine(), VersionDuReglement.DE_2025);
        byte[] octets = PvJson.write(pv);
        var refus = faire(
                id,
                vu,
                new Fait.Tire(Hash.of(octets)),
                Acte.TIRAGE_EFFECTUE
                        .sur(id.objet())
                        .avec("pv", Hash.of(octets).hex())
                        .avec("liste", confirmee.arret().liste().empreinte().hex()));
        if (refus.isEmpty() && !tirages.garder(id, octets)) {
            throw new IllegalStateException("a procès-verbal was kept before its draw: " + id);
        }
        return refus;
    }

    /**
     * Shows more seats to the room, in the order of the procès-verbal.
     *
     * @param combien how many are shown in all
     */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> reveler(CeremonieId id, int vu, int combien) {
        var tirage = tirages.etat(id).tirage();
        if (tirage.orElse(null) instanceof Tirage.ResultatConnu connu
                && combien > Plan.pour(connu.arret().liste(), connu.lecture()).siegesATirer()) {
            return Optional.of(Refus.DEJA_REVELE);
        }
        return faire(
                id,
                vu,
                new Fait.SiegesReveles(combien),
                Acte.SIEGES_REVELES.sur(id.objet()).avec("sieges", combien));
    }

    /** Proposes to proclaim the result. */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> proposerLaProclamation(CeremonieId id, int vu) {
        return proposer(id, vu, Etape.PROCLAMATION, new Fait.Proclame(), Etape.de(id));
    }

    /**
     * Writes what somebody asked to be written in the procès-verbal, until it is closed; it is never changed, and is
     * published as it is, so it names no candidate.
     */
    @Transactional
    @PreAuthorize("hasAnyRole('TIRAGE', 'PRESIDENCE', 'OBSERVATEUR')")
    Optional<Refus> porter(CeremonieId id, Cahier.Mention.Genre genre, String texte) {
        var mention = new Fait.Mention(genre, texte.strip());
        var avant = Propose.obstacle(tirages.etat(id), mention, clock.instant());
        var nomme = avant.isEmpty() ? noms.refus(id, texte) : avant;
        if (avant.isEmpty() && nomme.isPresent()) {
            // Kept: who was told that a text names a candidate stands in the register and in the access log.
            return nomme;
        }
        var refus = greffe.ecrire(id, mention, acte());
        if (refus.isEmpty()) {
            registre.inscrire(Acte.MENTION_AU_PROCES_VERBAL.sur(id.objet()).avec("genre", genre.name()));
        }
        return rendre(refus);
    }

    /** Records that somebody of the list withdrew, or should not be on it, after the first die: treated as refusing. */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> noterLeDesistement(CeremonieId id, IdDeListe code, Cahier.Desistement.Cause cause) {
        var refus = greffe.ecrire(id, new Fait.Desistement(code, cause), acte());
        if (refus.isEmpty()) {
            registre.inscrire(Acte.DESISTEMENT_NOTE
                    .sur(id.objet())
                    .avec("numero", code.valeur())
                    .avec("cause", cause.name()));
        }
        return rendre(refus);
    }

    /** Proposes to close the procès-verbal with the remarks that stand in it. */
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    Optional<Refus> proposerLaCloture(CeremonieId id, int vu) {
        return proposer(id, vu, Etape.CLOTURE, new Fait.Clos(), Etape.de(id));
    }

    /** The first voice of a step: refused now rather than by the second one. */
    private Optional<Refus> proposer(CeremonieId id, int vu, Etape etape, Fait fait, Parametres parametres) {
        return rendre(Propose.obstacle(tirages.etat(id), vu, fait, clock.instant())
                .or(() -> Propose.suite(deuxVoix.proposer(etape.genre(), parametres, ""))));
    }

    private Optional<Refus> faire(CeremonieId id, int vu, Fait fait, Inscription inscription) {
        var refus = greffe.ecrire(id, vu, fait, acte());
        if (refus.isEmpty()) {
            registre.inscrire(inscription);
        }
        return rendre(refus);
    }

    /** Nothing of an act that is refused is kept. */
    static Optional<Refus> rendre(Optional<Refus> refus) {
        if (refus.isPresent()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return refus;
    }

    private Tirage.Acte acte() {
        return new Tirage.Acte(agent.identifiant(), clock.instant());
    }
}
