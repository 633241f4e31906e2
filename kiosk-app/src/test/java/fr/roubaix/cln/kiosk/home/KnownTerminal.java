package fr.roubaix.cln.kiosk.home;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.sync.Bulletin;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.Bulletin.ContactDeMairie;
import fr.roubaix.cln.sync.KioskId;

/** What a terminal knows and what time it is, as the test says. */
final class KnownTerminal extends Clock implements Hub {

    private Instant now = Instant.EPOCH;
    private Optional<Borne> borne = Optional.empty();
    private Optional<Bulletin> bulletin = Optional.empty();
    private boolean connected;

    void reset() {
        borne = Optional.empty();
        bulletin = Optional.empty();
        connected = false;
    }

    void at(String instant) {
        now = Instant.parse(instant);
    }

    void enrolled(Secteur mairie) {
        borne = Optional.of(new Borne(new KioskId(3), mairie));
    }

    void publish(List<ContactDeMairie> contacts, AppelPublie... appels) {
        bulletin = Optional.of(new Bulletin(1, now, "2025", List.of(appels), contacts, "07 88 95 77 06"));
    }

    void connected(boolean value) {
        connected = value;
    }

    @Override
    public Optional<Bulletin> bulletin() {
        return bulletin;
    }

    @Override
    public Liaison liaison() {
        return new Liaison(connected, 0);
    }

    @Override
    public Optional<Borne> borne() {
        return borne;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return Appel.ROUBAIX;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
