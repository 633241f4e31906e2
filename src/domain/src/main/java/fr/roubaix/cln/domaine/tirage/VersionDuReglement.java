package fr.roubaix.cln.domaine.tirage;

import fr.roubaix.cln.domaine.tirage.Resultat.Accepte;
import fr.roubaix.cln.domaine.tirage.Resultat.Refuse;

/**
 * Names the version of the règlement a draw was made under; an avenant makes a new one.
 *
 * @param id 1 to 64 of {@code A-Z a-z 0-9 . _ -}
 */
public record VersionDuReglement(String id) {

    private static final String FORME = "[A-Za-z0-9._-]{1,64}";

    /** The text adopted in 2025. */
    public static final VersionDuReglement DE_2025 = new VersionDuReglement("2025");

    public VersionDuReglement {
        if (!id.matches(FORME)) {
            throw new IllegalArgumentException("not a version of the règlement");
        }
    }

    /** Reads a version id. */
    public static Resultat<VersionDuReglement> lire(String texte) {
        return texte.matches(FORME)
                ? new Accepte<>(new VersionDuReglement(texte))
                : new Refuse<>(DefautDeGraine.REGLEMENT_MAL_FORME);
    }
}
