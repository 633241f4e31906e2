package fr.roubaix.cln.e2e.fautes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A small disk that exists only for the processes put on it: a mount namespace of its own, held open by a shell, so that
 * filling or breaking it harms nobody else, and that nothing of it is left when the shell ends.
 */
final class PrivateDisk implements AutoCloseable {

    private final Process holder;
    private final Path mount;

    private PrivateDisk(Process holder, Path mount) {
        this.holder = holder;
        this.mount = mount;
    }

    /** Why this machine allows no such disk; empty when it does. */
    static Optional<String> refusal() {
        if (!Files.isDirectory(Path.of("/proc/self/ns"))) {
            return Optional.of("il faut Linux et ses espaces de montage");
        }
        try {
            run(List.of("unshare", "-m", "sh", "-c", "mount -t tmpfs -o size=1m cln-essai /mnt"));
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of("il faut être root, avec le droit de monter un disque (unshare -m)");
        }
    }

    /** A disk in memory of so many kibibytes, seen at a folder. */
    static PrivateDisk tmpfs(Path mount, int kibibytes) {
        return hold(mount, "mount -t tmpfs -o mode=700,size=" + kibibytes + "k cln-disque '" + mount + "'");
    }

    /** A real file system in a file, which turns read-only by itself when it meets an error. */
    static PrivateDisk ext4(Path mount, Path image, int mebibytes) {
        run(List.of("truncate", "-s", mebibytes + "M", image.toString()));
        run(List.of("mkfs.ext4", "-q", "-F", image.toString()));
        return hold(mount, "mount -o loop,errors=remount-ro '" + image + "' '" + mount + "'");
    }

    private static PrivateDisk hold(Path mount, String how) {
        try {
            Files.createDirectories(mount);
            var holder = new ProcessBuilder(
                            "unshare", "-m", "--propagation", "private", "sh", "-c", how + " && echo tenu && exec cat")
                    .redirectErrorStream(true)
                    .start();
            String said = holder.inputReader(StandardCharsets.UTF_8).readLine();
            if (!"tenu".equals(said)) {
                throw new AssertionError("no private disk: " + said);
            }
            return new PrivateDisk(holder, mount);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path mount() {
        return mount;
    }

    /** What puts a command on this disk. */
    List<String> through() {
        return List.of("nsenter", "-t", Long.toString(holder.pid()), "-m", "--");
    }

    /** A file of this disk, seen from outside of it. */
    Path outside(Path inside) {
        return Path.of("/proc/" + holder.pid() + "/root" + inside.toAbsolutePath());
    }

    /** Writes zeros until nothing more fits. */
    void fill() {
        var command = new ArrayList<>(through());
        command.addAll(List.of("sh", "-c", "dd if=/dev/zero of='" + mount + "/plein' bs=4k 2>/dev/null; true"));
        run(command);
    }

    void empty() {
        shell("rm '" + mount + "/plein'");
    }

    /** Changes how it is mounted, as an administrator would. */
    void remount(String option) {
        shell("mount -o remount," + option + " '" + mount + "'");
    }

    /** What a failing disk does: the kernel meets an error on it, and lets nothing more be written. */
    void fail() {
        shell("d=$(findmnt -n -o SOURCE '" + mount + "') && echo essai >/sys/fs/ext4/${d#/dev/}/trigger_fs_error");
    }

    /** Repairs a failed file system: nobody may be on it. */
    void repair(Path image) {
        shell("umount '" + mount + "'; e2fsck -p -f '" + image
                + "' >/dev/null; [ $? -le 1 ] && mount -o loop,errors=remount-ro '" + image + "' '" + mount + "'");
    }

    private void shell(String script) {
        var command = new ArrayList<>(through());
        command.addAll(List.of("sh", "-c", script));
        run(command);
    }

    private static void run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + said);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        holder.destroyForcibly();
    }
}
