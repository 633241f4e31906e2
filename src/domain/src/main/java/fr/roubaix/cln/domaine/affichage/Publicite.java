package fr.roubaix.cln.domaine.affichage;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * When a procès-verbal was published, and posted place by place (art. 7 §2): the dates that are known, as they stand now.
 *
 * @param publieLe empty while it is not published
 * @param affiches the places where it is posted, each since its day
 */
public record Publicite(Optional<LocalDate> publieLe, Map<LieuDAffichage, LocalDate> affiches) {

    public static final Publicite AUCUNE = new Publicite(Optional.empty(), Map.of());

    public Publicite {
        affiches = Map.copyOf(affiches);
    }
}
