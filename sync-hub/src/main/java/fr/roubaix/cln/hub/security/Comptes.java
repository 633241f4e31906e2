package fr.roubaix.cln.hub.security;

import java.util.List;
import java.util.Optional;

/** The accounts. */
interface Comptes {

    /** Adds an account; false when its name is taken. */
    boolean ajouter(Compte compte);

    Optional<Compte> trouver(Identifiant identifiant);

    /** Every account, by name. */
    List<Compte> tous();

    /** Gives an account another password. */
    void changerMotDePasse(Identifiant identifiant, String hash);

    boolean aucun();
}
