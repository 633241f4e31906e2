package fr.roubaix.cln.hub.security;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Auteur;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;

/**
 * Takes the second factor of somebody who lost theirs away, with their passkeys and open sessions: they register a new
 * one at their next sign-in. The password is still theirs alone. While a draw is under way, the account of somebody who
 * takes part in it asks for a second voice.
 */
@Service
public class ReinitialisationDuSecondFacteur {

    private final Comptes comptes;
    private final SecondsFacteurs seconds;
    private final TitulairesDeCles cles;
    private final SessionsOuvertes sessions;
    private final ComptesProteges proteges;
    private final DeuxVoix deuxVoix;
    private final Registre registre;

    ReinitialisationDuSecondFacteur(
            Comptes comptes,
            SecondsFacteurs seconds,
            TitulairesDeCles cles,
            SessionsOuvertes sessions,
            ComptesProteges proteges,
            DeuxVoix deuxVoix,
            Registre registre) {
        this.comptes = comptes;
        this.seconds = seconds;
        this.cles = cles;
        this.sessions = sessions;
        this.proteges = proteges;
        this.deuxVoix = deuxVoix;
        this.registre = registre;
    }

    /** Takes it away, or proposes to, in the name of the administrator signed in. */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public Issue reinitialiser(Identifiant identifiant) {
        var roles = comptes.trouver(identifiant).orElseThrow().roles();
        if (!proteges.demandentDeuxVoix(roles, roles)) {
            effacer(identifiant, Auteur.connecte());
            return Issue.FAITE;
        }
        var parametres = ReinitialisationADeuxVoix.parametres(identifiant);
        return deuxVoix.proposer(ReinitialisationADeuxVoix.GENRE, parametres, "") instanceof DeuxVoix.Issue.Proposee
                ? Issue.A_CONFIRMER
                : Issue.DEJA_PROPOSEE;
    }

    /** In the caller's transaction. */
    @Interne("the second voice, or the administrator above")
    void effacer(Identifiant identifiant, Auteur auteur) {
        seconds.supprimer(identifiant);
        cles.supprimer(identifiant);
        sessions.fermerToutes(identifiant);
        registre.inscrire(auteur, Acte.SECOND_FACTEUR_REMIS_A_ZERO.sur("compte " + identifiant));
    }

    /** What became of it. */
    public enum Issue {
        FAITE,
        /** It waits for a second voice. */
        A_CONFIRMER,
        /** It waited already. */
        DEJA_PROPOSEE
    }
}
