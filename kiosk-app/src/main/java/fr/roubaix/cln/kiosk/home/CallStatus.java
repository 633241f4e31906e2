package fr.roubaix.cln.kiosk.home;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.kiosk.sync.Clotures;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;

/** What home has to say about the call, from the last verified bulletin and the time of day. */
sealed interface CallStatus {

    /** Not enrolled, or never in contact with the hub: nothing is known yet. */
    record NotInService() implements CallStatus {}

    /** The bulletin announces no call. */
    record NoCall() implements CallStatus {}

    /** One may apply now. */
    record Open(Appel appel) implements CallStatus {}

    /** Others may still apply elsewhere; this mairie has declared that it receives nothing more. */
    record ClosedHere(Appel appel) implements CallStatus {}

    /** One may apply later. */
    record Upcoming(Appel appel) implements CallStatus {}

    /** One may no longer apply; the draw is still to come. */
    record Closed(Appel appel) implements CallStatus {}

    /** The day set for the draw is over; whether it took place as planned, the bulletin does not say. */
    record AfterDraw(Appel appel) implements CallStatus {}

    /**
     * Several calls may be published: one that receives here counts first, then one that this mairie alone has closed, then
     * the next to open, then the last that ended.
     */
    static CallStatus of(Hub hub, Clotures clotures, Instant now) {
        var bulletin = hub.bulletin();
        if (hub.borne().isEmpty() || bulletin.isEmpty()) {
            return new NotInService();
        }
        List<AppelPublie> appels = bulletin.get().appels();
        var open = appels.stream()
                .filter(a -> a.accepte(now))
                .map(AppelPublie::appel)
                .toList();
        return open.stream()
                .filter(appel -> clotures.pour(appel.id()).isEmpty())
                .findFirst()
                .<CallStatus>map(Open::new)
                .or(() -> open.stream().findFirst().map(ClosedHere::new))
                .or(() -> appels.stream()
                        .filter(a -> !a.clos())
                        .map(AppelPublie::appel)
                        .filter(a -> now.isBefore(a.ouverture()))
                        .min(Comparator.comparing(Appel::ouvreLe))
                        .map(Upcoming::new))
                .or(() -> appels.stream()
                        .map(AppelPublie::appel)
                        .max(Comparator.comparing(Appel::jusquAu))
                        .map(appel -> ended(appel, now)))
                .orElseGet(NoCall::new);
    }

    private static CallStatus ended(Appel appel, Instant now) {
        return LocalDate.ofInstant(now, Appel.ROUBAIX).isAfter(appel.tirageLe())
                ? new AfterDraw(appel)
                : new Closed(appel);
    }
}
