package fr.roubaix.cln.hub.candidature;

import java.time.Instant;

import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;
import fr.roubaix.cln.hub.security.Identifiant;

/** Where an application stands (art. 7 §1). */
public sealed interface Statut {

    /** Nobody has decided yet. */
    record AExaminer() implements Statut {}

    /** Enters the draw. */
    record Recevable(Instant le, Identifiant par) implements Statut {}

    /**
     * Does not enter the draw.
     *
     * @param precisions what staff added to the reason; may be empty
     */
    record Irrecevable(MotifDIrrecevabilite motif, String precisions, Instant le, Identifiant par) implements Statut {}
}
