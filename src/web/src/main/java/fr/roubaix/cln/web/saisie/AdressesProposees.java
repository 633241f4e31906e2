package fr.roubaix.cln.web.saisie;

import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.domaine.secteur.Secteur;

/** What an address base answers while a person types. The application that has one gives it to the fields. */
public interface AdressesProposees {

    /** No base: the person writes their address and chooses their sector. */
    AdressesProposees AUCUNE = new AdressesProposees() {
        @Override
        public boolean disponibles() {
            return false;
        }

        @Override
        public Trouvees chercher(String saisie) {
            return new Trouvees.Propositions(List.of());
        }
    };

    /** Whether there is a base to search now. */
    boolean disponibles();

    /** What the person may mean; never more than three. */
    Trouvees chercher(String saisie);

    /** What was found. */
    sealed interface Trouvees {

        /** The likeliest first; none when nothing is near enough. */
        record Propositions(List<Proposition> lignes) implements Trouvees {
            public Propositions {
                lignes = List.copyOf(lignes);
            }
        }

        /** The person names another town. */
        record HorsDeRoubaix(String ou) implements Trouvees {}
    }

    /**
     * A line to choose.
     *
     * @param libelle as the line of an address
     * @param complete false for a street whose number is still to be written
     * @param secteur none when the base does not know it
     */
    record Proposition(String libelle, boolean complete, Optional<Secteur> secteur) {}
}
