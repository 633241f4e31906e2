package fr.roubaix.cln.e2e.fautes;

import java.time.Duration;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.e2e.fautes.Finding.Shown;

/** Two terminals made from one disk image, both at work. */
final class ClonedKiosk implements Fault {

    @Override
    public String name() {
        return "Deux bornes issues de la même image de disque, toutes deux en service";
    }

    @Override
    public String promise() {
        return "détecté, dit au hub ; ce que l’une et l’autre ont pris arrive une fois";
    }

    @Override
    public boolean everyDay() {
        return false;
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        var random = ground.random(this);
        int rounds = ground.times(20, 1);
        int taken = 0;
        var tally = Finding.Tally.ZERO;
        for (int round = 0; round < rounds; round++) {
            try (var one = new LightKiosk(
                    ground.folder("originale"),
                    "http://localhost:" + ground.hub().port(),
                    Secteur.CENTRE,
                    ground.hub().code(Secteur.CENTRE),
                    random)) {
                one.start().awaitEnrolled();
                one.deposit(1 + random.nextInt(10));
                if (random.nextBoolean()) {
                    one.drain(Duration.ofMinutes(1));
                }
                one.stop();
                try (var two = one.twin(ground.folder("clone"))) {
                    Copies.copy(one.folder, two.folder);
                    one.start();
                    two.start();
                    for (int i = 0; i < 5; i++) {
                        one.deposit(1 + random.nextInt(5));
                        two.deposit(1 + random.nextInt(5));
                    }
                    one.drain(Duration.ofMinutes(2));
                    two.drain(Duration.ofMinutes(2));
                    taken += one.promised().size() + two.promised().size();
                    tally = tally.plus(ground.hub().held(one.promised()))
                            .plus(ground.hub().held(two.promised()));
                }
            }
        }
        if (!ground.hub().log().contains("cloned")) {
            throw new AssertionError("two clones were at work and the hub logged nothing");
        }
        return new Shown("%d paires, %d candidatures".formatted(rounds, taken), tally);
    }
}
