package fr.roubaix.cln.hub.tirage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.springframework.context.MessageSource;

import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Empreinte;
import fr.roubaix.cln.domaine.tirage.ProcesVerbal;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.web.FrenchDates;

/** What the procès-verbal of a draw says, chapter by chapter, in the words of {@code documents_fr.properties}. */
final class PagesDuProcesVerbal {

    private final PiecesDeLaCeremonie.Pieces pieces;
    private final Tirage.Clos clos;
    private final Cahier cahier;
    private final RedactionDuProcesVerbal.DossierClos dossier;
    private final ProcesVerbal pv;
    private final CeremonieJson.Programmes programmes;
    private final byte[] ceremonie;
    private final Version version;
    private final MessageSource textes;

    PagesDuProcesVerbal(
            RedactionDuProcesVerbal.DossierClos dossier,
            ProcesVerbal pv,
            CeremonieJson.Programmes programmes,
            byte[] ceremonie,
            Version version,
            MessageSource textes) {
        this.dossier = dossier;
        this.pieces = dossier.pieces();
        this.clos = dossier.clos();
        this.cahier = pieces.etat().cahier();
        this.pv = pv;
        this.programmes = programmes;
        this.ceremonie = ceremonie;
        this.version = version;
        this.textes = textes;
    }

    /** For whom it is. */
    enum Version {
        /** Codes and qualities: nobody is named. */
        PUBLIQUE,
        /** With the names of those present, and a box for each to sign in. */
        A_SIGNER
    }

    /** One part. */
    record Chapitre(String titre, List<String> phrases, List<Tableau> tableaux) {}

    /** Rows of as many cells as there are columns; the first names the row. */
    record Tableau(String legende, List<String> colonnes, List<List<String>> lignes) {}

    String chapeau() {
        return t(
                version == Version.PUBLIQUE ? "pv.version.publique" : "pv.version.a-signer",
                pieces.appel().titre(),
                FrenchDates.fullDay(pieces.appel().appel().tirageLe()),
                pieces.appel().appel().lieuDuTirage());
    }

    List<Chapitre> chapitres() {
        return List.of(
                seance(),
                presences(),
                candidatures(),
                preuve(),
                plan(),
                graine(),
                membres(),
                incidents(),
                verifier(),
                classement());
    }

    /** A box for each person present; by quality only where nobody is named. */
    List<String> signatures() {
        return version == Version.PUBLIQUE
                ? List.of()
                : cahier.presents().stream()
                        .map(p -> t("pv.signature", p.nom(), p.qualite().titre()))
                        .toList();
    }

    private Chapitre seance() {
        var heures = pieces.chronologie().stream()
                .filter(acte -> !acte.genre().startsWith("DE_"))
                .map(acte -> List.of(
                        Integer.toString(acte.numero()),
                        t("pv.acte." + acte.genre()),
                        FrenchDates.instant(acte.acte().le())))
                .toList();
        return new Chapitre(
                t("pv.seance"),
                List.of(
                        t("pv.seance.references", String.join(", ", RedactionDuProcesVerbal.ARTICLES)),
                        t(
                                "pv.seance.reglement",
                                pv.reglement().id(),
                                pv.lecture().phrase())),
                List.of(new Tableau(t("pv.heures"), colonnes("numero", "acte", "heure"), heures)));
    }

    private Chapitre presences() {
        var lignes = cahier.presences().stream()
                .map(p -> List.of(Integer.toString(p.numero()), nom(p), t(p.presente() ? "pv.present" : "pv.absent")))
                .toList();
        return new Chapitre(
                t("pv.presences"),
                List.of(),
                List.of(new Tableau(t("pv.presences.qui"), colonnes("numero", "qualite", "presence"), lignes)));
    }

    private String nom(Cahier.Presence presence) {
        String qualite = presence.qualite().titre();
        return version == Version.PUBLIQUE ? qualite : t("pv.signature", presence.nom(), qualite);
    }

