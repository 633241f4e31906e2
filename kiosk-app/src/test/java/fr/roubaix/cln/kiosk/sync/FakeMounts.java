package fr.roubaix.cln.kiosk.sync;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Folders that are sticks of their own, or write-protected, because a test says so. */
final class FakeMounts implements Mounts {

    final Set<Path> mounted = new HashSet<>();
    final Set<Path> writeProtected = new HashSet<>();

    @Override
    public boolean apart(Path folder, Path holder) {
        return mounted.contains(folder);
    }

    @Override
    public boolean writeProtected(Path folder) {
        return writeProtected.contains(folder);
    }
}
