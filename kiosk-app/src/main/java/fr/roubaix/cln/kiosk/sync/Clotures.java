package fr.roubaix.cln.kiosk.sync;

import java.time.Instant;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.kiosk.sync.JournalIndex.Delivery;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Message.ClotureDeclaree;

/**
 * The calls that this mairie has closed. A {@link ClotureDeclaree} noted in the {@link Journal} closes one; a bulletin
 * that shows the call open again reopens it, by itself.
 */
public interface Clotures {

    /** What was declared for this call, unless it is open here (again). */
    Optional<Cloture> pour(AppelId appel);

    /** When this mairie last said that it receives again for this call (wall clock of the terminal), if it ever did. */
    Optional<Instant> rouvert(AppelId appel);

    /**
     * A call closed here.
     *
     * @param formulairesPapier paper forms received here for it
     * @param le wall clock of the terminal
     * @param livraison where the declaration stands between this kiosk and the hub
     */
    record Cloture(AppelId appel, AgentId agent, int formulairesPapier, Instant le, Delivery livraison) {}
}
