package fr.roubaix.cln.domaine.tirage;

import java.util.ArrayList;
import java.util.List;
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
        return String.join(" ", phrases());
    }

    /** The sentences of the reason, one by one: the rule first, then what seats, candidates and parity change in it. */
    public List<String> phrases() {
        if (sieges == 0) {
            return List.of(
                    "Personne n’est candidat ni reconduit dans ce secteur : ses sièges restent vacants (art. 4 §1).");
        }
        var phrases = new ArrayList<String>();
        phrases.add(motif.phrase() + ".");
        if (nominal != motif.vise()) {
            phrases.add("Les sièges restants et les candidatures imposent " + nominal + " au lieu de " + motif.vise()
                    + " (art. 7 §4 et §5).");
        }
        if (ecartAuNominal != null) {
            phrases.add(ecartAuNominal.phrase(femmes, nominal) + ".");
        }
        return List.copyOf(phrases);
    }
}
