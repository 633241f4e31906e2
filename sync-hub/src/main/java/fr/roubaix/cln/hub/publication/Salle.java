package fr.roubaix.cln.hub.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.tirage.Constat;
import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.Designe;
import fr.roubaix.cln.domaine.tirage.Graine;
import fr.roubaix.cln.domaine.tirage.Ligne;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Plan;
import fr.roubaix.cln.domaine.tirage.Repartition;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.publication.PageDuTirage.Equilibre;
import fr.roubaix.cln.hub.tirage.Cahier;
import fr.roubaix.cln.hub.tirage.CeremonieId;
import fr.roubaix.cln.hub.tirage.ProjectionDuTirage;
import fr.roubaix.cln.hub.tirage.ProjectionDuTirage.Vue;
import fr.roubaix.cln.hub.tirage.Tirage;
import fr.roubaix.cln.web.FrenchDates;

/**
 * What the room is shown of a draw at one moment: codes of those drawn and the quality of those who throw, never a name.
 * Of the members it holds those that the operator has shown, and no other.
 *
 * @param annules how many frozen lists were annulled before this one
 * @param presents qualities of those who are there, each once with how many bear it
 * @param montres how many drawn members are shown, of {@code sieges}
 */
record Salle(
        Entete entete,
        ProjectionDuTirage.Etape etape,
        int annules,
        @Nullable ListeMontree liste,
        @Nullable PlanMontre plan,
        List<String> presents,
        int nombreDePresents,
        Lancers lancers,
        @Nullable DrandMontre drand,
        @Nullable GraineMontree graine,
        List<ColonneDuSecteur> secteurs,
        @Nullable Equilibre equilibre,
        int montres,
        int sieges) {

    static Salle de(AppelSuivi suivi, Vue vue) {
        var colonnes = colonnes(vue);
        return new Salle(
                Entete.de(suivi, vue.id()),
                vue.etape(),
                vue.annules(),
                vue.liste().map(ListeMontree::de).orElse(null),
                vue.plan().map(PlanMontre::de).orElse(null),
                presents(vue.presents()),
                vue.presents().size(),
                Lancers.de(vue),
                vue.seance().flatMap(DrandMontre::de).orElse(null),
                vue.graine().map(GraineMontree::de).orElse(null),
                colonnes,
                vue.liste().map(liste -> equilibre(liste, vue.montres())).orElse(null),
                vue.montres().size(),
                vue.sieges());
    }

    private static List<String> presents(List<Cahier.Presence> presents) {
        var nombres = new LinkedHashMap<String, Integer>();
        presents.forEach(present -> nombres.merge(present.qualite().titre(), 1, Integer::sum));
        return nombres.entrySet().stream()
                .map(entree -> entree.getValue() == 1
                        ? entree.getKey()
                        : entree.getKey() + "\u00a0×\u00a0" + entree.getValue())
                .toList();
    }

    private static Equilibre equilibre(ListeDuTirage liste, List<Designe> montres) {
        return Equilibre.de(Stream.concat(
                        liste.lignes().stream().filter(ligne -> !ligne.estCandidat()),
                        montres.stream().map(Designe::personne))
                .toList());
    }

    /** One per sector, once the seats are being shown. */
    private static List<ColonneDuSecteur> colonnes(Vue vue) {
        if (vue.etape().compareTo(ProjectionDuTirage.Etape.SIEGES) < 0) {
            return List.of();
        }
        Plan plan = vue.plan().orElseThrow();
        List<Ligne> reconduits = vue.liste().orElseThrow().lignes().stream()
                .filter(ligne -> !ligne.estCandidat())
                .toList();
        var colonnes = new ArrayList<ColonneDuSecteur>();
        boolean suivant = true;
        for (var effectif : plan.effectifs()) {
            var colonne = ColonneDuSecteur.de(plan.possibles(effectif.secteur()), reconduits, vue.montres(), suivant);
            suivant = suivant && colonne.etat() == ColonneDuSecteur.Etat.COMPLET;
            colonnes.add(colonne);
        }
        return List.copyOf(colonnes);
    }

    /**
     * Which draw it is.
     *
     * @param repetition its number, 0 for the draw itself
     */
    record Entete(String appel, String titre, String jour, String lieu, int repetition) {
        static Entete de(AppelSuivi suivi, CeremonieId id) {
            return new Entete(
                    suivi.id().valeur(),
                    suivi.titre(),
                    FrenchDates.fullDay(suivi.appel().tirageLe()),
                    suivi.appel().lieuDuTirage(),
                    switch (id) {
                        case CeremonieId.Publique _ -> 0;
                        case CeremonieId.Repetition(var _, int numero) -> numero;
                    });
        }
    }

    /** The frozen list, by its numbers and its fingerprint in groups of four. */
    record ListeMontree(int candidats, int femmes, int hommes, int reconduits, List<String> empreinte) {
        static ListeMontree de(ListeDuTirage liste) {
            int femmes = (int) liste.lignes().stream()
                    .filter(ligne -> ligne.estCandidat() && ligne.sexe() == Sexe.F)
                    .count();
            return new ListeMontree(
                    liste.candidats(),
                    femmes,
                    liste.candidats() - femmes,
                    liste.lignes().size() - liste.candidats(),
                    PageDuTirage.quartets(liste.empreinte().hex()));
        }
    }

    /**
     * The plan under the reading that was chosen.
     *
     * @param sansChance groups for whom no die can give a seat
     */
    record PlanMontre(String lecture, List<Rangee> rangees, int sieges, int ecart, int tables, int sansChance) {
        static PlanMontre de(Plan plan) {
            return new PlanMontre(
                    plan.lecture().phrase(),
                    plan.effectifs().stream()
                            .map(effectif -> Rangee.de(
                                    plan,
                                    effectif.secteur().nom(),
                                    effectif.secteur().name()))
                            .toList(),
                    plan.siegesATirer(),
                    plan.ecart(),
                    plan.tables().size(),
                    (int) plan.constats().stream()
                            .filter(c -> c instanceof Constat.SansChance || c instanceof Constat.SansSiege)
                            .count());
        }
    }

    /** A sector in the plan; several numbers of seats where tables tie. */
    record Rangee(String code, String nom, int candidates, int candidats, String femmes, String hommes, int vacants) {
        static Rangee de(Plan plan, String nom, String code) {
            var effectif = plan.effectifs().stream()
                    .filter(e -> e.secteur().name().equals(code))
                    .findFirst()
                    .orElseThrow();
            var possibles = plan.possibles(effectif.secteur());
            return new Rangee(
                    code,
                    nom,
                    effectif.femmes().candidats(),
                    effectif.hommes().candidats(),
                    nombres(possibles.stream().map(Repartition::femmes)),
                    nombres(possibles.stream().map(Repartition::hommes)),
                    effectif.siegesVacants());
        }

        private static String nombres(Stream<Integer> nombres) {
            return String.join(
                    " ou ", nombres.distinct().sorted().map(String::valueOf).toList());
        }
    }

    /**
     * The dice so far.
     *
     * @param nombre how many throws there will be
     * @param annonce whether there will be no more: so it was said before the first one
     * @param corrections how many times a digit was mended or taken away
     */
    record Lancers(List<ChiffreMontre> chiffres, List<Lanceur> lanceurs, int nombre, boolean annonce, int corrections) {

        /** Three rows of ten are the picture of most draws. */
        private static final int TROIS_RANGEES = 30;

        /** So many digits can still be read from the last row; a longer row stands in small squares. */
        private static final int LISIBLES_DE_LOIN = 60;

        static Lancers de(Vue vue) {
            var numeros = List.copyOf(new LinkedHashSet<>(vue.chiffres().stream()
                    .map(ProjectionDuTirage.Chiffre::lanceur)
                    .toList()));
            Map<Integer, Integer> avant = avant(vue.corrections());
            var chiffres = new ArrayList<ChiffreMontre>();
            for (var chiffre : vue.chiffres()) {
                int position = chiffres.size() + 1;
                chiffres.add(new ChiffreMontre(
                        position, chiffre.chiffre(), avant.get(position), numeros.indexOf(chiffre.lanceur()) + 1));
            }
            int dernier = chiffres.isEmpty() ? 0 : chiffres.getLast().lanceur();
            var lanceurs = new ArrayList<Lanceur>();
            for (var presence : numeros) {
                int numero = lanceurs.size() + 1;
                lanceurs.add(new Lanceur(numero, presence.qualite().titre(), numero == dernier));
            }
            return new Lancers(
                    chiffres,
                    lanceurs,
                    vue.seance().map(Tirage.SeanceOuverte::attendus).orElse(Des.MINIMUM),
                    vue.seance().flatMap(Tirage.SeanceOuverte::lancers).isPresent(),
                    vue.corrections().size());
        }

        /** What stood before at each position; a digit taken away leaves room for another throw, which mends nothing. */
        private static Map<Integer, Integer> avant(List<Cahier.Correction> corrections) {
            var avant = new HashMap<Integer, Integer>();
            for (var correction : corrections) {
                if (correction.apres().isPresent()) {
                    avant.put(correction.position(), correction.avant());
                } else {
                    avant.remove(correction.position());
                }
            }
            return avant;
        }

        /** How large the squares are drawn. */
        public String taille() {
            int cases = Math.max(chiffres.size(), nombre);
            return cases <= TROIS_RANGEES ? "grands" : cases <= LISIBLES_DE_LOIN ? "moyens" : "petits";
        }

        /** Those who throw, by quality: a row for each, so that many throwers take no more room than a few. */
        public List<Lanceurs> parQualite() {
            var parQualite = new LinkedHashMap<String, List<Lanceur>>();
            lanceurs.forEach(lanceur -> parQualite
                    .computeIfAbsent(lanceur.qualite(), _ -> new ArrayList<>())
                    .add(lanceur));
            return parQualite.entrySet().stream()
                    .map(entree -> new Lanceurs(
                            entree.getKey(),
                            entree.getValue().stream().map(Lanceur::numero).toList(),
                            entree.getValue().stream().anyMatch(Lanceur::dernier)))
                    .toList();
        }

        public @Nullable ChiffreMontre dernier() {
            return chiffres.isEmpty() ? null : chiffres.getLast();
        }

        /** The squares that wait for a digit. */
        public int attendus() {
            return Math.max(0, nombre - chiffres.size());
        }

        /** In hundredths of the throws there will be. */
        public int avancement() {
            return Math.min(100, chiffres.size() * 100 / nombre);
        }
    }

    /**
     * The round of drand that holds.
     *
     * @param heure when it is published, and every die must be there
     * @param remplaces how many rounds were announced before it and given up
     */
    record DrandMontre(String tour, String heure, int remplaces) {
        static Optional<DrandMontre> de(Tirage.SeanceOuverte seance) {
            return seance.drand()
                    .map(annonce -> new DrandMontre(
                            annonce.toString(),
                            FrenchDates.shortInstant(annonce.publieLe()),
                            seance.remplaces().size()));
        }
    }

    /**
     * A digit.
     *
     * @param avant what was typed before it was mended
     * @param lanceur the number of a {@link Lanceur}
     */
    record ChiffreMontre(int position, int valeur, @Nullable Integer avant, int lanceur) {}

    /**
     * Those of one quality.
     *
     * @param dernier whether one of them threw last
     */
    record Lanceurs(String qualite, List<Integer> numeros, boolean dernier) {}

    /** Who throws: by quality, since this page is read far beyond the room. */
    record Lanceur(int numero, String qualite, boolean dernier) {}

    /** The seed, its digits in groups of five. */
    record GraineMontree(String texte, List<String> chiffres, String lecture) {

        private static final int GROUPE = 5;

        static GraineMontree de(Graine graine) {
            String chiffres = graine.des().chiffres();
            return new GraineMontree(
                    graine.texte(),
                    Stream.iterate(0, i -> i < chiffres.length(), i -> i + GROUPE)
                            .map(i -> chiffres.substring(i, Math.min(i + GROUPE, chiffres.length())))
                            .toList(),
                    graine.lecture().phrase());
        }
    }
}