    private Chapitre candidatures() {
        var comptes = clos.arret().comptes();
        var phrases = new ArrayList<String>();
        phrases.add(t("pv.comptes", comptes.recues(), comptes.recevables(), comptes.retirees()));
        comptes.irrecevables().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(e -> phrases.add(t("pv.irrecevables." + e.getKey().name(), e.getValue())));
        Arrays.stream(Secteur.values())
                .filter(secteur -> clos.arret().sansPreference().getOrDefault(secteur, 0) > 0)
                .forEach(secteur -> phrases.add(t(
                        "pv.sans-preference",
                        secteur.nom(),
                        clos.arret().sansPreference().getOrDefault(secteur, 0))));
        var colonnes = new ArrayList<>(colonnes("secteur"));
        for (Sexe sexe : Sexe.values()) {
            for (ClasseAge classe : ClasseAge.values()) {
                colonnes.add(t("pv.groupe." + sexe.name(), classe.code()));
            }
        }
        return new Chapitre(
                t("pv.candidatures"),
                phrases,
                List.of(new Tableau(
                        t("pv.groupes"),
                        colonnes,
                        Arrays.stream(Secteur.values()).map(this::groupes).toList())));
    }

    private List<String> groupes(Secteur secteur) {
        var ligne = new ArrayList<String>();
        ligne.add(secteur.nom());
        for (Sexe sexe : Sexe.values()) {
            for (ClasseAge classe : ClasseAge.values()) {
                ligne.add(Long.toString(clos.arret().liste().lignes().stream()
                        .filter(l ->
                                l.estCandidat() && l.secteur() == secteur && l.sexe() == sexe && l.classe() == classe)
                        .count()));
            }
        }
        return ligne;
    }

    private Chapitre preuve() {
        var bornes = clos.arret().bornes().stream()
                .flatMap(b -> b.tetes().stream()
                        .map(tete -> List.of(
                                t("pv.borne", b.borne().numero(), b.mairie().nom(), b.nom()),
                                Long.toString(tete.seq()),
                                tete.hash().hex(),
                                b.closeLe().map(FrenchDates::instant).orElse(t("pv.derogation.accordee")))))
                .toList();
        return new Chapitre(
                t("pv.preuve"),
                clos.arret().derogations().stream()
                        .map(d -> t("pv.derogation", d.mairie().nom(), d.nom(), d.manque(), d.motif()))
                        .toList(),
                List.of(new Tableau(
                        t("pv.preuve.bornes"), colonnes("borne", "derniere", "empreinte", "close"), bornes)));
    }

    private Chapitre plan() {
        var sieges = pv.repartition().stream()
                .map(r -> List.of(
                        r.secteur().nom(),
                        Integer.toString(r.nominal()),
                        Integer.toString(r.femmes()),
                        Integer.toString(r.hommes()),
                        r.phrase()))
                .toList();
        var chances = pv.chances().stream()
                .map(c -> List.of(
                        c.secteur().nom(),
                        t("pv.sexe." + c.sexe().name()),
                        t(c.prioritaire() ? "pv.prioritaire" : "pv.autres"),
                        c.valeur().toString()))
                .toList();
        return new Chapitre(
                t("pv.plan"),
                List.of(t("pv.ecart", pv.plan().ecart())),
                List.of(
                        new Tableau(
                                t("pv.plan.sieges"),
                                colonnes("secteur", "nominal", "femmes", "hommes", "raison"),
                                sieges),
                        new Tableau(t("pv.chances"), colonnes("secteur", "sexe", "classe", "chance"), chances)));
    }

