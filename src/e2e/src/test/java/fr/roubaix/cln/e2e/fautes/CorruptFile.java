package fr.roubaix.cln.e2e.fautes;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.e2e.Application;
import fr.roubaix.cln.e2e.fautes.Finding.Shown;
import fr.roubaix.cln.e2e.fautes.Finding.Tally;

/** Bytes of a kiosk's database went bad while it was switched off. */
final class CorruptFile implements Fault {

    private static final int PAGE = 4096;

    @Override
    public String name() {
        return "Base de la borne abîmée pendant l’arrêt : page effacée, brouillée, fichier coupé, fichier remplacé";
    }

    @Override
    public String promise() {
        return "démarrage refusé par une phrase en français, sans rien écrire ; la base remise en place, le service reprend";
    }

    @Override
    public boolean everyDay() {
        return false;
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        var random = ground.random(this);
        int rounds = ground.times(40, 4);
        var kiosk = new LightKiosk(
                ground.folder("abimee"),
                "http://localhost:" + ground.hub().port(),
                Secteur.CENTRE,
                ground.hub().code(Secteur.CENTRE),
                random);
        kiosk.start().awaitEnrolled();
        kiosk.deposit(200);
        kiosk.process().give("fin");
        kiosk.process().awaitEnd();
        Path file = kiosk.folder.resolve("borne.db");
        byte[] sound = Files.readAllBytes(file);
        for (int round = 0; round < rounds; round++) {
            damage(file, round % 4, random);
            byte[] damaged = Files.readAllBytes(file);
            refusesToStart(kiosk.folder, round);
            if (!Arrays.equals(damaged, Files.readAllBytes(file))) {
                throw new AssertionError("a refused database was written to");
            }
            Files.write(file, sound);
        }
        try (kiosk) {
            kiosk.start();
            kiosk.deposit(5);
            kiosk.drain(Duration.ofMinutes(1));
            return new Shown(
                    "%d bases abîmées".formatted(rounds),
                    kiosk.compared(ground.hub()).plus(Tally.ZERO));
        }
    }

    private static void damage(Path file, int how, Random random) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            // A page of the tables, not the free space at the end.
            long page = PAGE * (1L + random.nextInt((int) (bytes.length() / PAGE / 2)));
            switch (how) {
                case 0 -> {
                    bytes.seek(page);
                    bytes.write(new byte[PAGE]);
                }
                case 1 -> {
                    byte[] noise = new byte[PAGE];
                    random.nextBytes(noise);
                    bytes.seek(page);
                    bytes.write(noise);
                }
                case 2 -> bytes.setLength(bytes.length() / 2 / PAGE * PAGE);
                default -> {
                    bytes.setLength(0);
                    bytes.write("Ceci n’est pas une base.".repeat(400).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static void refusesToStart(Path folder, int round) {
        try (var process = KioskProcess.start(
                List.of(),
                KioskProcess.APPLICATION,
                folder.resolve("refus.log"),
                "--cln.kiosk.dossier=" + folder,
                "--cln.kiosk.mairie=centre",
                "--server.port=" + Application.freePort())) {
            var said = process.untilEndOr("Started KioskApplication");
            if (said.getLast().contains("Started KioskApplication")
                    || process.awaitEnd() == 0
                    || said.stream().noneMatch(StartRefusals::isRefusal)) {
                throw new AssertionError("round " + round + ": no refusal in French of a damaged database: " + said);
            }
        }
    }
}
