package fr.roubaix.cln.hub.tirage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.Ligne;
import fr.roubaix.cln.domaine.tirage.PreuveDrand;
import fr.roubaix.cln.domaine.tirage.ProcesVerbal;
import fr.roubaix.cln.hub.tirage.MotsDuProcesVerbal.Chapitre;
import fr.roubaix.cln.hub.tirage.MotsDuProcesVerbal.Tableau;
import fr.roubaix.cln.web.FrenchDates;

/** What the procès-verbal says of the plan, the dice, the members and the ranks: the part that anybody recomputes. */
final class PagesDuResultat {

    private final Tirage.Clos clos;
    private final Cahier cahier;
    private final ProcesVerbal pv;
    private final PagesDuProcesVerbal.Version version;
    private final Map<IdDeListe, String> noms;
    private final MotsDuProcesVerbal mots;

    /**
     * Of a closed ceremony.
     *
     * @param noms of the members, for the original alone
     */
    PagesDuResultat(
            Tirage.Clos clos,
            Cahier cahier,
            ProcesVerbal pv,
            PagesDuProcesVerbal.Version version,
            Map<IdDeListe, String> noms,
            MotsDuProcesVerbal mots) {
        this.clos = clos;
        this.cahier = cahier;
        this.pv = pv;
        this.version = version;
        this.noms = noms;
        this.mots = mots;
    }

    Chapitre plan() {
        var phrases = new ArrayList<String>();
        phrases.add(mots.t("pv.ecart", pv.plan().ecart()));
        int tables = pv.plan().tables().size();
        if (tables > 1) {
            phrases.add(mots.t("pv.tables", tables, pv.table() + 1));
        }
        var sieges = pv.repartition().stream()
                .map(r -> List.of(
                        r.secteur().nom(),
                        Integer.toString(r.sieges()),
                        Integer.toString(r.nominal()),
                        Integer.toString(r.femmes()),
                        Integer.toString(r.hommes()),
                        r.phrase()))
                .toList();
        var chances = pv.chances().stream()
                .map(c -> List.of(
                        c.secteur().nom(),
                        mots.t("pv.sexe." + c.sexe().name()),
                        mots.t(c.prioritaire() ? "pv.prioritaire" : "pv.autres"),
                        c.valeur().toString()))
                .toList();
        return new Chapitre(
                mots.t("pv.plan"),
                phrases,
                List.of(
                        new Tableau(
                                mots.t("pv.plan.sieges"),
                                mots.colonnes("secteur", "sieges", "nominal", "femmes", "hommes", "raison"),
                                sieges),
                        new Tableau(
                                mots.t("pv.chances"), mots.colonnes("secteur", "sexe", "classe", "chance"), chances)));
    }

    Chapitre graine() {
        var phrases = new ArrayList<String>();
        phrases.add(mots.t("pv.graine.chiffres", clos.chiffres().length(), groupes(clos.chiffres())));
        phrases.add(mots.t("pv.graine.texte", pv.graine().texte()));
        clos.seance().lancers().ifPresent(nombre -> phrases.add(mots.t("pv.lancers.annonces", nombre)));
        clos.seance()
                .premierTour()
                .ifPresentOrElse(
                        annonce -> phrases.add(mots.t("pv.drand", annonce.toString())),
                        () -> phrases.add(mots.t("pv.drand.aucun")));
        clos.seance()
                .remplaces()
                .forEach(tour -> phrases.add(mots.t(
                        "pv.drand.remplace",
                        tour.avant().toString(),
                        tour.apres().toString(),
                        FrenchDates.instant(tour.acte().le()),
                        tour.motif())));
        clos.tire().avant().drand().ifPresent(preuve -> phrases.addAll(drand(preuve)));
        for (var correction : cahier.corrections()) {
            phrases.add(mots.t(
                    correction.apres().isPresent() ? "pv.correction" : "pv.correction.retrait",
                    correction.position(),
                    Integer.toString(correction.avant()),
                    correction.apres().map(String::valueOf).orElse(""),
                    FrenchDates.instant(correction.acte().le())));
        }
        var lanceurs = cahier.presences().stream()
                .map(p -> List.of(Integer.toString(p.numero()), PagesDuProcesVerbal.qui(p, version), lancers(p)))
                .filter(ligne -> !ligne.getLast().isEmpty())
                .toList();
        return new Chapitre(
                mots.t("pv.graine"),
                phrases,
                List.of(new Tableau(mots.t("pv.lancers"), mots.colonnes("numero", "lanceur", "lancers"), lanceurs)));
    }

