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
        phrases.add(mots.t("ecart", pv.plan().ecart()));
        int tables = pv.plan().tables().size();
        if (tables > 1) {
            phrases.add(mots.t("tables", tables, pv.table() + 1));
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
                        mots.t("sexe." + c.sexe().name()),
                        mots.t(c.prioritaire() ? "prioritaire" : "autres"),
                        c.valeur().toString()))
                .toList();
        return new Chapitre(
                mots.t("plan"),
                phrases,
                List.of(
                        new Tableau(
                                mots.t("plan.sieges"),
                                mots.colonnes("secteur", "sieges", "nominal", "femmes", "hommes", "raison"),
                                sieges),
                        new Tableau(mots.t("chances"), mots.colonnes("secteur", "sexe", "classe", "chance"), chances)));
    }

    Chapitre graine() {
        var phrases = new ArrayList<String>();
        phrases.add(mots.t("graine.chiffres", clos.chiffres().length(), groupes(clos.chiffres())));
        phrases.add(mots.t("graine.texte", pv.graine().texte()));
        clos.seance()
                .drand()
                .ifPresentOrElse(
                        annonce -> phrases.add(mots.t("drand", annonce.toString())),
                        () -> phrases.add(mots.t("drand.aucun")));
        clos.tire().avant().drand().ifPresent(preuve -> phrases.addAll(drand(preuve)));
        for (var correction : cahier.corrections()) {
            phrases.add(mots.t(
                    correction.apres().isPresent() ? "correction" : "correction.retrait",
                    correction.position(),
                    Integer.toString(correction.avant()),
                    correction.apres().map(String::valueOf).orElse(""),
                    FrenchDates.instant(correction.acte().le())));
        }
        var lanceurs = cahier.presents().stream()
                .map(p -> List.of(Integer.toString(p.numero()), PagesDuProcesVerbal.qui(p, version), lancers(p)))
                .filter(ligne -> !ligne.getLast().isEmpty())
                .toList();
        return new Chapitre(
                mots.t("graine"),
                phrases,
                List.of(new Tableau(mots.t("lancers"), mots.colonnes("numero", "lanceur", "lancers"), lanceurs)));
    }

    private List<String> drand(PreuveDrand preuve) {
        return List.of(
                mots.t("drand.alea", Long.toString(preuve.annonce().tour()), preuve.alea()),
                mots.t("drand.signature", preuve.signature()),
                mots.t("drand.ailleurs"));
    }

    private String lancers(Cahier.Presence presence) {
        return IntStream.range(0, clos.lancers().size())
                .filter(i -> clos.lancers().get(i).lanceur() == presence.numero())
                .mapToObj(i -> mots.t("lancer", i + 1, clos.lancers().get(i).chiffre()))
                .collect(Collectors.joining(", "));
    }

    /** By five, to be read aloud. */
    private static String groupes(String chiffres) {
        return chiffres.replaceAll("(.{5})(?!$)", "$1 ");
    }

    Chapitre membres() {
        var tableaux = new ArrayList<Tableau>();
        tableaux.add(new Tableau(
                mots.t("membres.ordre"),
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
                    mots.t("membres.reconduits"),
                    avecNom("code", "secteur", "sexe", "classe", "comment"),
                    IntStream.range(0, reconduits.size())
                            .mapToObj(i -> ligne(i + 1, reconduits.get(i), mots.t("reconduit")))
                            .toList()));
        }
        return new Chapitre(
                mots.t("membres"),
                List.of(mots.t("membres.nombre", pv.designes().size(), reconduits.size())),
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
            ligne.add(noms.getOrDefault(personne.id(), mots.t("nom.a-la-main")));
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
                mots.t("classement"),
                List.of(),
                List.of(new Tableau(mots.t("classement.tous"), mots.colonnes("place", "code", "rang"), lignes)));
    }
}
