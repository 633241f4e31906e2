package fr.roubaix.cln.domaine.tirage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * What is known before any randomness (art. 7 §3): how the seats are shared between sectors, women and men, why, and
 * the exact chance of everyone. It depends on the list and on the reading of criterion 3, never on the dice; these only
 * choose between tables that tie.
 *
 * @param effectifs one per sector, in order
 * @param tables the best tables, in ascending order; one, unless several tie
 * @param ecart women minus men over the whole council, without sign
 */
public record Plan(Lecture lecture, List<Effectif> effectifs, List<Table> tables, int ecart) {

    public Plan {
        effectifs = List.copyOf(effectifs);
        tables = List.copyOf(tables);
    }

    /** The plan of a list under a reading. Compute both and let the officials choose before the dice. */
    public static Plan pour(ListeDuTirage liste, Lecture lecture) {
        List<Effectif> effectifs = compter(liste);
        var trouvees = RechercheDesTables.chercher(effectifs, lecture);
        return new Plan(lecture, effectifs, trouvees.tables(), trouvees.ecart());
    }

    /** The head counts of a sector. */
    public Effectif effectif(Secteur secteur) {
        return effectifs.get(secteur.numero() - 1);
    }

    /** How one of the {@link #tables} shares the seats, sector by sector. */
    public List<Repartition> repartition(Table table) {
        return effectifs.stream()
                .map(effectif -> effectif.repartition(table.femmes(effectif.secteur()), lecture))
                .toList();
    }

    /** The shares a sector may get: one, unless the tables that tie differ there. */
    public List<Repartition> possibles(Secteur secteur) {
        return tables.stream()
                .map(table -> effectif(secteur).repartition(table.femmes(secteur), lecture))
                .distinct()
                .toList();
    }

    /** Seats that candidates will fill: those of the council less the vacant ones and the renewed members'. */
    public int siegesATirer() {
        return effectifs.stream()
                .mapToInt(e -> e.sieges() - e.femmes().reconduits() - e.hommes().reconduits())
                .sum();
    }

    /**
     * The chances of every group that has a candidate: sectors in order, women then men, priority classes first. Weighted
     * by the size of the groups, they add up to {@link #siegesATirer()}.
     */
    public List<Chance> chances() {
        List<Chance> chances = new ArrayList<>();
        for (Effectif effectif : effectifs) {
            for (Sexe sexe : Sexe.values()) {
                Effectif.Groupe groupe = effectif.de(sexe);
                ajouter(chances, effectif, sexe, true, groupe.prioritaires());
                ajouter(chances, effectif, sexe, false, groupe.candidats() - groupe.prioritaires());
            }
        }
        return List.copyOf(chances);
    }

    /**
     * Whether the dice decide anything. They do not where everybody has a seat for certain or none (art. 7 §5: as many
     * candidates as seats, or fewer): they are thrown all the same, since the procès-verbal has a seed.
     */
    public boolean sortNecessaire() {
        return chances().stream()
                .map(Chance::valeur)
                .anyMatch(valeur -> !valeur.equals(Fraction.ZERO) && !valeur.equals(Fraction.UN));
    }

    /** What the officials must know beside the shares, the interpretations of the règlement last. */
    public List<Constat> constats() {
        List<Constat> constats = new ArrayList<>();
        if (ecart > 0) {
            constats.add(new Constat.PariteHorsDAtteinte(ecart));
        }
        for (Effectif effectif : effectifs) {
            if (effectif.siegesVacants() > 0) {
                constats.add(new Constat.SiegesVacants(effectif.secteur(), effectif.siegesVacants()));
            }
        }
        if (tables.size() > 1) {
            constats.add(new Constat.TablesExAequo(tables.size()));
        }
        constats.addAll(sansAucuneChance());
        constats.addAll(List.of(Constat.Interpretation.values()));
        return List.copyOf(constats);
    }

    private List<Constat> sansAucuneChance() {
        List<Constat> constats = new ArrayList<>();
        for (Effectif effectif : effectifs) {
            for (Sexe sexe : Sexe.values()) {
                if (effectif.de(sexe).candidats() > 0 && sansSiege(effectif, sexe)) {
                    constats.add(new Constat.SansSiege(
                            effectif.secteur(), sexe, effectif.de(sexe).candidats()));
                }
            }
        }
        for (Chance chance : chances()) {
            if (chance.valeur().equals(Fraction.ZERO) && !sansSiege(effectif(chance.secteur()), chance.sexe())) {
                constats.add(new Constat.SansChance(
                        chance.secteur(), chance.sexe(), chance.prioritaire(), chance.candidats()));
            }
        }
        return constats;
    }

    private boolean sansSiege(Effectif effectif, Sexe sexe) {
        return tables.stream().allMatch(table -> effectif.places(sexe, table.femmes(effectif.secteur())) == 0);
    }

    private void ajouter(List<Chance> chances, Effectif effectif, Sexe sexe, boolean prioritaire, int candidats) {
        if (candidats == 0) {
            return;
        }
        Fraction somme = Fraction.ZERO;
        for (Table table : tables) {
            int places = effectif.places(sexe, table.femmes(effectif.secteur()));
            somme = somme.plus(Chance.exacte(effectif.de(sexe), prioritaire, places, lecture));
        }
        Fraction moyenne = somme.fois(Fraction.de(1, tables.size()));
        chances.add(new Chance(effectif.secteur(), sexe, prioritaire, candidats, moyenne));
    }

    private static List<Effectif> compter(ListeDuTirage liste) {
        Map<Groupement, Compte> comptes = new HashMap<>();
        for (Ligne ligne : liste.lignes()) {
            comptes.computeIfAbsent(Groupement.de(ligne), _ -> new Compte()).ajouter(ligne);
        }
        return Arrays.stream(Secteur.values())
                .map(secteur ->
                        new Effectif(secteur, groupe(comptes, secteur, Sexe.F), groupe(comptes, secteur, Sexe.H)))
                .toList();
    }

    private static Effectif.Groupe groupe(Map<Groupement, Compte> comptes, Secteur secteur, Sexe sexe) {
        return comptes.getOrDefault(new Groupement(secteur, sexe), new Compte()).groupe();
    }

    /** Counts the people of one sex in a sector. */
    private static final class Compte {
        private int candidats;
        private int prioritaires;
        private int reconduits;

        void ajouter(Ligne ligne) {
            if (!ligne.estCandidat()) {
                reconduits++;
                return;
            }
            candidats++;
            if (ligne.classe().prioritaire()) {
                prioritaires++;
            }
        }

        Effectif.Groupe groupe() {
            return new Effectif.Groupe(candidats, prioritaires, reconduits);
        }
    }
}
