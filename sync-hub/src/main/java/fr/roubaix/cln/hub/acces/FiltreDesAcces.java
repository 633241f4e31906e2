package fr.roubaix.cln.hub.acces;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What narrows the access log.
 *
 * @param code the whole of a receipt code or some characters of it; empty for all
 * @param du first day in Roubaix
 * @param au last day in Roubaix
 */
record FiltreDesAcces(
        String code,
        Optional<String> par,
        Optional<JournalDesAcces.Ecran> ecran,
        Optional<LocalDate> du,
        Optional<LocalDate> au) {

    static final FiltreDesAcces TOUT =
            new FiltreDesAcces("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    FiltreDesAcces {
        code = code.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}]", "");
    }
}
