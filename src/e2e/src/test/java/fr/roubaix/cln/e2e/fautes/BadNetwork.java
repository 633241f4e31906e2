package fr.roubaix.cln.e2e.fautes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.e2e.fautes.FaultyProxy.Fate;
import fr.roubaix.cln.e2e.fautes.Finding.Shown;
import fr.roubaix.cln.e2e.fautes.Finding.Tally;

/** Real kiosks on bad lines, cut off at random, with clocks that are wrong, and killed now and then. */
final class BadNetwork implements Fault {

    private static final List<Fate> FATES = List.of(Fate.values());
    private static final long DAY = Duration.ofDays(1).toMillis();

    @Override
    public String name() {
        return "Bornes réelles coupées du réseau au hasard, lignes mauvaises, horloges à ± 24 h et jusqu’en 2038 et retour";
    }

    @Override
    public String promise() {
        return "tout converge, sans trou, dans l’ordre ; rien en double";
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        int kiosks = ground.times(5, 2);
        int turns = ground.times(40, 4);
        var random = ground.random(this);
        var stories = new ArrayList<Story>();
        try {
            for (int i = 0; i < kiosks; i++) {
                stories.add(new Story(
                        ground, Secteur.parNumero(i + 1).orElseThrow(), new Random(random.nextLong()), turns));
            }
            try (var threads = Executors.newFixedThreadPool(kiosks)) {
                var work = stories.stream()
                        .<Callable<Void>>map(story -> story::play)
                        .toList();
                for (var done : threads.invokeAll(work)) {
                    done.get();
                }
            }
            var tally = Tally.ZERO;
            for (Story story : stories) {
                tally = tally.plus(story.kiosk.compared(ground.hub()));
            }
            return new Shown(
                    "%d bornes réelles, %d candidatures, %d échanges dont %d abîmés, %d coupures, %d sauts d’horloge, %d bornes tuées"
                            .formatted(
                                    kiosks,
                                    sum(stories, s -> s.kiosk.promised().size()),
                                    sum(stories, s -> s.proxy.exchanges()),
                                    sum(stories, s -> s.proxy.faults()),
                                    sum(stories, s -> s.partitions),
                                    sum(stories, s -> s.jumps),
                                    sum(stories, s -> s.kills)),
                    tally);
        } finally {
            for (Story story : stories) {
                story.kiosk.close();
                story.proxy.close();
            }
        }
    }

    private static long sum(List<Story> stories, java.util.function.ToLongFunction<Story> count) {
        return stories.stream().mapToLong(count).sum();
    }

    /** One kiosk, its line and its clock. */
    private static final class Story {
        private final LightKiosk kiosk;
        private final FaultyProxy proxy;
        private final Random random;
        private final Random weather;
        private final int turns;
        private long partitions;
        private long jumps;
        private long kills;

        Story(Ground ground, Secteur mairie, Random random, int turns) throws Exception {
            this.random = random;
            this.weather = new Random(random.nextLong());
            this.turns = turns;
            this.proxy = new FaultyProxy(ground.hub().port(), _ -> Fate.PASS);
            this.kiosk = new LightKiosk(
                    ground.folder("borne"),
                    proxy.address(),
                    mairie,
                    ground.hub().code(mairie),
                    random);
        }

        Void play() {
            kiosk.start().awaitEnrolled();
            proxy.weather(_ -> bad());
            for (int turn = 0; turn < turns; turn++) {
                turn();
            }
            proxy.partition(false);
            proxy.weather(_ -> Fate.PASS);
            kiosk.process().order("horloge 0");
            kiosk.drain(Duration.ofMinutes(3));
            return null;
        }

        private void turn() {
            boolean cut = random.nextInt(3) == 0;
            proxy.partition(cut);
            partitions += cut ? 1 : 0;
            if (random.nextInt(2) == 0) {
                kiosk.process().order("horloge " + wrong());
                jumps++;
            }
            kiosk.deposit(1 + random.nextInt(60));
            if (random.nextInt(6) == 0) {
                kiosk.kill();
                kiosk.start();
                kills++;
            }
            kiosk.process().order("maintenant");
            kiosk.deposit(random.nextInt(20));
        }

        /** Within a day of the truth either way, or in 2038, or right again. */
        private long wrong() {
            return switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> Duration.ofDays(366 * 12).toMillis();
                default -> random.nextLong(2 * DAY) - DAY;
            };
        }

        private Fate bad() {
            synchronized (weather) {
                return weather.nextBoolean() ? Fate.PASS : FATES.get(weather.nextInt(FATES.size()));
            }
        }
    }
}
