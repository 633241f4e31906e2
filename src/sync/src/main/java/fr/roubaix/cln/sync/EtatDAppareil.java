package fr.roubaix.cln.sync;

import java.util.Optional;
import java.util.regex.Pattern;

import fr.roubaix.cln.sync.Message.EvenementSurvenu;
import fr.roubaix.cln.sync.Message.Nature;

/**
 * What a terminal says of one of its devices when that breaks down, and when it works again. Told as an event, of which it
 * is the details.
 *
 * @param appareil which one, in a word: {@code imprimante}
 * @param etat how it is, in a word of machines: {@code PLUS_DE_PAPIER}, or {@link #BON}
 */
public record EtatDAppareil(String appareil, String etat) {

    /** It works. */
    public static final String BON = "BON";

    private static final String APPAREIL = "[a-z]{1,30}";
    private static final String ETAT = "[A-Z_]{1,40}";
    private static final Pattern DETAILS = Pattern.compile("appareil=(" + APPAREIL + ") etat=(" + ETAT + ")");

    public EtatDAppareil {
        if (!appareil.matches(APPAREIL) || !etat.matches(ETAT)) {
            throw new IllegalArgumentException("not the state of a device: " + appareil + " " + etat);
        }
    }

    /** Nobody has to come for it. */
    public boolean bon() {
        return etat.equals(BON);
    }

    /** As the journal of a kiosk carries it. */
    public EvenementSurvenu evenement() {
        return new EvenementSurvenu(Nature.APPAREIL, "appareil=" + appareil + " etat=" + etat);
    }

    /** Reads the details of a {@link Nature#APPAREIL}; none when they say something else. */
    public static Optional<EtatDAppareil> lire(String details) {
        var trouve = DETAILS.matcher(details);
        return trouve.matches() ? Optional.of(new EtatDAppareil(trouve.group(1), trouve.group(2))) : Optional.empty();
    }
}
