package fr.roubaix.cln.hub.conservation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import fr.roubaix.cln.domaine.conservation.RegleDeConservation;

/**
 * What the hub holds under one rule, and how it is destroyed. Declare a bean of it; proposals, visa, execution and count are
 * the same for all. An object is named by a word that names nobody.
 */
public interface Purgeable {

    RegleDeConservation regle();

    /** What falls due on a day, and what would if nothing held it. */
    Recensement recenser(LocalDate aujourdhui);

    /**
     * The last day on which each of these objects is kept. One that is held, or whose facts are gone, is missing; one that is
     * destroyed already is there.
     */
    Map<String, LocalDate> echeances(Collection<String> objets);

    /** What must be destroyed first and cannot come back: outside any transaction, and perhaps twice. */
    default void detruireLesCles(Collection<String> objets) {}

    /** The rest, in the transaction that notes that it is done. */
    void vider(Collection<String> objets);

    /**
     * What was found.
     *
     * @param retenues how many are due and held, by the reason in French
     */
    record Recensement(List<Echue> echues, Map<String, Integer> retenues) {
        public Recensement {
            echues = List.copyOf(echues);
            retenues = Map.copyOf(retenues);
        }
    }

    /**
     * One object whose time is over.
     *
     * @param echeance last day on which it is kept
     */
    record Echue(String objet, LocalDate echeance) {}
}
