package fr.roubaix.cln.hub.tirage;

import java.util.List;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.tirage.Reconduit;

/** The members whose mandate is renewed (art. 7 §4), as the list of a call needs them: they hold the first seats. */
public interface Reconduits {

    /** Those of a call, in the order of their codes. */
    List<Reconduit> de(AppelId appel);
}
