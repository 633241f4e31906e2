package fr.roubaix.cln.web.candidature;

import java.util.function.Consumer;
import java.util.function.Supplier;

import fr.roubaix.cln.web.saisie.Reponse;

/**
 * One question of the application: its fields, and where the answer goes.
 *
 * @param donner puts the answer into the draft
 * @param reprendre takes it back from there
 */
record EtapeDeSaisie<T>(Etape etape, Reponse<T> reponse, Consumer<T> donner, Supplier<T> reprendre) {

    /** Reads the fields into the draft. False: something is wrong and says so, the draft is as before. */
    boolean enregistrer() {
        var lue = reponse.lire();
        lue.ifPresent(donner);
        return lue.isPresent();
    }

    /** Shows the answer of the draft again. */
    void abandonner() {
        reponse.remplir(reprendre.get());
    }
}
