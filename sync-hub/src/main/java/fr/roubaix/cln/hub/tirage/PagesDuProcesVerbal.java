package fr.roubaix.cln.hub.tirage;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;
import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Empreinte;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.ProcesVerbal;
import fr.roubaix.cln.hub.tirage.MotsDuProcesVerbal.Chapitre;
import fr.roubaix.cln.hub.tirage.MotsDuProcesVerbal.Tableau;
import fr.roubaix.cln.web.FrenchDates;

/** What the procès-verbal of a draw says (art. 7 §2), chapter by chapter. */
final class PagesDuProcesVerbal {

    private final PiecesDeLaCeremonie.Pieces pieces;
    private final Tirage.Clos clos;
    private final Cahier cahier;
    private final RedactionDuProcesVerbal.DossierClos dossier;
    private final ProcesVerbal pv;
    private final RedactionDuProcesVerbal.Empreintes empreintes;
    private final Version version;
    private final PagesDuResultat resultat;
    private final MotsDuProcesVerbal mots;

    /**
     * Of a closed ceremony.
     *
     * @param noms of the members, for the original alone
     */
    PagesDuProcesVerbal(
            RedactionDuProcesVerbal.DossierClos dossier,
            ProcesVerbal pv,
            RedactionDuProcesVerbal.Empreintes empreintes,
            Version version,
            Map<IdDeListe, String> noms,
            MotsDuProcesVerbal mots) {
        this.dossier = dossier;
        this.pieces = dossier.pieces();
        this.clos = dossier.clos();
        this.cahier = pieces.etat().cahier();
        this.pv = pv;
        this.empreintes = empreintes;
        this.version = version;
        this.resultat = new PagesDuResultat(clos, cahier, pv, version, noms, mots);
        this.mots = mots;
    }

    /** For whom it is. */
    enum Version {
        /** Codes and qualities: only those who act in a public function are named. */
        PUBLIQUE,
        /** With the names of those present and of the members, and a box for each to sign in. */
        A_SIGNER
    }

    String chapeau() {
        return mots.t(
                version == Version.PUBLIQUE ? "pv.version.publique" : "pv.version.a-signer",
                pieces.appel().titre(),
                FrenchDates.fullDay(clos.seance().jour()),
                pieces.appel().appel().lieuDuTirage());
    }

    List<Chapitre> chapitres() {
        return List.of(
                seance(),
                presences(),
                candidatures(),
                preuve(),
                resultat.plan(),
                resultat.graine(),
                resultat.membres(),
                incidents(),
                verifier(),
                publication());
    }

    /** What comes after the signatures: it follows from the rest, line by line. */
    Chapitre annexe() {
        return resultat.classement();
    }

    /** A box for each person present; none where nobody signs. */
    List<String> signatures() {
        return version == Version.PUBLIQUE
                ? List.of()
                : cahier.presents().stream().map(p -> qui(p, version)).toList();
    }

    /** What those who sign attest, or where the signed document is. */
    String attestation() {
        return mots.t(
                version == Version.PUBLIQUE ? "pv.signatures.ailleurs" : "pv.signatures.attestent",
                pv.ordre().size());
    }

    /** Whoever was there, as this version may say: the quality always, the name where it is public or to be signed. */
    static String qui(Cahier.Presence presence, Version version) {
        String qualite = presence.qualite().titre();
        return version == Version.A_SIGNER || presence.qualite().nommee() ? presence.nom() + ", " + qualite : qualite;
    }

    private Chapitre seance() {
        var phrases = new ArrayList<String>();
        phrases.add(mots.t(
                "pv.seance.heures",
                FrenchDates.fullInstant(clos.seance().ouverture().le()),
                pieces.appel().appel().lieuDuTirage(),
                FrenchDates.instant(clos.cloture().le())));
        LocalDate annoncee = pieces.appel().appel().tirageLe();
        if (!annoncee.equals(clos.seance().jour())) {
            phrases.add(mots.t("pv.seance.annoncee", FrenchDates.fullDay(annoncee)));
        }
        phrases.add(mots.t("pv.seance.references", String.join(", ", RedactionDuProcesVerbal.ARTICLES)));
        phrases.add(
                mots.t("pv.seance.reglement", pv.reglement().id(), pv.lecture().phrase()));
        // Dice have their own chapter, and mending one is told there.
        var heures = pieces.chronologie().stream()
                .filter(acte -> !acte.genre().startsWith("DE_"))
                .map(acte -> List.of(
                        Integer.toString(acte.numero()),
                        mots.t("pv.acte." + acte.genre()),
                        FrenchDates.instant(acte.acte().le()),
                        mots.t(acte.acte().confirmePar().isPresent() ? "pv.voix.deux" : "pv.voix.une")))
                .toList();
        return new Chapitre(
                mots.t("pv.seance"),
                phrases,
                List.of(new Tableau(mots.t("pv.heures"), mots.colonnes("numero", "acte", "heure", "voix"), heures)));
    }

