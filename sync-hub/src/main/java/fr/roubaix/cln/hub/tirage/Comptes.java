package fr.roubaix.cln.hub.tirage;

import java.util.Map;

import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;

/**
 * What became of the applications of a call when its list was frozen, as the procès-verbal says.
 *
 * @param recevables those on the list
 * @param irrecevables by reason; a reason that nobody met is absent
 * @param retirees taken back by the person, or erased at their request
 */
public record Comptes(int recues, int recevables, Map<MotifDIrrecevabilite, Integer> irrecevables, int retirees) {

    /** Before anything is counted. */
    public static final Comptes AUCUN = new Comptes(0, 0, Map.of(), 0);

    public Comptes {
        irrecevables = Map.copyOf(irrecevables);
    }
}
