package fr.roubaix.cln.hub.tirage;

import java.time.Clock;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.appel.FinDAppel;
import fr.roubaix.cln.hub.security.PeriodeProtegee;

/** From the last instant of a call, or its close if that comes first, until its members are drawn. */
@Component
class PeriodeDuTirage implements PeriodeProtegee {

    private final Appels appels;
    private final FinDAppel fin;
    private final Clock clock;

    PeriodeDuTirage(Appels appels, FinDAppel fin, Clock clock) {
        this.appels = appels;
        this.fin = fin;
        this.clock = clock;
    }

    @Override
    public boolean enCours() {
        return appels.courant().filter(this::finie).filter(a -> !tire(a)).isPresent();
    }

    private boolean finie(AppelSuivi appel) {
        return appel.clos() || !clock.instant().isBefore(appel.appel().fin());
    }

    private boolean tire(AppelSuivi appel) {
        return appel.clos() && fin.atteinte(appel.id());
    }
}