    private Chapitre presences() {
        var lignes = cahier.presences().stream()
                .map(p -> List.of(Integer.toString(p.numero()), qui(p, version), presence(p)))
                .toList();
        return new Chapitre(
                mots.t("pv.presences"),
                version == Version.PUBLIQUE ? List.of(mots.t("pv.presences.publique")) : List.of(),
                List.of(new Tableau(
                        mots.t("pv.presences.qui"), mots.colonnes("numero", "personne", "presence"), lignes)));
    }

    /** Whoever comes after the opening has their hour, and whoever leaves too. */
    private String presence(Cahier.Presence presence) {
        var etapes = new ArrayList<String>();
        boolean enRetard =
                presence.acte().le().isAfter(clos.seance().ouverture().le());
        etapes.add(
                presence.presente() && enRetard
                        ? mots.t("pv.arrivee", heure(presence.acte()))
                        : mots.t(presence.presente() ? "pv.present" : "pv.absent"));
        presence.passages()
                .forEach(passage -> etapes.add(mots.t(
                        passage.sens() == Cahier.Sens.ARRIVEE ? "pv.arrivee" : "pv.depart", heure(passage.acte()))));
        return String.join(", ", etapes);
    }

    private static String heure(Tirage.Acte acte) {
        return FrenchDates.hour(LocalTime.ofInstant(acte.le(), Appel.ROUBAIX));
    }

    private Chapitre candidatures() {
        var comptes = clos.arret().comptes();
        var phrases = new ArrayList<String>();
        phrases.add(mots.t("pv.comptes", comptes.recues(), comptes.recevables(), comptes.retirees()));
        int irrecevables = comptes.irrecevables().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        phrases.add(mots.t("pv.irrecevables", irrecevables));
        for (MotifDIrrecevabilite motif : MotifDIrrecevabilite.values()) {
            int nombre = comptes.irrecevables().getOrDefault(motif, 0);
            if (nombre > 0) {
                phrases.add(mots.t("pv.irrecevables." + motif.name(), nombre));
            }
        }
        phrases.add(mots.t(
                "pv.papier",
                clos.arret().bornes().stream()
                        .mapToInt(BorneProuvee::formulairesPapier)
                        .sum()));
        for (Secteur secteur : Secteur.values()) {
            int nombre = clos.arret().sansPreference().getOrDefault(secteur, 0);
            if (nombre > 0) {
                phrases.add(mots.t("pv.sans-preference", secteur.nom(), nombre));
            }
        }
        var colonnes = new ArrayList<>(mots.colonnes("secteur"));
        for (Sexe sexe : Sexe.values()) {
            for (ClasseAge classe : ClasseAge.values()) {
                colonnes.add(mots.t("pv.groupe." + sexe.name(), classe.code()));
            }
        }
        colonnes.addAll(mots.colonnes("total"));
        return new Chapitre(
                mots.t("pv.candidatures"),
                phrases,
                List.of(new Tableau(
                        mots.t("pv.groupes"),
                        colonnes,
                        Arrays.stream(Secteur.values()).map(this::groupes).toList())));
    }

    private List<String> groupes(Secteur secteur) {
        var ligne = new ArrayList<String>();
        ligne.add(secteur.nom());
        long total = 0;
        for (Sexe sexe : Sexe.values()) {
            for (ClasseAge classe : ClasseAge.values()) {
                long nombre = clos.arret().liste().lignes().stream()
                        .filter(l ->
                                l.estCandidat() && l.secteur() == secteur && l.sexe() == sexe && l.classe() == classe)
                        .count();
                ligne.add(Long.toString(nombre));
                total += nombre;
            }
        }
        ligne.add(Long.toString(total));
        return ligne;
    }

