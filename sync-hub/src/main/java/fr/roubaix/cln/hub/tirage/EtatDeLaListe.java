package fr.roubaix.cln.hub.tirage;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.Ligne;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.ListeEtablie;
import fr.roubaix.cln.domaine.tirage.Resultat;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.appel.ResteDAppel;
import fr.roubaix.cln.hub.candidature.Candidatures;
import fr.roubaix.cln.hub.candidature.Dossier;
import fr.roubaix.cln.hub.candidature.DoublonsDeLAppel;
import fr.roubaix.cln.hub.candidature.Statut;
import fr.roubaix.cln.hub.fleet.Completude;
import fr.roubaix.cln.hub.ingest.Quarantaine;
import fr.roubaix.cln.hub.ingest.TetesDeChaine;
import fr.roubaix.cln.sync.ChainHead;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.KioskId;

/** What the list of a call would be if it were frozen now, and what stands in the way. */
@Component
class EtatDeLaListe {

    private final Appels appels;
    private final Candidatures candidatures;
    private final Quarantaine quarantaine;
    private final Completude completude;
    private final DoublonsDeLAppel doublons;
    private final ResteDAppel papier;
    private final TetesDeChaine tetes;
    private final Reconduits reconduits;

    /** Of this process alone: nobody works out which real line stands behind a line of a rehearsal. */
    private final String sel = secret();

    EtatDeLaListe(
            Appels appels,
            Candidatures candidatures,
            Quarantaine quarantaine,
            Completude completude,
            DoublonsDeLAppel doublons,
            ResteDAppel papier,
            TetesDeChaine tetes,
            Reconduits reconduits) {
        this.appels = appels;
        this.candidatures = candidatures;
        this.quarantaine = quarantaine;
        this.completude = completude;
        this.doublons = doublons;
        this.papier = papier;
        this.tetes = tetes;
        this.reconduits = reconduits;
    }

    /** Why the list cannot be frozen yet; empty when it can. A rehearsal only needs somebody to draw. */
    Optional<Refus> obstacle(CeremonieId id) {
        AppelId appel = id.appel();
        if (id.repetition()) {
            return personne(appel);
        }
        if (appels.trouver(appel).filter(AppelSuivi::clos).isEmpty()) {
            return Optional.of(Refus.APPEL_NON_CLOS);
        }
        if (quarantaine.candidaturesEnAttente() > 0) {
            return Optional.of(Refus.CANDIDATURES_MISES_DE_COTE);
        }
        if (!completude.constat(appel).complet()) {
            return Optional.of(Refus.COMPLETUDE_NON_PROUVEE);
        }
        if (papier.ecartsAExpliquer(appel) > 0) {
            return Optional.of(Refus.FICHES_PAPIER_INEXPLIQUEES);
        }
        if (candidatures.aExaminer(appel) > 0) {
            return Optional.of(Refus.CANDIDATURES_A_EXAMINER);
        }
        if (doublons.ouverts(appel) > 0) {
            return Optional.of(Refus.DOUBLONS_A_DECIDER);
        }
        return personne(appel);
    }

    private Optional<Refus> personne(AppelId appel) {
        return candidatures.recevables(appel).isEmpty() ? Optional.of(Refus.AUCUNE_CANDIDATURE) : Optional.empty();
    }

    /** The freeze as it would be, once nothing stands in the way. */
    Fait.ListeArretee etablir(CeremonieId id) {
        AppelId appel = id.appel();
        var etablie = etablie(appel);
        var constat = completude.constat(appel);
        return new Fait.ListeArretee(
                id.repetition() ? sansNumeros(etablie.liste()) : etablie.liste(),
                etablie.sansPreference(),
                constat.derogations(),
                comptes(appel),
                prouvees(constat));
    }

    private ListeEtablie etablie(AppelId appel) {
        return acceptee(ListeEtablie.de(candidatures.recevables(appel), reconduits.de(appel)));
    }

    /**
     * The same sectors, sexes and classes under other codes, in no order that the real list shows: nobody can believe that
     * a rehearsal drew them, nor that the draw was tried before. A restart between its two voices has it proposed again.
     */
    private ListeDuTirage sansNumeros(ListeDuTirage liste) {
        List<Ligne> triees = liste.lignes().stream()
                .sorted(Comparator.comparing(Ligne::secteur)
                        .thenComparing(Ligne::sexe)
                        .thenComparing(Ligne::classe)
                        .thenComparing(Ligne::qualite)
                        .thenComparing(this::sansOrdre))
                .toList();
        var copie = new ArrayList<Ligne>(triees.size());
        for (Ligne ligne : triees) {
            var code = new IdDeListe("REPETITION-" + String.format(Locale.ROOT, "%05d", copie.size() + 1));
            copie.add(new Ligne(code, ligne.secteur(), ligne.sexe(), ligne.classe(), ligne.qualite()));
        }
        return acceptee(ListeDuTirage.de(copie));
    }

    private static String secret() {
        byte[] octets = new byte[32];
        new SecureRandom().nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }

    private String sansOrdre(Ligne ligne) {
        return Hash.of((sel + ligne.id().valeur()).getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    private static <T> T acceptee(Resultat<T> resultat) {
        return switch (resultat) {
            case Resultat.Accepte(var valeur) -> valeur;
            case Resultat.Refuse(var defaut) ->
                throw new IllegalStateException("admissible applications make no list: " + defaut.phrase());
        };
    }

    private Comptes comptes(AppelId appel) {
        var irrecevables = new EnumMap<MotifDIrrecevabilite, Integer>(MotifDIrrecevabilite.class);
        int recevables = 0;
        int retirees = 0;
        List<Dossier> dossiers = candidatures.dossiers(appel);
        for (Dossier dossier : dossiers) {
            if (dossier.recevable().isPresent()) {
                recevables++;
            } else if (dossier.statut() instanceof Statut.Irrecevable irrecevable) {
                irrecevables.merge(irrecevable.motif(), 1, Integer::sum);
            } else if (dossier.statut() instanceof Statut.Retiree || dossier.effacee()) {
                retirees++;
            }
        }
        return new Comptes(dossiers.size(), recevables, irrecevables, retirees);
    }

    private List<BorneProuvee> prouvees(Completude.Constat constat) {
        Map<KioskId, List<ChainHead>> parBorne = tetes.toutes().stream()
                .collect(Collectors.groupingBy(
                        TetesDeChaine.Tete::borne, Collectors.mapping(TetesDeChaine.Tete::tete, Collectors.toList())));
        return constat.bornes().stream()
                .map(borne -> new BorneProuvee(
                        borne.id(),
                        borne.mairie(),
                        borne.nom(),
                        parBorne.getOrDefault(borne.id(), List.of()),
                        borne.cloture().map(Completude.Cloture::recueLe),
                        borne.cloture()
                                .map(Completude.Cloture::formulairesPapier)
                                .orElse(0)))
                .toList();
    }
}
