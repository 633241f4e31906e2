package fr.roubaix.cln.domaine.tirage;

import java.util.List;

import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * A way to share the seats between women and men: how many women sit in each sector, renewed members included.
 *
 * @param femmes one number per sector, in the order of {@link Secteur}
 */
public record Table(List<Integer> femmes) {
    public Table {
        femmes = List.copyOf(femmes);
        if (femmes.size() != Secteur.values().length) {
            throw new IllegalArgumentException("a table has one number per sector");
        }
    }

    /** How many women sit in a sector. */
    public int femmes(Secteur secteur) {
        return femmes.get(secteur.numero() - 1);
    }
}