    private Chapitre preuve() {
        var bornes = clos.arret().bornes().stream()
                .sorted(Comparator.comparingInt(borne -> borne.borne().numero()))
                .flatMap(borne -> lignes(borne).stream())
                .toList();
        return new Chapitre(
                mots.t("pv.preuve"),
                clos.arret().derogations().stream()
                        .map(d -> mots.t(
                                "pv.derogation",
                                d.borne().numero(),
                                d.mairie().nom(),
                                d.nom(),
                                d.manque(),
                                d.motif(),
                                FrenchDates.instant(d.le())))
                        .toList(),
                List.of(new Tableau(
                        mots.t("pv.preuve.bornes"),
                        mots.colonnes("borne", "derniere", "empreinte", "close", "papier"),
                        bornes)));
    }

    /** A row for each chain of a kiosk; one for a kiosk that never sent anything. */
    private List<List<String>> lignes(BorneProuvee borne) {
        String nom = mots.t("pv.borne", borne.borne().numero(), borne.mairie().nom(), borne.nom());
        String close = borne.closeLe().map(FrenchDates::instant).orElse(mots.t("pv.derogation.accordee"));
        String papier = Integer.toString(borne.formulairesPapier());
        return borne.tetes().isEmpty()
                ? List.of(List.of(nom, "0", mots.t("pv.preuve.rien"), close, papier))
                : borne.tetes().stream()
                        .map(tete -> List.of(
                                nom, Long.toString(tete.seq()), tete.hash().hex(), close, papier))
                        .toList();
    }

    private Chapitre incidents() {
        var phrases = new ArrayList<String>();
        cahier.annules()
                .forEach(a -> phrases.add(mots.t(
                        "pv.annule",
                        FrenchDates.instant(a.arret().le()),
                        a.liste().hex(),
                        FrenchDates.instant(a.annulation().le()),
                        a.motif())));
        pieces.comptesChanges()
                .forEach(c -> phrases.add(mots.t(
                        "pv.compte", c.titre(), FrenchDates.instant(c.seconde().le()), Long.toString(c.numero()))));
        cahier.desistements()
                .forEach(d -> phrases.add(mots.t(
                        "pv.desistement." + d.cause().name(),
                        d.id().affiche(),
                        FrenchDates.instant(d.acte().le()))));
        cahier.mentions()
                .forEach(m -> phrases.add(mots.t(
                        "pv.mention." + m.genre().name(),
                        FrenchDates.instant(m.acte().le()),
                        m.texte())));
        if (phrases.isEmpty()) {
            phrases.add(mots.t("pv.rien"));
        }
        return new Chapitre(mots.t("pv.incidents"), phrases, List.of());
    }

    private Chapitre verifier() {
        var lignes = List.of(
                List.of("liste.csv", pv.empreinte().hex()),
                List.of("pv.json", clos.tire().pv().hex()),
                List.of("ceremonie.json", empreintes.ceremonie().hex()),
                List.of(
                        "cln-verificateur.jar",
                        empreintes.programmes().java().map(Empreinte::hex).orElse(mots.t("pv.non-emballe"))),
                List.of(mots.t("pv.page"), empreintes.programmes().page().hex()),
                List.of(
                        mots.t("pv.registre", Long.toString(dossier.registre().numero())),
                        dossier.registre().empreinte()));
        return new Chapitre(
                mots.t("pv.verifier"),
                List.of(mots.t("pv.verifier.comment")),
                List.of(new Tableau(mots.t("pv.sha256"), mots.colonnes("fichier", "empreinte"), lignes)));
    }

    /** To be filled in by hand; the hub records these dates later. */
    private Chapitre publication() {
        var lieux = new ArrayList<String>();
        Arrays.stream(Secteur.values())
                .map(secteur -> mots.t("pv.lieu.mairie", secteur.nom()))
                .forEach(lieux::add);
        lieux.add(mots.t("pv.lieu.hotel-de-ville"));
        return new Chapitre(
                mots.t("pv.publier"),
                List.of(mots.t("pv.publication")),
                List.of(new Tableau(
                        mots.t("pv.affichage"),
                        mots.colonnes("lieu", "affiche-le", "par"),
                        lieux.stream()
                                .map(lieu -> List.of(lieu, Tableau.BLANC, Tableau.BLANC))
                                .toList())));
    }
}
