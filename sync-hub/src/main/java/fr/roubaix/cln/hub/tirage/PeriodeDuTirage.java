package fr.roubaix.cln.hub.tirage;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.appel.FinDAppel;
import fr.roubaix.cln.hub.security.PeriodeProtegee;

/** From the last instant of a call, or its close if that comes first, until its members are proclaimed. */
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
    public Optional<Instant> depuis() {
        return appels.courant().filter(this::finie).filter(a -> !tire(a)).map(PeriodeDuTirage::debut);
    }

    private static Instant debut(AppelSuivi appel) {
        Instant fin = appel.appel().fin();
        return appel.cloture()
                .map(AppelSuivi.Cloture::le)
                .filter(le -> le.isBefore(fin))
                .orElse(fin);
    }

    private boolean finie(AppelSuivi appel) {
        return appel.clos() || !clock.instant().isBefore(appel.appel().fin());
    }

    private boolean tire(AppelSuivi appel) {
        return appel.clos() && fin.atteinte(appel.id());
    }
}
