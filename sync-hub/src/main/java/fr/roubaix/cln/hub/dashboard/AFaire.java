package fr.roubaix.cln.hub.dashboard;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

import fr.roubaix.cln.domaine.affichage.DepartDesLettres;
import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.hub.affichage.LettresDeDesignation;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.appel.ResteDAppel;
import fr.roubaix.cln.hub.candidature.Candidatures;
import fr.roubaix.cln.hub.candidature.Dossier;
import fr.roubaix.cln.hub.candidature.DoublonsDeLAppel;
import fr.roubaix.cln.hub.candidature.Statut;
import fr.roubaix.cln.hub.conservation.ConsultationDesPurges;
import fr.roubaix.cln.hub.droits.SuiviDesDemandes;
import fr.roubaix.cln.hub.fleet.Bornes;
import fr.roubaix.cln.hub.ingest.Quarantaine;
import fr.roubaix.cln.hub.privacy.ExportsDuTrousseau;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.VerificationDuRegistre;
import fr.roubaix.cln.hub.sauvegarde.SauvegardesDuHub;
import fr.roubaix.cln.hub.tirage.Tirage;
import fr.roubaix.cln.hub.tirage.Tirages;

/** What to do next, in order, from where the call, the candidatures, the draw and the kiosks stand. */
@Service
@Interne("counts alone, for everyone who has an account")
class AFaire {

    private final Appels appels;
    private final ResteDAppel preparation;
    private final Candidatures candidatures;
    private final DoublonsDeLAppel doublons;
    private final Tirages tirages;
    private final LettresDeDesignation lettres;
    private final Bornes bornes;
    private final Quarantaine quarantaine;
    private final SauvegardesDuHub sauvegardes;
    private final VerificationDuRegistre registre;
    private final ExportsDuTrousseau exports;
    private final SuiviDesDemandes demandes;
    private final ConsultationDesPurges purges;
    private final Clock clock;

    AFaire(
            Appels appels,
            ResteDAppel preparation,
            Candidatures candidatures,
            DoublonsDeLAppel doublons,
            Tirages tirages,
            LettresDeDesignation lettres,
            Bornes bornes,
            Quarantaine quarantaine,
            SauvegardesDuHub sauvegardes,
            VerificationDuRegistre registre,
            ExportsDuTrousseau exports,
            SuiviDesDemandes demandes,
            ConsultationDesPurges purges,
            Clock clock) {
        this.appels = appels;
        this.preparation = preparation;
        this.candidatures = candidatures;
        this.doublons = doublons;
        this.tirages = tirages;
        this.lettres = lettres;
        this.bornes = bornes;
        this.quarantaine = quarantaine;
        this.sauvegardes = sauvegardes;
        this.registre = registre;
        this.exports = exports;
        this.demandes = demandes;
        this.purges = purges;
        this.clock = clock;
    }

    List<Tache> taches() {
        var taches = new ArrayList<Tache>();
        if (registre.derniere().filter(faite -> faite.rupture().isPresent()).isPresent()) {
            taches.add(new Tache(Sujet.REGISTRE_ROMPU, 0));
        }
        if (sauvegardes.enRetard()) {
            taches.add(new Tache(Sujet.SAUVEGARDER, 0));
        }
        long exportsAProuver = exports.aProuver();
        if (exportsAProuver > 0) {
            taches.add(new Tache(Sujet.EXPORTER_LE_TROUSSEAU, exportsAProuver));
        }
        taches.addAll(desDonnees());
        taches.addAll(desBornes());
        long misesDeCote = quarantaine.candidaturesEnAttente();
        if (misesDeCote > 0) {
            taches.add(new Tache(Sujet.MISES_DE_COTE, misesDeCote));
        }
        Optional<AppelSuivi> appel = appels.courant();
        if (appel.isEmpty()) {
            taches.add(new Tache(preparation.enCours() ? Sujet.FINIR_LE_BROUILLON : Sujet.OUVRIR, 0));
            return taches;
        }
        var suivi = appel.get();
        long aDecider = candidatures.aExaminer(suivi.id());
        Optional<Tirage> tirage = tirages.tirage(suivi.id());
        // Once the list is frozen nothing can be decided any more: what still arrives is told, not asked.
        if (tirage.isPresent() && aDecider > 0) {
            taches.add(new Tache(Sujet.RECUES_TROP_TARD, aDecider));
        }
        if (tirage.isEmpty()) {
            var aSuivre = candidatures.aSuivre(suivi.id());
            var demandees = demandees(aSuivre);
            if (aDecider > demandees.size()) {
                taches.add(new Tache(
                        Sujet.EXAMINER,
                        aDecider - demandees.size(),
                        suivi.appel().tirageLe()));
            }
            taches.addAll(desComplements(demandees));
            taches.addAll(desDossiers(suivi, aSuivre));
            taches.addAll(duPapierEtDesLangues(suivi));
        }
        if (!suivi.clos()) {
            if (!clock.instant().isBefore(suivi.appel().fin())) {
                taches.add(new Tache(Sujet.CLORE, 0, suivi.appel().jusquAu()));
            }
            return taches;
        }
        if (tirage.isPresent()) {
            suite(tirage.get())
                    .ifPresent(sujet ->
                            taches.add(new Tache(sujet, 0, suivi.appel().tirageLe())));
        } else if (aDecider == 0 && misesDeCote == 0 && doublons.ouverts(suivi.id()) == 0) {
            taches.add(new Tache(Sujet.ARRETER, 0, suivi.appel().tirageLe()));
        }
        return taches;
    }

