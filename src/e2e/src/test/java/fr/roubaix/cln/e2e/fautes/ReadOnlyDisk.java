package fr.roubaix.cln.e2e.fautes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.e2e.Application;
import fr.roubaix.cln.e2e.fautes.Finding.NotRun;
import fr.roubaix.cln.e2e.fautes.Finding.Shown;
import fr.roubaix.cln.sync.SigningKey;

/**
 * The disk of a kiosk fails while it works: the kernel turns the file system read-only, as it does for a dying card. Then
 * the kiosk is started on a disk that is still read-only, then on a repaired one.
 */
final class ReadOnlyDisk implements Fault {

    private static final int MEBIBYTES = 48;

    @Override
    public String name() {
        return "Disque de la borne passé en lecture seule pendant le service, puis au démarrage";
    }

    @Override
    public String promise() {
        return "refus net ; au démarrage, une phrase en français et un arrêt ; après réparation, tout ce qui était durable est là et le service reprend";
    }

    @Override
    public boolean everyDay() {
        return false;
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        var refusal = PrivateDisk.refusal();
        if (refusal.isPresent()) {
            return new NotRun(refusal.get());
        }
        if (!Files.exists(Path.of("/dev/loop-control")) || !Files.isDirectory(Path.of("/sys/fs/ext4"))) {
            return new NotRun("il faut un système de fichiers ext4 monté par /dev/loop");
        }
        var random = ground.random(this);
        int rounds = ground.times(10, 1);
        int promised = 0;
        long lost = 0;
        for (int i = 0; i < rounds; i++) {
            Path image = ground.folder("image-disque").resolve("disque.img");
            try (var disk = PrivateDisk.ext4(ground.folder("monte"), image, MEBIBYTES)) {
                var story = new Story(ground, disk, image, new Random(random.nextLong()));
                story.play();
                promised += story.promised;
                lost += story.lost;
            }
        }
        return new Shown(
                "%d pannes de disque provoquées dans le noyau (ext4, passage en lecture seule), %d candidatures durables avant elles"
                        .formatted(rounds, promised),
                new Finding.Tally(lost, 0, 0, 0));
    }

    private static final class Story {
        private final Ground ground;
        private final PrivateDisk disk;
        private final Path image;
        private final Path folder;
        private final Path log;
        private final LightKiosk kiosk;
        private int promised;
        private long lost;

        Story(Ground ground, PrivateDisk disk, Path image, Random random) throws Exception {
            this.ground = ground;
            this.disk = disk;
            this.image = image;
            this.folder = disk.mount().resolve("borne");
            this.log = image.resolveSibling("console.log");
            this.kiosk = new LightKiosk(
                    folder,
                    "http://localhost:" + ground.hub().port(),
                    Secteur.OUEST,
                    ground.hub().code(Secteur.OUEST),
                    random);
        }

        void play() throws Exception {
            try (var process = start()) {
                Durable.awaitEnrolled(process);
                promised = 1 + Durable.count(process.order("deposer 40"));
                disk.fail();
                for (int i = 0; i < 3; i++) {
                    var said = process.order("deposer 1");
                    if (!said.getLast().startsWith("refus ") || !process.alive()) {
                        throw new AssertionError("a read-only disk took an application: " + said);
                    }
                }
                process.kill();
            }
            refusesToStart();
            disk.repair(image);
            try (var process = start()) {
                if (Durable.count(process.order("deposer 5")) != 5) {
                    throw new AssertionError("the service did not resume after the repair");
                }
                promised += 5;
                process.kill();
            }
            check();
        }

        private KioskProcess start() {
            return KioskProcess.start(disk.through(), KioskProcess.UNDER_ORDERS, log, kiosk.arguments())
                    .awaitReady();
        }

        private void refusesToStart() {
            try (var process = KioskProcess.start(
                    disk.through(),
                    KioskProcess.APPLICATION,
                    log,
                    "--cln.kiosk.dossier=" + folder,
                    "--cln.kiosk.mairie=ouest",
                    "--server.port=" + Application.freePort())) {
                var said = process.untilEnd();
                if (process.awaitEnd() == 0 || said.stream().noneMatch(StartRefusals::isRefusal)) {
                    throw new AssertionError("no refusal in French on a read-only disk: " + said);
                }
            }
        }

        private void check() throws Exception {
            Path copy = ground.folder("repare");
            for (String file : List.of("borne.db", "borne.db-wal", "borne.key")) {
                Files.copy(disk.outside(folder.resolve(file)), copy.resolve(file));
            }
            try (var journal = KioskJournal.openCopy(
                    copy.resolve("borne.db"),
                    SigningKey.in(copy.resolve("borne.key")).verifyingKey())) {
                lost = Math.max(0, promised - (journal.verified().size() - 1L));
                journal.sound();
            }
        }
    }
}
