package fr.roubaix.cln.e2e.fautes;

import java.util.List;

/** How an application that must not start says so: one French sentence that tells what to do, and no stack trace. */
final class StartRefusals {

    private static final List<String> WHAT_TO_DO =
            List.of("Restaurez", "restaurez", "Vérifiez", "Choisissez", "Libérez", "Arrêtez", "Copiez", "Déplacez");

    private StartRefusals() {}

    /** Whether a line is such a sentence. */
    static boolean isRefusal(String line) {
        return (line.startsWith("La ") || line.startsWith("Le ") || line.startsWith("Il "))
                && WHAT_TO_DO.stream().anyMatch(line::contains);
    }
}
