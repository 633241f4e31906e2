package fr.roubaix.cln.e2e.fautes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.e2e.Application;
import fr.roubaix.cln.e2e.fautes.Finding.NotRun;
import fr.roubaix.cln.e2e.fautes.Finding.Shown;
import fr.roubaix.cln.sync.SigningKey;

/** The disk of a kiosk fills up while it works, again and again; then it starts on a full one. */
final class FullDisk implements Fault {

    private static final int KIBIBYTES = 12 * 1024;

    @Override
    public String name() {
        return "Disque de la borne plein";
    }

    @Override
    public String promise() {
        return "refus net et rien d’écrit à moitié ; le service reprend dès qu’il y a de la place ; au démarrage, une phrase en français et un arrêt";
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        var refusal = PrivateDisk.refusal();
        if (refusal.isPresent()) {
            return new NotRun(refusal.get());
        }
        var random = ground.random(this);
        int rounds = ground.times(50, 2);
        Path mount = ground.folder("plein");
        Path log = ground.folder("plein-journal").resolve("console.log");
        try (var disk = PrivateDisk.tmpfs(mount, KIBIBYTES)) {
            long refused = played(ground, disk, mount, log, random, rounds);
            var tally = checked(ground, disk, mount);
            startsNot(disk, mount, log);
            return new Shown(
                    "%d remplissages pendant le service, %d refus, puis un démarrage disque plein"
                            .formatted(rounds, refused),
                    tally);
        }
    }

    private int promised;

    private long played(Ground ground, PrivateDisk disk, Path mount, Path log, Random random, int rounds)
            throws Exception {
        long refused = 0;
        var kiosk = new LightKiosk(
                mount.resolve("borne"),
                "http://localhost:" + ground.hub().port(),
                Secteur.EST,
                ground.hub().code(Secteur.EST),
                random);
        try (var process = KioskProcess.start(disk.through(), KioskProcess.UNDER_ORDERS, log, kiosk.arguments())) {
            process.awaitReady();
            Durable.awaitEnrolled(process);
            for (int i = 0; i < rounds; i++) {
                disk.fill();
                var said = process.order("deposer 500");
                promised += Durable.count(said);
                if (!said.getLast().startsWith("refus ")) {
                    throw new AssertionError("500 applications fit on a full disk");
                }
                refused++;
                disk.empty();
                var after = process.order("deposer 3");
                if (Durable.count(after) != 3) {
                    throw new AssertionError("the service did not resume: " + after);
                }
                promised += 3;
            }
            process.kill();
        }
        return refused;
    }

    /** Every promise is there: one more was made while waiting for enrolment. */
    private Finding.Tally checked(Ground ground, PrivateDisk disk, Path mount) throws Exception {
        Path copy = ground.folder("plein-copie");
        for (String file : List.of("borne.db", "borne.db-wal", "borne.key")) {
            Files.copy(
                    disk.outside(mount.resolve("borne").resolve(file)),
                    copy.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        try (var journal = KioskJournal.openCopy(
                copy.resolve("borne.db"),
                SigningKey.in(copy.resolve("borne.key")).verifyingKey())) {
            long stored = journal.verified().size() - 1L;
            journal.sound();
            return new Finding.Tally(Math.max(0, promised + 1 - stored), 0, 0, 0);
        }
    }

    /** On a full disk the application says so in French, and stops instead of beginning again for ever. */
    private static void startsNot(PrivateDisk disk, Path mount, Path log) {
        disk.fill();
        Path empty = mount.resolve("neuve");
        try (var process = KioskProcess.start(
                disk.through(),
                KioskProcess.APPLICATION,
                log,
                "--cln.kiosk.dossier=" + empty,
                "--cln.kiosk.mairie=est",
                "--server.port=" + Application.freePort())) {
            var said = process.untilEnd();
            if (process.awaitEnd() == 0 || said.stream().noneMatch(StartRefusals::isRefusal)) {
                throw new AssertionError("no refusal in French on a full disk: " + said);
            }
        }
    }
}
