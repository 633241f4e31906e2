package fr.roubaix.cln.hub.candidature;

import static fr.roubaix.cln.domaine.candidature.OrigineDuSecteur.BASE_D_ADRESSES;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.OrigineDuSecteur;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Eligibilite;
import fr.roubaix.cln.hub.acces.JournalDesAcces;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.candidature.BesoinDuTirage.Besoin;
import fr.roubaix.cln.hub.candidature.CandidaturesModifiables.Trace;
import fr.roubaix.cln.hub.candidature.Identites.Identite;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.security.AgentConnecte;

/**
 * Corrects what a person wrote (GDPR, art. 16): sealed again under their key, and checked again (art. 7 §1). What the draw
 * list is made of stands once that list is frozen.
 */
@Service
@Interne("part of the rectification, whose use case is guarded")
public class RectificationDesDossiers {

    private final CandidaturesModifiables candidatures;
    private final Identites identites;
    private final PairesDeDoublon paires;
    private final SecteurDUneAdresse secteurs;
    private final Appels appels;
    private final BesoinDuTirage besoin;
    private final JournalDesAcces acces;
    private final AgentConnecte agent;
    private final Clock clock;

    RectificationDesDossiers(
            CandidaturesModifiables candidatures,
            Identites identites,
            PairesDeDoublon paires,
            SecteurDUneAdresse secteurs,
            Appels appels,
            BesoinDuTirage besoin,
            JournalDesAcces acces,
            AgentConnecte agent,
            Clock clock) {
        this.candidatures = candidatures;
        this.identites = identites;
        this.paires = paires;
        this.secteurs = secteurs;
        this.appels = appels;
        this.besoin = besoin;
        this.acces = acces;
        this.agent = agent;
        this.clock = clock;
    }

    /** Reads what may be corrected, and notes the access; empty when nobody can read it any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ARectifier> lire(ReceiptCode code) {
        return candidatures.dossier(code).flatMap(dossier -> {
            acces.noter(code, JournalDesAcces.Ecran.DROITS);
            return identite(code).map(lue -> new ARectifier(dossier, saisies(dossier, lue), arretee(dossier)));
        });
    }

    /**
     * Writes a form in the place of the one that was shown. Publication stays what the person chose.
     *
     * @param changement of the application as it was shown
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Issue rectifier(ReceiptCode code, long changement, FicheDeCandidature fiche) {
        var avant = candidatures.dossier(code);
        var lue = identite(code);
        if (avant.isEmpty() || lue.isEmpty() || avant.get().changement() != changement) {
            return Refus.CHANGEE_ENTRE_TEMPS;
        }
        boolean arretee = !candidatures.noterSiDegelee(avant.get().appel());
        var sure = selonLaBase(fiche, avant.get(), lue.get());
        var apres = dossier(avant.get(), lue.get(), sure);
        var donnees = differences(avant.get(), lue.get(), apres, Identite.de(sure));
        var obstacle = obstacle(arretee, donnees, sure);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        if (arretee) {
            candidatures.noter(avant.get().appel());
        }
        var scellee = identites.sceller(code, sure);
        if (scellee.isEmpty() || !candidatures.rectifier(avant.get().vu(), apres, scellee.get())) {
            return Refus.CHANGEE_ENTRE_TEMPS;
        }
        int rouverts = arretee ? 0 : rouvrir(code, donnees);
        return new Issue.Rectifiee(donnees, !arretee && redecider(avant.get(), apres), rouverts);
    }

    private Optional<Refus> obstacle(boolean arretee, Set<DonneeRectifiable> donnees, FicheDeCandidature fiche) {
        if (donnees.isEmpty()) {
            return Optional.of(Refus.RIEN_DE_CHANGE);
        }
        if (arretee) {
            return donnees.stream().anyMatch(DonneeRectifiable::dansLaListe)
                    ? Optional.of(Refus.LISTE_ARRETEE)
                    : Optional.empty();
        }
        boolean autreSecteur =
                (donnees.contains(DonneeRectifiable.ADRESSE) || donnees.contains(DonneeRectifiable.SECTEUR))
                        && secteurs.de(fiche.habitant().adresse().voie())
                                .filter(connu -> connu != fiche.secteur())
                                .isPresent();
        return autreSecteur ? Optional.of(Refus.SECTEUR_D_APRES_LA_BASE) : Optional.empty();
    }

    /** How the sector is known is told again when the address or the sector is another one. */
    private FicheDeCandidature selonLaBase(FicheDeCandidature fiche, Dossier avant, Identite lue) {
        boolean selonLaBase = secteurs.de(fiche.habitant().adresse().voie())
                .map(connu -> connu == fiche.secteur())
                .orElseGet(() -> !deplacee(fiche, avant, lue) && lue.origineDuSecteur() == BASE_D_ADRESSES);
        return new FicheDeCandidature(
                fiche.habitant(),
                fiche.secteur(),
                selonLaBase ? BASE_D_ADRESSES : OrigineDuSecteur.DECLARATION,
                fiche.parite(),
                fiche.contact(),
                lue.publication());
    }

    /** A sector that no base told is verified again, once the address or the sector is another one. */
    private Dossier dossier(Dossier avant, Identite lue, FicheDeCandidature fiche) {
        boolean aVerifier = fiche.origineDuSecteur() != BASE_D_ADRESSES
                && (deplacee(fiche, avant, lue) || avant.circonstances().secteurConfirme());
        return avant.rectifie(fiche.secteur(), fiche.parite(), classe(avant, fiche), aVerifier);
    }

    private static boolean deplacee(FicheDeCandidature fiche, Dossier avant, Identite lue) {
        return avant.secteur() != fiche.secteur()
                || !lue.voie().equals(fiche.habitant().adresse().voie());
    }

