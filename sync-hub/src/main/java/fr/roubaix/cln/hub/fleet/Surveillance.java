package fr.roubaix.cln.hub.fleet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.ingest.Anomalies;
import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.hub.ingest.Kiosks.Report;
import fr.roubaix.cln.sync.KioskId;

/** Finds what somebody should look at on each kiosk, each time it is asked: nothing is kept, nothing is missed. */
@Component
class Surveillance {

    static final Duration HORLOGE = Duration.ofMinutes(2);
    static final long DISQUE = 1_000_000_000L;
    /** A falsification stops being news after a week; its count stays on the screen of the kiosk. */
    static final Duration NOUVELLE = Duration.ofDays(7);

    private final Appels appels;
    private final Anomalies anomalies;
    private final Declarations declarations;
    private final Duration silence;
    private final Clock clock;

    Surveillance(
            Appels appels,
            Anomalies anomalies,
            Declarations declarations,
            @Value("${cln.hub.silence:1h}") String silence,
            Clock clock) {
        this.appels = appels;
        this.anomalies = anomalies;
        this.declarations = declarations;
        this.silence = DurationStyle.detectAndParse(silence);
        this.clock = clock;
    }

    /** What is known now, to be asked kiosk by kiosk. */
    Releve relever() {
        Instant maintenant = clock.instant();
        return new Releve(
                maintenant,
                silence,
                appels.courant()
                        .filter(appel -> !appel.clos())
                        .map(AppelSuivi::appel)
                        .map(appel -> appel.ouverture())
                        .filter(ouverture -> !maintenant.isBefore(ouverture)),
                anomalies.parBorne().stream()
                        .collect(Collectors.toMap(Anomalies.DeLaBorne::borne, Function.identity())),
                anomalies.attenteDepuis(),
                declarations.pannes());
    }

    /**
     * What is known at an instant.
     *
     * @param ouverture when the call opened that is open now
     */
    record Releve(
            Instant maintenant,
            Duration silence,
            Optional<Instant> ouverture,
            Map<KioskId, Anomalies.DeLaBorne> anomalies,
            Map<KioskId, Instant> attenteDepuis,
            Map<KioskId, List<Declarations.Panne>> pannes) {

        /** What to look at on this kiosk, the worst first; nothing once it is revoked. */
        List<Alerte> alertes(Kiosk borne) {
            var alertes = new ArrayList<Alerte>();
            if (borne.revoked()) {
                return alertes;
            }
            var anomalie = Optional.ofNullable(anomalies.get(borne.id()));
            anomalie.flatMap(Anomalies.DeLaBorne::derniereFalsification)
                    .filter(derniere -> derniere.plus(NOUVELLE).isAfter(maintenant))
                    .ifPresent(
                            derniere -> alertes.add(new Alerte.Falsifications(falsifications(borne.id()), derniere)));
            anomalie.map(Anomalies.DeLaBorne::conflits)
                    .filter(conflits -> conflits > 0)
                    .ifPresent(conflits -> alertes.add(new Alerte.Conflits(conflits)));
            silencieuseDepuis(borne).ifPresent(depuis -> alertes.add(new Alerte.Silencieuse(depuis)));
            borne.report().ifPresent(dit -> ajouter(alertes, borne.id(), dit));
            pannes.getOrDefault(borne.id(), List.of())
                    .forEach(panne -> alertes.add(new Alerte.Appareil(panne.dit(), panne.depuis())));
            return alertes;
        }

        /** Deliveries that its key did not sign, since it was enrolled. */
        long falsifications(KioskId borne) {
            return Optional.ofNullable(anomalies.get(borne))
                    .map(Anomalies.DeLaBorne::falsifications)
                    .orElse(0L);
        }

        /** Nobody waits for a kiosk before the call opens, nor before it is enrolled. */
        private Optional<Instant> silencieuseDepuis(Kiosk borne) {
            Instant entendue = borne.report().map(Report::at).orElse(borne.enrolledAt());
            return ouverture
                    .map(debut -> entendue.isAfter(debut) ? entendue : debut)
                    .filter(depuis -> depuis.plus(silence).isBefore(maintenant))
                    .map(_ -> entendue);
        }

        private void ajouter(List<Alerte> alertes, KioskId borne, Report dit) {
            if (dit.clockAhead().abs().compareTo(HORLOGE) > 0) {
                alertes.add(new Alerte.HorlogeDecalee(dit.clockAhead()));
            }
            if (dit.diskFree() < DISQUE) {
                alertes.add(new Alerte.DisquePlein(dit.diskFree()));
            }
            Optional.ofNullable(attenteDepuis.get(borne))
                    .filter(depuis -> depuis.plus(silence).isBefore(maintenant))
                    .ifPresent(depuis -> alertes.add(new Alerte.FileAncienne(depuis)));
        }
    }
}
