package fr.roubaix.cln.e2e.fautes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.e2e.Waiting;
import fr.roubaix.cln.e2e.fautes.Finding.Shown;
import fr.roubaix.cln.e2e.fautes.Finding.Tally;

/**
 * The disk of the hub dies, and a backup of some time ago takes its place, by the command made for it: in turn the last
 * one, and one that a later backup covers, as kiosks were told; they still keep what they sealed since.
 */
final class RestoredHub implements Fault {

    @Override
    public String name() {
        return "Hub restauré depuis une sauvegarde vérifiée plus ancienne";
    }

    @Override
    public String promise() {
        return "les bornes renvoient d’elles-mêmes tout ce que la sauvegarde n’avait pas ; rien de perdu, rien en double";
    }

    @Override
    public boolean everyDay() {
        return false;
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        var random = ground.random(this);
        int rounds = ground.times(8, 2);
        int many = ground.times(150, 25);
        var kiosks = new ArrayList<LightKiosk>();
        try (var hub = HubProcess.start(ground.folder("hub-restaure"));
                var staff = new HubStaff(hub)) {
            for (int i = 1; i <= ground.times(3, 1); i++) {
                var mairie = Secteur.parNumero(i).orElseThrow();
                kiosks.add(new LightKiosk(
                                ground.folder("borne"),
                                hub.url(""),
                                mairie,
                                hub.code(mairie),
                                new Random(random.nextLong()))
                        .start()
                        .awaitEnrolled());
            }
            for (int round = 0; round < rounds; round++) {
                restoration(hub, staff, kiosks, 1 + random.nextInt(many), round % 2 == 1);
            }
            var tally = Tally.ZERO;
            for (var kiosk : kiosks) {
                tally = tally.plus(hub.held(kiosk.promised()));
            }
            return new Shown(
                    "%d restaurations, dont %d d’une sauvegarde plus ancienne que la dernière, %d bornes réelles, %d candidatures"
                            .formatted(
                                    rounds,
                                    rounds / 2,
                                    kiosks.size(),
                                    kiosks.stream()
                                            .mapToInt(kiosk -> kiosk.promised().size())
                                            .sum()),
                    tally);
        } finally {
            kiosks.forEach(LightKiosk::close);
        }
    }

    private static void restoration(
            HubProcess hub, HubStaff staff, List<LightKiosk> kiosks, int many, boolean beforeTheLast) {
        deliver(kiosks, many);
        Path backup = staff.backUp().getFirst();
        deliver(kiosks, many);
        if (beforeTheLast) {
            var held = kiosks.stream().map(RestoredHub::delivered).toList();
            staff.backUp();
            deliver(kiosks, 1);
            for (int i = 0; i < kiosks.size(); i++) {
                awaitCovered(kiosks.get(i), held.get(i));
            }
        }
        hub.kill();
        kiosks.forEach(kiosk -> kiosk.deposit(3));
        hub.restore(backup);
        hub.again();
        deliver(kiosks, 2);
    }

    private static long delivered(LightKiosk kiosk) {
        return kiosk.number("SELECT max(acked_seq) FROM chain");
    }

    /** Waits until a kiosk was told that a backup holds what it had delivered: more than the one that will be put back. */
    private static void awaitCovered(LightKiosk kiosk, long seq) {
        Waiting.until(
                Duration.ofMinutes(1),
                () -> "a kiosk was never told that a backup covers " + seq,
                () -> kiosk.number("SELECT max(saved_seq) FROM chain") >= seq);
    }

    private static void deliver(List<LightKiosk> kiosks, int many) {
        kiosks.forEach(kiosk -> kiosk.deposit(many));
        kiosks.forEach(kiosk -> kiosk.drain(Duration.ofMinutes(3)));
    }
}
