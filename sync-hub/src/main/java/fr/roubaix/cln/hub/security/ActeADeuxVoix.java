package fr.roubaix.cln.hub.security;

import java.util.Optional;

/**
 * A kind of act that one person alone cannot do: somebody proposes it under a role, somebody else confirms it under another
 * role, while the state is what both were shown. Declare a bean of it; {@link DeuxVoix} does the rest.
 */
public interface ActeADeuxVoix {

    /** What it is called and who has which voice. */
    GenreDActe genre();

    /** What is shown to both, from the state as it is now; empty when there is nothing of the kind to do. */
    Optional<Presentation> presenter(Parametres parametres);

    /**
     * Holds still what the act rests on, until the end of the transaction of the confirmation, before it is presented for
     * the last time.
     *
     * @return false when somebody holds it, or changed it
     */
    default boolean retenir(Parametres parametres) {
        return true;
    }

    /**
     * Does it, in the transaction of the confirmation; the register holds both voices already.
     *
     * @return why it cannot be done after all, in French; empty when done
     */
    Optional<String> executer(Parametres parametres, Voix premiere, Voix seconde);
}
