package fr.roubaix.cln.hub.publication;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.web.FrenchDates;

/**
 * A call as everyone may read it.
 *
 * @param etape where it stands
 * @param dates what to fill the sentences of that step with, in the order: opening, end, draw, place; none without call
 */
record AppelPublic(Etape etape, @Nullable Dates dates) {

    /** Where a call stands for somebody who would apply. */
    enum Etape {
        AUCUN,
        ANNONCE,
        OUVERT,
        CLOS,
        TIRE
    }

    static AppelPublic de(Optional<AppelSuivi> suivi, Instant maintenant) {
        return suivi.map(s -> new AppelPublic(etape(s, maintenant), dates(s.appel())))
                .orElseGet(() -> new AppelPublic(Etape.AUCUN, null));
    }

    private static Etape etape(AppelSuivi suivi, Instant maintenant) {
        Appel appel = suivi.appel();
        if (suivi.accepte(maintenant)) {
            return Etape.OUVERT;
        }
        if (!suivi.clos() && maintenant.isBefore(appel.ouverture())) {
            return Etape.ANNONCE;
        }
        Instant lendemainDuTirage =
                appel.tirageLe().plusDays(1).atStartOfDay(Appel.ROUBAIX).toInstant();
        return maintenant.isBefore(lendemainDuTirage) ? Etape.CLOS : Etape.TIRE;
    }

    private static Dates dates(Appel appel) {
        return new Dates(
                FrenchDates.fullDay(appel.ouvreLe()),
                FrenchDates.end(appel),
                FrenchDates.fullDay(appel.tirageLe()),
                appel.lieuDuTirage());
    }

    /** Its days, in full. */
    record Dates(String ouverture, String fin, String tirage, String lieu) {}
}
