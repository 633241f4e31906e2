package fr.roubaix.cln.hub.affichage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.hub.tirage.CeremonieId;
import fr.roubaix.cln.hub.tirage.Tirage;
import fr.roubaix.cln.sync.Hash;

/**
 * A procès-verbal that is closed, hence what is published and posted. That of a rehearsal cannot be one.
 *
 * @param pv hash of its {@code pv.json}: another procès-verbal has dates of its own
 */
public record ProcesVerbalClos(CeremonieId.Publique id, Hash pv, Instant closLe) {

    /** That of a draw; empty while it is not closed, and for a rehearsal. */
    public static Optional<ProcesVerbalClos> de(Tirage tirage) {
        return tirage instanceof Tirage.Clos clos && clos.id() instanceof CeremonieId.Publique id
                ? Optional.of(new ProcesVerbalClos(
                        id, clos.tire().pv(), clos.cloture().le()))
                : Optional.empty();
    }

    /** The first day on which it can be published or posted. */
    LocalDate premierJour() {
        return LocalDate.ofInstant(closLe, Appel.ROUBAIX);
    }
}
