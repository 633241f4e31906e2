package fr.roubaix.cln.e2e.fautes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.e2e.fautes.FaultyProxy.Fate;
import fr.roubaix.cln.e2e.fautes.Finding.Shown;
import fr.roubaix.cln.e2e.fautes.Finding.Tally;

/** The hub changes its keys while one kiosk delivers and another one, out of reach, seals for the old ones. */
final class RotatedKeys implements Fault {

    @Override
    public String name() {
        return "Clés du hub changées en plein service, une borne en ligne et une borne coupée";
    }

    @Override
    public String promise() {
        return "ce qui est scellé pour les anciennes clés s’ouvre encore ; les bornes suivent d’elles-mêmes ; rien de perdu";
    }

    @Override
    public boolean everyDay() {
        return false;
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        var random = ground.random(this);
        int rounds = ground.times(10, 1);
        try (var hub = HubProcess.start(ground.folder("hub-cles"));
                var staff = new HubStaff(hub);
                var proxy = new FaultyProxy(hub.port(), _ -> Fate.PASS);
                var online = kiosk(ground, hub, hub.url(""), Secteur.NORD, random);
                var away = kiosk(ground, hub, proxy.address(), Secteur.SUD, random)) {
            var both = new ArrayList<LightKiosk>();
            both.add(online);
            both.add(away);
            both.forEach(kiosk -> kiosk.start().awaitEnrolled());
            for (int round = 0; round < rounds; round++) {
                both.forEach(kiosk -> kiosk.deposit(5));
                both.forEach(kiosk -> kiosk.drain(Duration.ofMinutes(1)));
                proxy.partition(true);
                away.deposit(1 + random.nextInt(20));
                online.process().give("deposer 60");
                staff.changeKeys();
                online.keep(online.process().answer());
                away.deposit(1 + random.nextInt(20));
                if (random.nextBoolean()) {
                    hub.kill();
                    hub.again();
                }
                proxy.partition(false);
                both.forEach(kiosk -> kiosk.drain(Duration.ofMinutes(2)));
            }
            both.forEach(kiosk -> kiosk.deposit(5));
            both.forEach(kiosk -> kiosk.drain(Duration.ofMinutes(2)));
            long keys = sealedFor(online) + sealedFor(away);
            var tally = Tally.ZERO.plus(hub.held(online.promised())).plus(hub.held(away.promised()));
            return new Shown(
                    "%d changements de clés, %d candidatures, scellées pour %d couples borne-clé"
                            .formatted(
                                    rounds,
                                    online.promised().size() + away.promised().size(),
                                    keys),
                    tally);
        }
    }

    private static LightKiosk kiosk(Ground ground, HubProcess hub, String address, Secteur mairie, Random random)
            throws Exception {
        return new LightKiosk(
                ground.folder("borne-cles"), address, mairie, hub.code(mairie), new Random(random.nextLong()));
    }

    /** How many keys a kiosk sealed for: it must have followed every change. */
    private static long sealedFor(LightKiosk kiosk) throws Exception {
        try (var journal = KioskJournal.open(kiosk.folder)) {
            long keys = journal.sealingKeys();
            if (keys < 2) {
                throw new AssertionError("a kiosk did not follow the new keys: it sealed for " + keys);
            }
            return keys;
        }
    }
}
