package fr.roubaix.cln.hub.security;

import java.time.Instant;
import java.util.Optional;

/**
 * From the close of a call to the proclamation of its draw: who may draw is then not changed by one person alone. The
 * feature that knows the draw says when.
 */
@FunctionalInterface
public interface PeriodeProtegee {

    /** Since when it runs; empty when it does not. */
    Optional<Instant> depuis();

    default boolean enCours() {
        return depuis().isPresent();
    }
}
