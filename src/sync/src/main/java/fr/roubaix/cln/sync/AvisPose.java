package fr.roubaix.cln.sync;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

import fr.roubaix.cln.sync.Message.EvenementSurvenu;
import fr.roubaix.cln.sync.Message.Nature;

/**
 * What an agent says of a notice: it hangs on the board of this mairie since that day. Told as an event, of which it is the
 * details.
 *
 * @param avis the number of the notice in the bulletin
 */
public record AvisPose(long avis, LocalDate jour, AgentId agent) {

    private static final Pattern DETAILS =
            Pattern.compile("avis=([1-9][0-9]{0,17}) jour=([0-9]{4}-[0-9]{2}-[0-9]{2}) agent=(\\S{1,100})");

    public AvisPose {
        if (avis < 1) {
            throw new IllegalArgumentException("notices are numbered from 1");
        }
    }

    /** As the journal of a kiosk carries it. */
    public EvenementSurvenu evenement() {
        return new EvenementSurvenu(Nature.AVIS_AFFICHE, "avis=" + avis + " jour=" + jour + " agent=" + agent.valeur());
    }

    /** Reads the details of an {@link Nature#AVIS_AFFICHE}; none when they say something else. */
    public static Optional<AvisPose> lire(String details) {
        var trouve = DETAILS.matcher(details);
        if (!trouve.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AvisPose(
                    Long.parseLong(trouve.group(1)), LocalDate.parse(trouve.group(2)), new AgentId(trouve.group(3))));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
