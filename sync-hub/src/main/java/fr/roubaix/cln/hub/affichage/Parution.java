package fr.roubaix.cln.hub.affichage;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/**
 * When and where a procès-verbal was published: « publié sur La FABRIQUE » (art. 7 §2), or in a collection of acts.
 *
 * @param ou the address of the page, or the reference in the collection
 */
public record Parution(LocalDate le, Support support, String ou) {

    static final int MINIMUM = 3;
    static final int MAXIMUM = 300;

    private static final Set<String> SCHEMAS = Set.of("http", "https");

    /** Where a city publishes. */
    public enum Support {
        /** A page of the web, by its address. */
        SITE {
            @Override
            boolean convient(String ou) {
                try {
                    var adresse = new URI(ou);
                    return adresse.getHost() != null
                            && adresse.getRawUserInfo() == null
                            && SCHEMAS.contains(
                                    String.valueOf(adresse.getScheme()).toLowerCase(Locale.ROOT));
                } catch (URISyntaxException e) {
                    return false;
                }
            }
        },
        /** A numbered issue of the collection of administrative acts. */
        RECUEIL {
            @Override
            boolean convient(String ou) {
                return true;
            }
        };

        /** Whether this can be where it was published. */
        abstract boolean convient(String ou);

        private boolean accepte(String ou) {
            return ou.equals(ou.strip())
                    && ou.length() >= MINIMUM
                    && ou.length() <= MAXIMUM
                    && ou.codePoints().noneMatch(Character::isISOControl)
                    && convient(ou);
        }
    }

    public Parution {
        if (!support.accepte(ou)) {
            throw new IllegalArgumentException("not where anything is published: " + ou);
        }
    }

    /** Whether what was typed says where. */
    static boolean accepte(Support support, String ou) {
        return support.accepte(ou.strip());
    }

    /** For a link; false when it is a reference to read. */
    public boolean surLeWeb() {
        return support == Support.SITE;
    }
}
