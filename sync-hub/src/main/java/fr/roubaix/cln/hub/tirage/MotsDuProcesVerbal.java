package fr.roubaix.cln.hub.tirage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;

/** The words of the procès-verbal, from {@code documents_fr.properties}. */
record MotsDuProcesVerbal(MessageSource textes) {

    String t(String cle, Object... valeurs) {
        return textes.getMessage(cle, valeurs.length == 0 ? null : valeurs, Locale.FRENCH);
    }

    List<String> colonnes(String... cles) {
        return Arrays.stream(cles).map(cle -> t("pv.colonne." + cle)).toList();
    }

    /** One part. */
    record Chapitre(String titre, List<String> phrases, List<Tableau> tableaux) {}

    /** Rows of as many cells as there are columns; the first names the row. */
    record Tableau(String legende, List<String> colonnes, List<List<String>> lignes) {

        /** A cell to write in by hand. */
        static final String BLANC = "\u00a0";

        /** Whether its rows must be high enough for a pen. */
        public boolean aEcrire() {
            return lignes.stream().anyMatch(ligne -> ligne.contains(BLANC));
        }
    }
}
