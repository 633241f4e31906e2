package fr.roubaix.cln.e2e.fautes;

import java.nio.file.Path;
import java.time.Duration;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.e2e.fautes.Finding.Shown;

/** The disk of a kiosk dies, and an older image of it takes its place: its numbers go back. */
final class RestoredKiosk implements Fault {

    @Override
    public String name() {
        return "Borne remise en place depuis une image plus ancienne de son disque (ses numéros reculent)";
    }

    @Override
    public String promise() {
        return "détecté, dit au hub ; la borne ouvre une nouvelle chaîne ; rien de perdu de ce qui était accusé, rien en double";
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        var random = ground.random(this);
        int rounds = ground.times(30, 2);
        try (var kiosk = new LightKiosk(
                ground.folder("restauree"),
                "http://localhost:" + ground.hub().port(),
                Secteur.OUEST,
                ground.hub().code(Secteur.OUEST),
                random)) {
            kiosk.start().awaitEnrolled();
            kiosk.deposit(5);
            for (int round = 0; round < rounds; round++) {
                // Sometimes with a queue in the image, that was sent since: it is sent again, and taken once.
                if (random.nextBoolean()) {
                    kiosk.drain(Duration.ofMinutes(1));
                }
                kiosk.stop();
                Path image = ground.folder("image-borne");
                Copies.copy(kiosk.folder, image);
                kiosk.start();
                kiosk.deposit(1 + random.nextInt(10));
                kiosk.drain(Duration.ofMinutes(1));
                kiosk.kill();
                Copies.putBack(image, kiosk.folder);
                kiosk.start();
                kiosk.deposit(1 + random.nextInt(10));
                kiosk.drain(Duration.ofMinutes(2));
            }
            long chains = kiosk.number("SELECT count(*) FROM chain");
            if (chains < 2) {
                throw new AssertionError("the kiosk went on in a chain that the hub holds otherwise");
            }
            return new Shown(
                    "%d retours en arrière, %d candidatures, %d chaînes ouvertes"
                            .formatted(rounds, kiosk.promised().size(), chains),
                    ground.hub().held(kiosk.promised()));
        }
    }
}
