package fr.roubaix.cln.hub.security;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Auteur;
import fr.roubaix.cln.hub.register.Registre;

/**
 * Writes who signed in, and which account was locked by failures. A name without account is never written: anybody could
 * fill the register, and somebody may type a password in the place of a name.
 */
@Component
class InscriptionDesConnexions {

    private final Registre registre;
    private final Comptes comptes;
    private final Verrous verrous;
    private final TransactionTemplate transaction;
    private final Clock clock;

    InscriptionDesConnexions(
            Registre registre, Comptes comptes, Verrous verrous, TransactionTemplate transaction, Clock clock) {
        this.registre = registre;
        this.comptes = comptes;
        this.verrous = verrous;
        this.transaction = transaction;
        this.clock = clock;
    }

    void connectee(Identifiant identifiant, Set<Role> roles) {
        var auteur =
                new Auteur(identifiant.valeur(), roles.stream().map(Role::name).toList());
        transaction.executeWithoutResult(_ -> registre.inscrire(auteur, Acte.CONNEXION.sur("compte " + identifiant)));
    }

    /**
     * The failure that locks an account is the last one that is examined: those after it are turned away before.
     *
     * @param cle which lock counts this proof of the account
     */
    void echouee(String nom, String cle) {
        verrous.verrouilleJusqua(cle, clock.instant())
                .filter(_ -> Identifiant.lire(nom).flatMap(comptes::trouver).isPresent())
                .ifPresent(fin -> transaction.executeWithoutResult(_ -> registre.inscrire(
                        Auteur.systeme(),
                        Acte.CONNEXION_VERROUILLEE
                                .sur("compte " + nom)
                                .avec("jusqu-a", fin.truncatedTo(ChronoUnit.SECONDS)))));
    }
}
