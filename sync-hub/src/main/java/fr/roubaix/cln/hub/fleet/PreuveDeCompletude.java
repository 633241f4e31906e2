package fr.roubaix.cln.hub.fleet;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.candidature.NomsDansUnTexte;
import fr.roubaix.cln.hub.documents.TexteImprimable;
import fr.roubaix.cln.hub.ingest.Kiosks;
import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.hub.ingest.TetesDeChaine;
import fr.roubaix.cln.hub.ingest.TetesDeChaine.Tete;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;
import fr.roubaix.cln.hub.security.DeuxVoix;
import fr.roubaix.cln.sync.ChainHead;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Message.Cause;

/** Puts together what the hub holds of each kiosk, and the derogations that hold for exactly that. */
@Service
class PreuveDeCompletude implements Completude {

    private final Appels appels;
    private final Kiosks kiosks;
    private final TetesDeChaine tetes;
    private final Declarations declarations;
    private final Derogations derogations;
    private final AgentConnecte agent;
    private final Registre registre;
    private final DeuxVoix deuxVoix;
    private final NomsDansUnTexte noms;
    private final Clock clock;

    PreuveDeCompletude(
            Appels appels,
            Kiosks kiosks,
            TetesDeChaine tetes,
            Declarations declarations,
            Derogations derogations,
            AgentConnecte agent,
            Registre registre,
            DeuxVoix deuxVoix,
            NomsDansUnTexte noms,
            Clock clock) {
        this.appels = appels;
        this.kiosks = kiosks;
        this.tetes = tetes;
        this.declarations = declarations;
        this.derogations = derogations;
        this.agent = agent;
        this.registre = registre;
        this.deuxVoix = deuxVoix;
        this.noms = noms;
        this.clock = clock;
    }

    @Override
    @Interne("counts and states of kiosks, asked for by guarded screens and by the freeze")
    @Transactional(readOnly = true)
    public Constat constat(AppelId appel) {
        var suivi = appels.trouver(appel).orElseThrow(() -> new IllegalArgumentException("no such call: " + appel));
        Map<KioskId, List<ChainHead>> tenues = tetes.toutes().stream()
                .collect(Collectors.groupingBy(Tete::borne, Collectors.mapping(Tete::tete, Collectors.toList())));
        var ouvertures = declarations.ouvertures();
        var clotures = declarations.clotures(appel);
        var accordees = derogations.enVigueur(appel);
        return new Constat(
                appel,
                kiosks.all().stream()
                        .filter(kiosk -> compte(kiosk, suivi, tetes))
                        .map(kiosk -> new SuiviDeBorne(
                                kiosk,
                                chaines(
                                        tenues.getOrDefault(kiosk.id(), List.of()),
                                        ouvertures.getOrDefault(kiosk.id(), List.of())),
                                clotures.getOrDefault(kiosk.id(), List.of())))
                        .map(borne -> borne(borne, accordees))
                        .sorted(Comparator.comparing(Borne::mairie)
                                .thenComparing(borne -> borne.id().numero()))
                        .toList());
    }

