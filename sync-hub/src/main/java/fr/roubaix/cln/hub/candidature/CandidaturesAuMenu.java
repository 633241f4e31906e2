package fr.roubaix.cln.hub.candidature;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.shell.CompteAuMenu;

/** How many applications the current call has received. */
@Component
@Interne("a count, for whoever sees that entry of the menu")
class CandidaturesAuMenu implements CompteAuMenu {

    private final Appels appels;
    private final CandidaturesModifiables candidatures;

    CandidaturesAuMenu(Appels appels, CandidaturesModifiables candidatures) {
        this.appels = appels;
        this.candidatures = candidatures;
    }

    @Override
    public String ecran() {
        return CandidaturesView.ADRESSE;
    }

    @Override
    public long combien() {
        return appels.courant().map(appel -> candidatures.nombre(appel.id())).orElse(0L);
    }
}
