package fr.roubaix.cln.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** On a real file system of 256 KiB, mounted for one process of its own where the machine allows it. */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {

    @TempDir
    Path folder;

    @Test
    void a_backup_and_a_restoration_on_a_full_disk_say_so_and_change_nothing() throws Exception {
        assumeTrue(run("unshare", "-m", "mount", "-t", "tmpfs", "none", small().toString())
                        .code()
                == 0);
        var told = run(
                "unshare",
                "-m",
                "sh",
                "-c",
                "mount -t tmpfs -o size=256k none \"$0\" && exec \"$@\"",
                small().toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                OnASmallDisk.class.getName(),
                folder.toString(),
                small().toString());
        assertThat(told.lines())
                .as(String.join("\n", told.lines()))
                .containsSubsequence(
                        "sauvegarde : Il n’y a plus assez de place dans « " + small()
                                + " ». Libérez de la place ou choisissez un autre disque, puis recommencez.",
                        "reste : []",
                        "restauration : Il n’y a plus assez de place dans « " + small()
                                + " ». Libérez de la place ou choisissez un autre disque, puis recommencez.",
                        "reste : [petite.db, petite.db.verrou]",
                        "petite base : intacte");
    }

    private Path small() throws IOException {
        return Files.createDirectories(folder.resolve("petit-disque"));
    }

    private static Told run(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Told(process.exitValue(), lines);
    }

    private record Told(int code, List<String> lines) {}
}