    private List<String> drand(PreuveDrand preuve) {
        return List.of(
                mots.t("pv.drand.alea", Long.toString(preuve.annonce().tour()), preuve.alea()),
                mots.t("pv.drand.signature", preuve.signature()),
                mots.t("pv.drand.ailleurs"));
    }

    private String lancers(Cahier.Presence presence) {
        return IntStream.range(0, clos.lancers().size())
                .filter(i -> clos.lancers().get(i).lanceur() == presence.numero())
                .mapToObj(i -> mots.t("pv.lancer", i + 1, clos.lancers().get(i).chiffre()))
                .collect(Collectors.joining(", "));
    }

    /** By five, to be read aloud. */
    private static String groupes(String chiffres) {
        return chiffres.replaceAll("(.{5})(?!$)", "$1 ");
    }

    Chapitre membres() {
        var tableaux = new ArrayList<Tableau>();
        tableaux.add(new Tableau(
                mots.t("pv.membres.ordre"),
                avecNom("code", "secteur", "sexe", "classe", "comment"),
                IntStream.range(0, pv.designes().size())
                        .mapToObj(i -> {
                            var designe = pv.designes().get(i);
                            return ligne(
                                    i + 1,
                                    designe.personne(),
                                    designe.attribution().phrase());
                        })
                        .toList()));
        var reconduits = clos.arret().liste().lignes().stream()
                .filter(ligne -> !ligne.estCandidat())
                .toList();
        if (!reconduits.isEmpty()) {
            tableaux.add(new Tableau(
                    mots.t("pv.membres.reconduits"),
                    avecNom("code", "secteur", "sexe", "classe", "comment"),
                    IntStream.range(0, reconduits.size())
                            .mapToObj(i -> ligne(i + 1, reconduits.get(i), mots.t("pv.reconduit")))
                            .toList()));
        }
        return new Chapitre(
                mots.t("pv.membres"),
                List.of(mots.t("pv.membres.nombre", pv.designes().size(), reconduits.size())),
                tableaux);
    }

    private List<String> avecNom(String... cles) {
        var colonnes = new ArrayList<>(mots.colonnes("numero"));
        if (version == PagesDuProcesVerbal.Version.A_SIGNER) {
            colonnes.addAll(mots.colonnes("nom"));
        }
        colonnes.addAll(mots.colonnes(cles));
        return colonnes;
    }

    private List<String> ligne(int place, Ligne personne, String comment) {
        var ligne = new ArrayList<String>();
        ligne.add(Integer.toString(place));
        if (version == PagesDuProcesVerbal.Version.A_SIGNER) {
            ligne.add(noms.getOrDefault(personne.id(), mots.t("pv.nom.a-la-main")));
        }
        ligne.add(personne.id().affiche());
        ligne.add(personne.secteur().nom());
        ligne.add(personne.sexe().name());
        ligne.add(personne.classe().code());
        ligne.add(comment);
        return ligne;
    }

    Chapitre classement() {
        var lignes = IntStream.range(0, pv.ordre().size())
                .mapToObj(i -> List.of(
                        Integer.toString(i + 1),
                        pv.ordre().get(i).id().affiche(),
                        pv.ordre().get(i).rang().hex()))
                .toList();
        return new Chapitre(
                mots.t("pv.classement"),
                List.of(),
                List.of(new Tableau(mots.t("pv.classement.tous"), mots.colonnes("place", "code", "rang"), lignes)));
    }
}