    @Override
    @Transactional(readOnly = true)
    @Consultation
    @PreAuthorize("hasAnyRole('SECRETARIAT', 'TIRAGE', 'PRESIDENCE', 'OBSERVATEUR', 'ADMIN')")
    public Constat consulter(AppelId appel) {
        return constat(appel);
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    public Optional<Refus> proposer(AppelId appel, KioskId borne, Hash vu, String motif) {
        if (motif.strip().length() < MOTIF_MINIMAL) {
            return Optional.of(Refus.MOTIF_TROP_COURT);
        }
        if (!TexteImprimable.imprimable(motif)) {
            return Optional.of(Refus.MOTIF_MAL_FORME);
        }
        switch (noms.chercher(appel, motif)) {
            case PERSONNE -> {}
            case NOMME -> {
                return Optional.of(Refus.NOM_DE_CANDIDAT);
            }
            case TROP_DE_FOIS -> {
                return Optional.of(Refus.TEXTES_SUSPENDUS);
            }
        }
        var etat = constat(appel).bornes().stream()
                .filter(b -> b.id().equals(borne))
                .findFirst();
        if (etat.filter(b -> !b.manques().isEmpty()).isEmpty()) {
            return Optional.of(Refus.RIEN_NE_MANQUE);
        }
        if (!etat.get().etat().equals(vu)) {
            return Optional.of(Refus.L_ETAT_A_CHANGE);
        }
        var parametres = DerogationADeuxVoix.parametres(appel, borne, vu, motif.strip());
        return switch (deuxVoix.proposer(DerogationADeuxVoix.GENRE, parametres, "")) {
            case DeuxVoix.Refus.DEJA_PROPOSE -> Optional.of(Refus.DEJA_PROPOSEE);
            case DeuxVoix.Refus _ -> Optional.of(Refus.L_ETAT_A_CHANGE);
            case DeuxVoix.Issue _ -> Optional.empty();
        };
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('TIRAGE')")
    public boolean retirer(AppelId appel, KioskId borne) {
        if (!derogations.retirer(appel, borne, agent.identifiant(), clock.instant())) {
            return false;
        }
        registre.inscrire(Acte.DEROGATION_RETIREE.sur("borne " + borne).avec("appel", appel));
        return true;
    }

    /**
     * Whether a kiosk could have received applications for this call: there before its end, not gone before its start.
     * The hub's clock may have been wrong on the day of its enrolment: what it delivers or announces counts more.
     */
    private static boolean compte(Kiosk kiosk, AppelSuivi suivi, TetesDeChaine tetes) {
        Instant debut = suivi.appel().ouverture();
        Instant fin = suivi.cloture().map(AppelSuivi.Cloture::le).orElse(Instant.MAX);
        boolean presente = !kiosk.enrolledAt().isAfter(fin)
                || tetes.aTransmisUneCandidature(kiosk.id())
                || kiosk.report().filter(rapport -> rapport.queue() > 0).isPresent();
        return presente
                && kiosk.revokedAt()
                        .filter(revoquee -> revoquee.isBefore(debut))
                        .isEmpty();
    }

    /** Chains whose opening was noted, in their order; before them, those that the hub held before it noted openings. */
    private static List<SuiviDeBorne.Chaine> chaines(List<ChainHead> tenues, List<Declarations.Ouverte> ouvertes) {
        Map<ChainId, ChainHead> parChaine =
                tenues.stream().collect(Collectors.toMap(ChainHead::chain, Function.identity()));
        var chaines = new ArrayList<SuiviDeBorne.Chaine>();
        var notees = ouvertes.stream().map(Declarations.Ouverte::chaine).toList();
        tenues.stream()
                .filter(tete -> !notees.contains(tete.chain()))
                .map(tete -> new SuiviDeBorne.Chaine(Cause.PREMIERE, Optional.empty(), tete))
                .forEach(chaines::add);
        ouvertes.stream()
                .map(ouverte -> new SuiviDeBorne.Chaine(
                        ouverte.cause(),
                        ouverte.precedente(),
                        parChaine.getOrDefault(ouverte.chaine(), ChainHead.empty(ouverte.chaine()))))
                .forEach(chaines::add);
        return chaines;
    }

    private static Borne borne(SuiviDeBorne suivi, List<Derogations.Accordee> accordees) {
        var kiosk = suivi.borne();
        Hash etat = suivi.empreinte();
        return new Borne(
                kiosk.id(),
                kiosk.mairie(),
                kiosk.name(),
                kiosk.revokedAt(),
                kiosk.report().map(Kiosks.Report::at),
                kiosk.report().map(Kiosks.Report::queue),
                suivi.manques(),
                suivi.cloture().map(c -> new Cloture(c.agent(), c.formulaires(), c.recueLe())),
                etat,
                accordees.stream()
                        .filter(a -> a.borne().equals(kiosk.id()) && a.etat().equals(etat))
                        .reduce((_, derniere) -> derniere)
                        .map(a -> new Derogation(
                                kiosk.id(), kiosk.mairie(), kiosk.name(), a.manque(), a.motif(), a.par(), a.le())));
    }
}