    private Optional<ClasseAge> classe(Dossier avant, FicheDeCandidature fiche) {
        var appel = appels.trouver(avant.appel()).orElseThrow().appel();
        var verdict = new Eligibilite(appel.dateDeReference())
                .examiner(fiche.habitant().naissance());
        return switch (verdict) {
            case Eligibilite.Verdict.Eligible(var classe) -> Optional.of(classe);
            case Eligibilite.Verdict.TropJeune _ -> Optional.empty();
        };
    }

    /** A decision rests on the checks: when they say something else, it is to be taken again. */
    private boolean redecider(Dossier avant, Dossier apres) {
        boolean decidee = avant.statut() instanceof Statut.Recevable
                || avant.statut() instanceof Statut.Irrecevable
                || avant.statut() instanceof Statut.IrrecevabiliteProposee;
        if (!decidee || avant.verifications(0).equals(apres.verifications(0))) {
            return false;
        }
        var ecrit = candidatures.dossier(avant.code()).orElseThrow();
        if (!candidatures.decider(ecrit.vu(), new Statut.AExaminer(), OptionalLong.of(0), trace())) {
            throw new IllegalStateException("changed while its row was held: " + avant.code());
        }
        return true;
    }

    /** « Two people » was said of what was written then: whoever still looks alike is asked about again. */
    private int rouvrir(ReceiptCode code, Set<DonneeRectifiable> donnees) {
        if (EnumSet.of(DonneeRectifiable.SECTEUR, DonneeRectifiable.PARITE).containsAll(donnees)) {
            return 0;
        }
        int rouverts = 0;
        for (var paire : paires.decidees(code)) {
            if (paire.gardee().isEmpty() && paires.lever(paire.a(), paire.b(), trace())) {
                rouverts++;
            }
        }
        return rouverts;
    }

    private Optional<Identite> identite(ReceiptCode code) {
        return candidatures.identite(code).map(scellee -> identites.ouvrir(code, scellee)).stream()
                .filter(Identites.Lecture.Lue.class::isInstance)
                .map(lecture -> ((Identites.Lecture.Lue) lecture).identite())
                .findFirst();
    }

    private Optional<Besoin> arretee(Dossier dossier) {
        return candidatures.gelee(dossier.appel())
                ? Optional.of(besoin.de(dossier.appel(), dossier.code()))
                : Optional.empty();
    }

    private static Set<DonneeRectifiable> differences(Dossier avant, Identite lue, Dossier apres, Identite ecrite) {
        var donnees = EnumSet.noneOf(DonneeRectifiable.class);
        for (DonneeRectifiable donnee : DonneeRectifiable.values()) {
            if (!Objects.equals(valeur(donnee, avant, lue), valeur(donnee, apres, ecrite))) {
                donnees.add(donnee);
            }
        }
        return donnees;
    }

    private static Object valeur(DonneeRectifiable donnee, Dossier dossier, Identite identite) {
        return switch (donnee) {
            case NOM -> identite.nomDeNaissance();
            case USAGE -> Objects.requireNonNullElse(identite.nomDUsage(), "");
            case PRENOMS -> identite.prenoms();
            case NAISSANCE -> identite.naissance();
            case ADRESSE -> identite.voie();
            case COMPLEMENT -> identite.complement();
            case SECTEUR -> dossier.secteur();
            case PARITE -> dossier.parite();
            case TELEPHONE -> Objects.requireNonNullElse(identite.telephone(), "");
            case COURRIEL -> Objects.requireNonNullElse(identite.courriel(), "");
        };
    }

    private static LectureDeFiche.Saisies saisies(Dossier dossier, Identite identite) {
        var naissance = identite.naissance();
        return new LectureDeFiche.Saisies(
                identite.nomDeNaissance(),
                Objects.requireNonNullElse(identite.nomDUsage(), ""),
                identite.prenoms(),
                String.format(Locale.ROOT, "%02d", naissance.getDayOfMonth()),
                String.format(Locale.ROOT, "%02d", naissance.getMonthValue()),
                String.format(Locale.ROOT, "%04d", naissance.getYear()),
                identite.voie(),
                identite.complement(),
                dossier.secteur(),
                dossier.parite(),
                Objects.requireNonNullElse(identite.telephone(), ""),
                Objects.requireNonNullElse(identite.courriel(), ""),
                identite.publication(),
                true);
    }

    private Trace trace() {
        return new Trace(agent.identifiant(), Instant.ofEpochMilli(clock.millis()));
    }

    /**
     * What stands now, as one would type it.
     *
     * @param arretee what the draw needs of the person once the list is frozen; empty while it is not
     */
    public record ARectifier(Dossier dossier, LectureDeFiche.Saisies saisies, Optional<Besoin> arretee) {}

    /** What became of a correction. */
    public sealed interface Issue {
        /**
         * Written.
         *
         * @param aRedecider the checks say something else: the application is to be examined again
         * @param doublonsRouverts how many answers « two people » are asked again
         */
        record Rectifiee(Set<DonneeRectifiable> donnees, boolean aRedecider, int doublonsRouverts) implements Issue {
            public Rectifiee {
                donnees = Set.copyOf(donnees);
            }

            /** In the order of the form. */
            public List<DonneeRectifiable> enOrdre() {
                return donnees.stream().sorted().toList();
            }
        }
    }

    /** Why nothing was written. */
    public enum Refus implements Issue {
        /** Somebody else acted on it, or erased the person. */
        CHANGEE_ENTRE_TEMPS,
        RIEN_DE_CHANGE,
        LISTE_ARRETEE,
        SECTEUR_D_APRES_LA_BASE
    }
}
