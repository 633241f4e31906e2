package fr.roubaix.cln.adresses;

import java.util.Optional;

import fr.roubaix.cln.domaine.secteur.Secteur;

/** Something that a person may mean. */
public sealed interface Suggestion {

    /** Name of its street, as the address base writes it. */
    String street();

    /** As the line of an address: {@code 12 bis rue de l’Essai}. */
    String label();

    /** A street; the number is still to come. */
    record Street(String street) implements Suggestion {
        @Override
        public String label() {
            return street;
        }
    }

    /**
     * A house.
     *
     * @param secteur empty when no sector could be told from where it stands: a person confirms it
     */
    record House(String street, HouseNumber number, Optional<Secteur> secteur) implements Suggestion {
        @Override
        public String label() {
            return number.label() + " " + StreetNames.inALine(street);
        }
    }
}
