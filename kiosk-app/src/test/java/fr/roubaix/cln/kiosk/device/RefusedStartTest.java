package fr.roubaix.cln.kiosk.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fr.roubaix.cln.kiosk.KioskApplication;

/** The whole kiosk, as a process: what the person who started it reads, and what is left of it. */
class RefusedStartTest {

    @TempDir
    Path machine;

    @Test
    void a_bad_profile_is_named_and_nothing_of_the_kiosk_is_begun() throws IOException, InterruptedException {
        Path materiel = machine.resolve("materiel");
        Path journal = Files.createDirectories(machine.resolve("borne"));
        Files.createDirectories(materiel.resolve("sites"));
        Files.writeString(materiel.resolve("sites/nord.yaml"), """
                mairie: NORD
                contact: 07 87 25 07 09
                terminal: elo-2202
                """);

        Path said = machine.resolve("dit.txt");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KioskApplication.class.getName(),
                        "--cln.kiosk.mairie=nord",
                        "--cln.kiosk.dossier=" + journal,
                        "--cln.kiosk.materiel=" + materiel,
                        "--server.port=0")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(said, StandardCharsets.UTF_8))
                    .contains("Le dossier de matériel « " + materiel + " » est refusé. sites/nord.yaml, ligne 3 : aucun"
                            + " appareil « elo-2202 ». Vouliez-vous dire « elo-2202l » ?")
                    .doesNotContain("\tat ");
            assertThat(process.exitValue()).isNotZero();
            assertThat(journal).isEmptyDirectory();
        } finally {
            process.destroyForcibly();
        }
    }
}
