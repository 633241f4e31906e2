package fr.roubaix.cln.domaine.tirage;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * How the seats of a sector are shared, renewed members included.
 *
 * @param sieges seats filled, at most four (art. 4 §1)
 * @param nominal the women criterion 2 asks for, within what seats and candidates allow
 * @param ecartAuNominal the grade of the derogation when {@code femmes} is not {@code nominal}
 */
public record Repartition(
        Secteur secteur,
        int sieges,
        int femmes,
        int hommes,
        int nominal,
        @Nullable Derogation ecartAuNominal,
        MotifDeRepartition motif) {

    /** The derogation, if any. */
    public Optional<Derogation> derogation() {
        return Optional.ofNullable(ecartAuNominal);
    }

    /** The reason, in French, with its article. */
    public String phrase() {
        if (sieges == 0) {
            return "Personne n’est candidat ni reconduit dans ce secteur : ses sièges restent vacants (art. 4 §1).";
        }
        var phrase = new StringBuilder(motif.phrase()).append('.');
        if (nominal != motif.vise()) {
            phrase.append(" Les sièges restants et les candidatures imposent ")
                    .append(nominal)
                    .append(" au lieu de ")
                    .append(motif.vise())
                    .append(" (art. 7 §4 et §5).");
        }
        if (ecartAuNominal != null) {
            phrase.append(' ').append(ecartAuNominal.phrase(femmes, nominal)).append('.');
        }
        return phrase.toString();
    }
}
