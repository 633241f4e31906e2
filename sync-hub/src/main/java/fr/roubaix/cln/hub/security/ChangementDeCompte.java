package fr.roubaix.cln.hub.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

import fr.roubaix.cln.hub.register.Motif;

/**
 * Changes the name and the roles of an account, ends it, opens it again. Nobody decides of their own roles, and somebody can
 * always administer the hub. While a draw is under way, an account that takes part in it asks for a second voice.
 */
@Service
public class ChangementDeCompte {

    private static final String ADMIN = "hasRole('ADMIN')";

    private final Comptes comptes;
    private final EcritureDeCompte ecriture;
    private final ComptesProteges proteges;
    private final DeuxVoix deuxVoix;
    private final AgentConnecte agent;
    private final Clock clock;

    ChangementDeCompte(
            Comptes comptes,
            EcritureDeCompte ecriture,
            ComptesProteges proteges,
            DeuxVoix deuxVoix,
            AgentConnecte agent,
            Clock clock) {
        this.comptes = comptes;
        this.ecriture = ecriture;
        this.proteges = proteges;
        this.deuxVoix = deuxVoix;
        this.agent = agent;
        this.clock = clock;
    }

    /**
     * Gives an account this name and these roles.
     *
     * @param vus what the screen showed
     */
    @Transactional
    @PreAuthorize(ADMIN)
    public Issue changer(Identifiant identifiant, DroitsDeCompte vus, String nom, Set<Role> roles, String motif) {
        String propre = nom.strip();
        if (propre.isEmpty() || propre.length() > CreationDeCompte.NOM_MAXIMUM) {
            return Refus.NOM_MANQUANT;
        }
        if (roles.isEmpty()) {
            return Refus.ROLE_MANQUANT;
        }
        if (identifiant.equals(agent.identifiant()) && !roles.equals(vus.roles())) {
            return Refus.SES_PROPRES_ROLES;
        }
        return decider(identifiant, vus, new DroitsDeCompte(propre, roles, vus.actif()), motif);
    }

    /** Nobody signs in with it any more. */
    @Transactional
    @PreAuthorize(ADMIN)
    public Issue desactiver(Identifiant identifiant, DroitsDeCompte vus, String motif) {
        return identifiant.equals(agent.identifiant())
                ? Refus.SON_PROPRE_COMPTE
                : decider(identifiant, vus, vus.actif(false), motif);
    }

    /** One signs in with it again, with the password and the second factor that it had. */
    @Transactional
    @PreAuthorize(ADMIN)
    public Issue reactiver(Identifiant identifiant, DroitsDeCompte vus, String motif) {
        return decider(identifiant, vus, vus.actif(true), motif);
    }

    private Issue decider(Identifiant identifiant, DroitsDeCompte vus, DroitsDeCompte voulus, String saisi) {
        if (vus.equals(voulus)) {
            return Refus.RIEN_NE_CHANGE;
        }
        Optional<Motif> motif = Motif.lire(saisi);
        if (motif.isEmpty()) {
            return Refus.MOTIF_MANQUANT;
        }
        Optional<Compte> compte = comptes.retenir(identifiant);
        if (compte.filter(c -> c.droits().equals(vus)).isEmpty()) {
            return Refus.CHANGE_ENTRE_TEMPS;
        }
        return proteges.demandentDeuxVoix(vus.roles(), voulus.roles())
                ? proposer(identifiant, voulus, motif.get())
                : faire(compte.get(), voulus, motif.get());
    }

    private Issue proposer(Identifiant identifiant, DroitsDeCompte voulus, Motif motif) {
        var parametres = ChangementADeuxVoix.parametres(identifiant, voulus, motif.texte());
        return deuxVoix.proposer(ChangementADeuxVoix.GENRE, parametres, motif.texte())
                        instanceof DeuxVoix.Issue.Proposee
                ? new Issue.AConfirmer(identifiant)
                : Refus.DEJA_PROPOSE;
    }

    private Issue faire(Compte compte, DroitsDeCompte voulus, Motif motif) {
        var voix = new Voix(agent.identifiant(), Role.ADMIN, Instant.ofEpochMilli(clock.millis()));
        if (ecriture.ecrire(compte, voulus, motif.texte(), voix, Optional.empty())) {
            return new Issue.Fait(compte.identifiant());
        }
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return Refus.DERNIER_ADMIN;
    }

    /** What became of it. */
    public sealed interface Issue {
        record Fait(Identifiant identifiant) implements Issue {}

        /** A draw is under way: a second voice must say yes. */
        record AConfirmer(Identifiant identifiant) implements Issue {}
    }

    /** Why nothing was done. */
    public enum Refus implements Issue {
        NOM_MANQUANT,
        ROLE_MANQUANT,
        MOTIF_MANQUANT,
        RIEN_NE_CHANGE,
        SES_PROPRES_ROLES,
        SON_PROPRE_COMPTE,
        DERNIER_ADMIN,
        CHANGE_ENTRE_TEMPS,
        DEJA_PROPOSE
    }
}
