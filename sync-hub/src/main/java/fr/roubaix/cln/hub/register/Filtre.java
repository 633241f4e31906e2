package fr.roubaix.cln.hub.register;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What narrows the register.
 *
 * @param mots looked for in object, reason, details and number; empty for all
 * @param du first day in Roubaix
 * @param au last day in Roubaix
 */
record Filtre(
        String mots, Optional<String> auteur, Optional<Acte> acte, Optional<LocalDate> du, Optional<LocalDate> au) {

    static final Filtre TOUT = new Filtre("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    Filtre {
        mots = mots.strip();
    }
}
