package fr.roubaix.cln.hub.appel;

import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.AppelId;

/** The calls, as any feature may read them. */
public interface Appels {

    /** Every call, the most recently opened first. */
    List<AppelSuivi> tous();

    Optional<AppelSuivi> trouver(AppelId id);

    /** The call that staff work on: the most recent one. */
    default Optional<AppelSuivi> courant() {
        return tous().stream().findFirst();
    }
}