    private Chapitre graine() {
        var phrases = new ArrayList<String>();
        phrases.add(t("pv.graine.texte", pv.graine().texte()));
        clos.seance().drand().ifPresent(annonce -> phrases.add(t("pv.drand", annonce.toString())));
        for (var correction : cahier.corrections()) {
            phrases.add(t(
                    "pv.correction",
                    correction.position(),
                    Integer.toString(correction.avant()),
                    correction.apres().map(String::valueOf).orElse(t("pv.retire")),
                    FrenchDates.instant(correction.acte().le())));
        }
        var lanceurs = cahier.presents().stream()
                .map(p -> List.of(
                        Integer.toString(p.numero()),
                        nom(p),
                        String.join(
                                " ",
                                IntStream.range(0, clos.lancers().size())
                                        .filter(i -> clos.lancers().get(i).lanceur() == p.numero())
                                        .mapToObj(i -> t(
                                                "pv.lancer",
                                                i + 1,
                                                clos.lancers().get(i).chiffre()))
                                        .toList())))
                .filter(ligne -> !ligne.getLast().isEmpty())
                .toList();
        return new Chapitre(
                t("pv.graine"),
                phrases,
                List.of(new Tableau(t("pv.lancers"), colonnes("numero", "qualite", "lancers"), lanceurs)));
    }

    private Chapitre membres() {
        var lignes = pv.designes().stream()
                .map(d -> List.of(
                        d.personne().id().affiche(),
                        d.personne().secteur().nom(),
                        t("pv.sexe." + d.personne().sexe().name()),
                        d.personne().classe().code(),
                        d.attribution().phrase()))
                .toList();
        return new Chapitre(
                t("pv.membres"),
                List.of(),
                List.of(new Tableau(
                        t("pv.membres.ordre"), colonnes("code", "secteur", "sexe", "classe", "comment"), lignes)));
    }

    private Chapitre incidents() {
        var phrases = new ArrayList<String>();
        cahier.annules()
                .forEach(a -> phrases.add(t(
                        "pv.annule",
                        a.liste().hex(),
                        FrenchDates.instant(a.annulation().le()),
                        a.motif())));
        pieces.comptesChanges()
                .forEach(c -> phrases.add(t(
                        "pv.compte", c.titre(), FrenchDates.instant(c.seconde().le()))));
        cahier.desistements().forEach(d -> phrases.add(t("pv.desistement", d.id().affiche())));
        cahier.mentions()
                .forEach(m -> phrases.add(t(
                        "pv.mention." + m.genre().name(),
                        FrenchDates.instant(m.acte().le()),
                        m.texte())));
        if (phrases.isEmpty()) {
            phrases.add(t("pv.rien"));
        }
        return new Chapitre(t("pv.incidents"), phrases, List.of());
    }

    private Chapitre verifier() {
        var lignes = List.of(
                List.of("liste.csv", pv.empreinte().hex()),
                List.of("pv.json", clos.tire().pv().hex()),
                List.of("ceremonie.json", Hash.of(ceremonie).hex()),
                List.of(
                        "cln-verificateur.jar",
                        programmes.java().map(Empreinte::hex).orElse(t("pv.non-emballe"))),
                List.of(t("pv.page"), programmes.page().hex()),
                List.of(
                        t("pv.registre", Long.toString(dossier.registre().numero())),
                        dossier.registre().empreinte()));
        return new Chapitre(
                t("pv.verifier"),
                List.of(t("pv.publication"), t("pv.affichage")),
                List.of(new Tableau(t("pv.sha256"), colonnes("fichier", "empreinte"), lignes)));
    }

    private Chapitre classement() {
        var lignes = IntStream.range(0, pv.ordre().size())
                .mapToObj(i -> List.of(
                        Integer.toString(i + 1),
                        pv.ordre().get(i).id().affiche(),
                        pv.ordre().get(i).rang().hex()))
                .toList();
        return new Chapitre(
                t("pv.classement"),
                List.of(),
                List.of(new Tableau(t("pv.classement.tous"), colonnes("place", "code", "rang"), lignes)));
    }

    private List<String> colonnes(String... cles) {
        return Arrays.stream(cles).map(cle -> t("pv.colonne." + cle)).toList();
    }

    private String t(String cle, Object... valeurs) {
        return textes.getMessage(cle, valeurs.length == 0 ? null : valeurs, Locale.FRENCH);
    }
}
