package fr.roubaix.cln.kiosk.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.NumeroDOriginal;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.kiosk.sync.JournalIndex.Delivery;
import fr.roubaix.cln.sync.AgentId;

/** What agents recorded through this kiosk, as far as it may still know it: numbers, days, and who did it. Nobody's name. */
public interface Gestes {

    /** The withdrawal of an application that was recorded here. */
    Optional<RetraitNote> retrait(ReceiptCode code);

    /** Since when each notice hangs here, by its number. */
    Map<Long, AffichageNote> affichages();

    /** How many paper forms were copied here whose day that counts lies between two days, both included. */
    int fichesPapier(LocalDate du, LocalDate au);

    /**
     * How many paper forms of these days were copied here after this mairie closed a call: the hub then takes it for open,
     * until it closes again. None for a call that is not closed here.
     */
    int fichesPapierApresCloture(AppelId appel, LocalDate du, LocalDate au);

    /** Whether a paper form was copied here under this number between these days. */
    boolean originalDejaSaisi(NumeroDOriginal original, LocalDate du, LocalDate au);

    /** Gives the next duplicate of a receipt its number, and keeps who asked for it. */
    int numeroterUnDuplicata(ReceiptCode code, AgentId agent);

    /** How many duplicates of a receipt were asked for here. */
    int duplicatas(ReceiptCode code);

    /**
     * A withdrawal.
     *
     * @param le wall clock of the terminal
     * @param livraison where it stands between this kiosk and the hub
     */
    record RetraitNote(ReceiptCode code, AgentId agent, Instant le, Delivery livraison) {}

    /** A notice on the board. */
    record AffichageNote(LocalDate jour, AgentId agent, Delivery livraison) {}
}