    /** Whom to tell what is missing, whose answer is due, and who did not answer in time: each by its first date. */
    private List<Tache> desComplements(List<Statut.ACompleter> demandees) {
        var aujourdhui = LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX);
        var parSujet = new EnumMap<Sujet, List<LocalDate>>(Sujet.class);
        for (Statut.ACompleter demandee : demandees) {
            var sujet = demandee.demande().passee(aujourdhui)
                    ? Sujet.COMPLEMENTS_PASSES
                    : demandee.faite().isEmpty() ? Sujet.PREVENIR : Sujet.COMPLEMENTS_ATTENDUS;
            parSujet.computeIfAbsent(sujet, _ -> new ArrayList<>())
                    .add(demandee.demande().echeance());
        }
        return parSujet.entrySet().stream()
                .map(un -> new Tache(un.getKey(), un.getValue().size(), Collections.min(un.getValue())))
                .toList();
    }

    /** What was asked of people and did not come yet. */
    private static List<Statut.ACompleter> demandees(List<Dossier> aSuivre) {
        return aSuivre.stream()
                .map(Dossier::statut)
                .filter(Statut.ACompleter.class::isInstance)
                .map(Statut.ACompleter.class::cast)
                .toList();
    }

    /** What an examination cannot pass over, each on its own list. */
    private List<Tache> desDossiers(AppelSuivi suivi, List<Dossier> aSuivre) {
        LocalDate pour = suivi.appel().tirageLe();
        var taches = new ArrayList<Tache>();
        ajouter(taches, Sujet.DOUBLONS, doublons.ouverts(suivi.id()), pour);
        ajouter(
                taches,
                Sujet.SECTEURS_A_VERIFIER,
                aSuivre.stream().filter(Dossier::secteurAVerifier).count(),
                pour);
        ajouter(
                taches,
                Sujet.SECOND_REGARD,
                aSuivre.stream().filter(Dossier::attendUnSecondRegard).count(),
                pour);
        return taches;
    }

    private static void ajouter(List<Tache> taches, Sujet sujet, long nombre, LocalDate pour) {
        if (nombre > 0) {
            taches.add(new Tache(sujet, nombre, pour));
        }
    }

    private List<Tache> duPapierEtDesLangues(AppelSuivi suivi) {
        var taches = new ArrayList<Tache>();
        int aSaisir = preparation.fichesASaisir(suivi.id());
        if (aSaisir > 0) {
            taches.add(new Tache(Sujet.SAISIR_LES_FICHES, aSaisir, suivi.appel().tirageLe()));
        }
        int langues = suivi.clos() ? 0 : preparation.languesManquantes(suivi.id());
        if (langues > 0) {
            taches.add(new Tache(Sujet.TRADUIRE, langues, suivi.appel().jusquAu()));
        }
        return taches;
    }

    private List<Tache> desDonnees() {
        var taches = new ArrayList<Tache>();
        var compte = demandes.compte();
        if (compte.enRetard() > 0) {
            taches.add(new Tache(Sujet.DEMANDES_EN_RETARD, compte.enRetard()));
        }
        if (compte.ouvertes() > compte.enRetard()) {
            taches.add(new Tache(Sujet.DEMANDES, compte.ouvertes() - compte.enRetard(), demandes.prochaineEcheance()));
        }
        long aViser = purges.enAttente();
        if (aViser > 0) {
            taches.add(new Tache(Sujet.CONSERVATION, aViser));
        }
        return taches;
    }

    private List<Tache> desBornes() {
        var etats = bornes.etats();
        if (etats.isEmpty()) {
            return List.of(new Tache(Sujet.ENROLER, 0));
        }
        var taches = new ArrayList<Tache>();
        long silencieuses =
                etats.stream().filter(Bornes.EtatDeBorne::silencieuse).count();
        if (silencieuses > 0) {
            taches.add(new Tache(Sujet.BORNES_SILENCIEUSES, silencieuses));
        }
        long aRegarder = etats.stream().filter(Bornes.EtatDeBorne::aRegarder).count();
        if (aRegarder > 0) {
            taches.add(new Tache(Sujet.BORNES_EN_ALERTE, aRegarder));
        }
        return taches;
    }

    private Optional<Sujet> suite(Tirage tirage) {
        return switch (tirage) {
            case Tirage.ListeArretee _ -> Optional.of(Sujet.LECTURE);
            case Tirage.LectureChoisie _, Tirage.PlanConfirme _, Tirage.SeanceOuverte _ -> Optional.of(Sujet.DES);
            case Tirage.DesEnCours _, Tirage.DrandSaisi _, Tirage.GraineConfirmee _ -> Optional.of(Sujet.TIRER);
            case Tirage.Tire _, Tirage.Proclame _ -> Optional.of(Sujet.CLORE_LE_PROCES_VERBAL);
            case Tirage.Clos clos ->
                switch (lettres.depart(clos.appel())) {
                    case DepartDesLettres.Permis _ -> Optional.empty();
                    case DepartDesLettres.Retenu _, DepartDesLettres.SansProcesVerbal _ -> Optional.of(Sujet.PUBLIER);
                };
        };
    }

    /**
     * One thing to do.
     *
     * @param nombre how many are concerned; 0 when that means nothing
     * @param echeance the day by which it must be done; empty: now
     */
    record Tache(Sujet sujet, long nombre, Optional<LocalDate> echeance) {
        Tache(Sujet sujet, long nombre) {
            this(sujet, nombre, Optional.empty());
        }

        Tache(Sujet sujet, long nombre, LocalDate echeance) {
            this(sujet, nombre, Optional.of(echeance));
        }
    }

    /** What it is about, and the screen where it is done. */
    enum Sujet {
        REGISTRE_ROMPU("gestion/registre"),
        SAUVEGARDER("gestion/sauvegardes"),
        EXPORTER_LE_TROUSSEAU("gestion/trousseau"),
        DEMANDES_EN_RETARD("gestion/droits"),
        DEMANDES("gestion/droits"),
        CONSERVATION("gestion/conservation"),
        ENROLER("gestion/bornes"),
        BORNES_SILENCIEUSES("gestion/bornes"),
        BORNES_EN_ALERTE("gestion/bornes"),
        MISES_DE_COTE("gestion/mises-de-cote"),
        OUVRIR("gestion/appel"),
        FINIR_LE_BROUILLON("gestion/appel"),
        TRADUIRE("gestion/appel"),
        SAISIR_LES_FICHES("gestion/appel"),
        EXAMINER("gestion/candidatures", "?etat=A_EXAMINER"),
        PREVENIR("gestion/candidatures", "?etat=A_COMPLETER"),
        COMPLEMENTS_PASSES("gestion/candidatures", "?etat=A_COMPLETER"),
        COMPLEMENTS_ATTENDUS("gestion/candidatures", "?etat=A_COMPLETER"),
        DOUBLONS("gestion/candidatures", "?etat=DOUBLON"),
        SECTEURS_A_VERIFIER("gestion/candidatures", "?etat=SECTEUR_A_VERIFIER"),
        SECOND_REGARD("gestion/irrecevabilites"),
        RECUES_TROP_TARD("gestion/candidatures"),
        CLORE("gestion/appel"),
        ARRETER("gestion/tirage"),
        LECTURE("gestion/tirage"),
        DES("gestion/tirage"),
        TIRER("gestion/tirage"),
        CLORE_LE_PROCES_VERBAL("gestion/tirage"),
        PUBLIER("gestion/affichage");

        private final String ecran;
        private final String choix;

        Sujet(String ecran) {
            this(ecran, "");
        }

        Sujet(String ecran, String choix) {
            this.ecran = ecran;
            this.choix = choix;
        }

        String ecran() {
            return ecran;
        }

        /** The screen, showing what the task is about and nothing else. */
        String adresse() {
            return ecran + choix;
        }
    }
}
