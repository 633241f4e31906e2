package fr.roubaix.cln.hub.candidature;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

import fr.roubaix.cln.hub.security.Identifiant;

/**
 * One decision in the history of an application.
 *
 * @param statut where it stood from then on; its own author is who first decided so
 * @param retour the number of the decision that holds again, 0 for the state on arrival; empty unless it takes one back
 * @param par who acted this time
 */
record Decision(long numero, Statut statut, OptionalLong retour, Instant le, Identifiant par) {

    Decision avec(Statut autre) {
        return new Decision(numero, autre, retour, le, par);
    }

    /** Which decision holds after this one; 0: none. */
    private long effective() {
        return retour.orElse(numero);
    }

    /** What held before the decision that holds now, 0 for the state on arrival; empty when none holds. */
    static OptionalLong avant(List<Decision> histoire) {
        long actuelle = histoire.isEmpty() ? 0 : histoire.getLast().effective();
        if (actuelle == 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                actuelle == 1 ? 0 : histoire.get((int) actuelle - 2).effective());
    }
}
