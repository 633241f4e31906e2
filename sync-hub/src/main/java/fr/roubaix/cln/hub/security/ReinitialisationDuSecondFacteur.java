package fr.roubaix.cln.hub.security;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the second factor of somebody who lost theirs away, with their passkeys and open sessions: they register a new
 * one at their next sign-in. The password is still theirs alone.
 */
@Service
public class ReinitialisationDuSecondFacteur {

    private final SecondsFacteurs seconds;
    private final TitulairesDeCles cles;
    private final SessionsOuvertes sessions;

    ReinitialisationDuSecondFacteur(SecondsFacteurs seconds, TitulairesDeCles cles, SessionsOuvertes sessions) {
        this.seconds = seconds;
        this.cles = cles;
        this.sessions = sessions;
    }

    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public void reinitialiser(Identifiant identifiant) {
        seconds.supprimer(identifiant);
        cles.supprimer(identifiant);
        sessions.fermerToutes(identifiant);
    }
}
