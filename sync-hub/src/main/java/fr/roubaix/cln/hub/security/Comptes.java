package fr.roubaix.cln.hub.security;

import java.util.List;
import java.util.Optional;

/** The accounts. */
interface Comptes {

    /** Adds an account; false when its name is taken. */
    boolean ajouter(Compte compte);

    Optional<Compte> trouver(Identifiant identifiant);

    /** The same, when somebody may sign in with it. */
    default Optional<Compte> actif(Identifiant identifiant) {
        return trouver(identifiant).filter(Compte::actif);
    }

    /** The same, which nobody else changes before the end of this transaction. */
    Optional<Compte> retenir(Identifiant identifiant);

    /** Every account, by name. */
    List<Compte> tous();

    /** Gives an account another password. */
    void changerMotDePasse(Identifiant identifiant, String hash);

    /** Writes the name, the roles and the end of an account. */
    void changer(Compte compte);

    /** How many people may administer the hub. */
    long administrateurs();

    boolean aucun();
}
