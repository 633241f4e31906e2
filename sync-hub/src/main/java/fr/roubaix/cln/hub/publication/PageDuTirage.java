package fr.roubaix.cln.hub.publication;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Chance;
import fr.roubaix.cln.domaine.tirage.Constat;
import fr.roubaix.cln.domaine.tirage.Designe;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.Ligne;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Plan;
import fr.roubaix.cln.domaine.tirage.ProcesVerbal;
import fr.roubaix.cln.domaine.tirage.Repartition;

/** What the templates show of a draw, computed from its list and its procès-verbal. */
final class PageDuTirage {

    private PageDuTirage() {}

    /** The council by sector, renewed members first. */
    record Conseil(List<SiegesDuSecteur> secteurs, Equilibre equilibre) {
        static Conseil de(ListeDuTirage liste, ProcesVerbal pv) {
            List<Ligne> reconduits =
                    liste.lignes().stream().filter(l -> !l.estCandidat()).toList();
            var membres = Stream.concat(
                            reconduits.stream(), pv.designes().stream().map(Designe::personne))
                    .toList();
            return new Conseil(
                    Stream.of(Secteur.values())
                            .map(secteur -> SiegesDuSecteur.de(secteur, reconduits, pv.designes()))
                            .toList(),
                    Equilibre.de(membres));
        }
    }

    /** Who sits for a sector. */
    record SiegesDuSecteur(Secteur secteur, List<Membre> membres, int vacants) {
        static SiegesDuSecteur de(Secteur secteur, List<Ligne> reconduits, List<Designe> designes) {
            var membres = new ArrayList<Membre>();
            reconduits.stream().filter(l -> l.secteur() == secteur).forEach(l -> membres.add(Membre.reconduit(l)));
            designes.stream().filter(d -> d.personne().secteur() == secteur).forEach(d -> membres.add(Membre.tire(d)));
            return new SiegesDuSecteur(secteur, membres, ListeDuTirage.SIEGES_PAR_SECTEUR - membres.size());
        }
    }

    /** A member, by code. */
    record Membre(String code, Sexe sexe, String classe, String comment) {
        static Membre reconduit(Ligne ligne) {
            return new Membre(ligne.id().affiche(), ligne.sexe(), ligne.classe().code(), "RECONDUIT");
        }

        static Membre tire(Designe designe) {
            var personne = designe.personne();
            return new Membre(
                    personne.id().affiche(),
                    personne.sexe(),
                    personne.classe().code(),
                    designe.attribution().name());
        }
    }

    /** The whole council counted. */
    record Equilibre(int membres, int femmes, int hommes, int jeunes, int milieu, int aines) {
        static Equilibre de(List<Ligne> membres) {
            return new Equilibre(
                    membres.size(),
                    compter(membres, l -> l.sexe() == Sexe.F),
                    compter(membres, l -> l.sexe() == Sexe.H),
                    compter(membres, l -> l.classe() == ClasseAge.DE_16_A_25),
                    compter(membres, l -> l.classe() == ClasseAge.DE_26_A_64),
                    compter(membres, l -> l.classe() == ClasseAge.A_PARTIR_DE_65));
        }

        private static int compter(List<Ligne> membres, Predicate<Ligne> lesquels) {
            return (int) membres.stream().filter(lesquels).count();
        }
    }

    /**
     * A plan under one reading.
     *
     * @param parts one per sector for each table that ties, sector by sector
     */
    record PlanPublic(Lecture lecture, List<Part> parts, List<String> constats, List<ChancePublique> chances) {
        static PlanPublic de(Plan plan) {
            return new PlanPublic(
                    plan.lecture(),
                    plan.effectifs().stream()
                            .flatMap(e -> plan.possibles(e.secteur()).stream().map(Part::de))
                            .toList(),
                    plan.constats().stream().map(Constat::phrase).toList(),
                    plan.chances().stream().map(ChancePublique::de).toList());
        }

        /** With the table that the seed picked. */
        static PlanPublic de(ProcesVerbal pv) {
            var plan = de(pv.plan());
            return new PlanPublic(
                    plan.lecture(), pv.repartition().stream().map(Part::de).toList(), plan.constats(), plan.chances());
        }
    }

    /** The seats of a sector and why. */
    record Part(Secteur secteur, int sieges, int femmes, int hommes, int nominal, List<String> raisons) {
        static Part de(Repartition repartition) {
            return new Part(
                    repartition.secteur(),
                    repartition.sieges(),
                    repartition.femmes(),
                    repartition.hommes(),
                    repartition.nominal(),
                    repartition.phrases());
        }
    }

    /** An exact chance, and about how much that is. */
    record ChancePublique(
            Secteur secteur, Sexe sexe, boolean prioritaire, int candidats, String exacte, String environ) {
        static ChancePublique de(Chance chance) {
            var part = new BigDecimal(chance.valeur().numerateur())
                    .multiply(BigDecimal.valueOf(100))
                    .divide(new BigDecimal(chance.valeur().denominateur()), MathContext.DECIMAL32);
            return new ChancePublique(
                    chance.secteur(),
                    chance.sexe(),
                    chance.prioritaire(),
                    chance.candidats(),
                    chance.valeur().toString(),
                    String.format(Locale.FRENCH, "%.1f %%", part));
        }
    }

    /** Cut in fours, to be read aloud; spaces between the groups are not part of the text. */
    static List<String> quartets(String texte) {
        return Stream.iterate(0, i -> i < texte.length(), i -> i + 4)
                .map(i -> texte.substring(i, Math.min(i + 4, texte.length())))
                .toList();
    }
}
