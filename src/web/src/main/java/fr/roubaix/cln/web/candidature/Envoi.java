package fr.roubaix.cln.web.candidature;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;

/** The way to deposit one draft. It is bound to the draft's own key: two clicks, or a second attempt, deposit once. */
@FunctionalInterface
public interface Envoi {

    Issue envoyer(FicheDeCandidature fiche);

    /** What became of a deposit. */
    sealed interface Issue {
        /** Stored for good. */
        record Enregistree(ReceiptCode code, Instant le) implements Issue {}

        /** No call accepts applications now. Nothing stored. */
        record AppelFerme() implements Issue {}

        /** Under 16 on the reference date. Nothing stored. */
        record TropJeune(LocalDate eligibleLe) implements Issue {}

        /** It could not be written. Nothing stored, the draft is kept, one may try again. */
        record Impossible() implements Issue {}

        /** Too many come from there. Nothing stored, the draft is kept, one may try again after a while. */
        record PlusTard(Duration attente) implements Issue {}
    }
}
