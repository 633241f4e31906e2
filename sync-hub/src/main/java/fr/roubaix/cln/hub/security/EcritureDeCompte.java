package fr.roubaix.cln.hub.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Inscription;
import fr.roubaix.cln.hub.register.Registre;

/**
 * Gives an account other rights, in the transaction of whoever decides it: the sessions opened under the old ones end, and
 * what it proposed under a role that it no longer has is taken back.
 */
@Component
class EcritureDeCompte {

    private final Comptes comptes;
    private final SessionsOuvertes sessions;
    private final Propositions propositions;
    private final Registre registre;
    private final Clock clock;

    EcritureDeCompte(
            Comptes comptes, SessionsOuvertes sessions, Propositions propositions, Registre registre, Clock clock) {
        this.comptes = comptes;
        this.sessions = sessions;
        this.propositions = propositions;
        this.registre = registre;
        this.clock = clock;
    }

    /**
     * Writes it.
     *
     * @param avant held by this transaction
     * @param premiere the administrator
     * @return false when nobody could administer the hub any more: the transaction must then keep nothing
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean ecrire(Compte avant, DroitsDeCompte droits, String motif, Voix premiere, Optional<Voix> seconde) {
        var apres = avant.avec(droits, Instant.ofEpochMilli(clock.millis()));
        boolean finit = !apres.actif() || !apres.roles().equals(avant.roles());
        int fermees = finit ? sessions.fermerToutes(avant.identifiant()) : 0;
        var ligne = inscription(avant, apres).motif(motif).avec("sessions", fermees);
        for (Voix voix : seconde.stream().toList()) {
            ligne = ligne.avec("confirme-par", voix);
        }
        // From here on nobody else acts until the end of this transaction: administrators are counted as they will be.
        registre.inscrire(premiere.auteur(), ligne);
        comptes.changer(apres);
        retirerSesPropositions(apres, premiere);
        return comptes.administrateurs() > 0;
    }

    private static Inscription inscription(Compte avant, Compte apres) {
        if (avant.actif() != apres.actif()) {
            return (apres.actif() ? Acte.COMPTE_REACTIVE : Acte.COMPTE_DESACTIVE)
                    .sur("compte " + apres.identifiant())
                    .avec("roles", apres.droits().codesDesRoles());
        }
        var changement = Acte.COMPTE_CHANGE
                .sur("compte " + apres.identifiant())
                .avec("roles-avant", avant.droits().codesDesRoles())
                .avec("roles", apres.droits().codesDesRoles());
        return avant.nom().equals(apres.nom())
                ? changement
                : changement.avec("nom-avant", avant.nom()).avec("nom", apres.nom());
    }

    private void retirerSesPropositions(Compte apres, Voix administrateur) {
        propositions.enAttente(administrateur.le()).stream()
                .filter(p -> p.premiere().par().equals(apres.identifiant()))
                .filter(p ->
                        !apres.actif() || !apres.roles().contains(p.premiere().role()))
                .filter(p -> propositions.regler(p.numero(), Proposition.Suite.RETIRE, administrateur, ""))
                .forEach(p -> registre.inscrire(
                        administrateur.auteur(),
                        Acte.ACTE_RETIRE
                                .sur(p.montree().objet())
                                .motif("Le compte qui proposait n’a plus ce rôle.")
                                .avec("genre", p.genre())
                                .avec("proposition", p.numero())));
    }
}
