package fr.roubaix.cln.hub.candidature;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.transaction.support.ResourceHolderSupport;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.appel.AppelSuivi;

/**
 * What the applications received in one transaction have in common: the calls, read once, and those already noted. A
 * batch would otherwise read and note the same call a hundred times.
 */
final class ReceptionEnCours extends ResourceHolderSupport {

    private final List<AppelSuivi> appels;
    private final Set<AppelId> notes = new HashSet<>();

    ReceptionEnCours(List<AppelSuivi> appels) {
        this.appels = List.copyOf(appels);
    }

    /** The calls, the most recent first. */
    List<AppelSuivi> appels() {
        return appels;
    }

    /** True the first time that a call is named. */
    boolean premiere(AppelId appel) {
        return notes.add(appel);
    }
}
