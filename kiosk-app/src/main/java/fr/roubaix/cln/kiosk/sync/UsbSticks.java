package fr.roubaix.cln.kiosk.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

import fr.roubaix.cln.sync.Bundle;

/** The sticks that the system mounted under the folders of {@code cln.kiosk.supports}. */
final class UsbSticks implements CleUsb {

    private static final Logger LOG = LoggerFactory.getLogger(UsbSticks.class);

    private final KioskIdentity identity;
    private final List<Path> roots;
    private final Mounts mounts;
    private final Continuation continuation;
    private final UsbExport export;
    private final UsbImport returns;

    UsbSticks(
            KioskIdentity identity,
            List<Path> roots,
            Mounts mounts,
            Continuation continuation,
            UsbExport export,
            UsbImport returns) {
        this.identity = identity;
        this.roots = List.copyOf(roots);
        this.mounts = mounts;
        this.continuation = continuation;
        this.export = export;
        this.returns = returns;
    }

    @Override
    public List<Support> supports() {
        return roots.stream()
                .flatMap(root -> below(root).flatMap(folder -> sticks(root, folder)))
                .sorted(Comparator.comparing(Support::nom))
                .toList();
    }

    /**
     * {@code /media/STICK} on some systems, {@code /media/USER/STICK} on others. A stick is where another medium is mounted,
     * write-protected or not; failing that, a folder that can be written.
     */
    private Stream<Support> sticks(Path root, Path folder) {
        var mountedInside =
                below(folder).filter(inner -> mounts.apart(inner, folder)).toList();
        if (!mountedInside.isEmpty()) {
            return mountedInside.stream().flatMap(this::support);
        }
        if (mounts.apart(folder, root) || !mounts.writeProtected(folder)) {
            return support(folder);
        }
        return below(folder).filter(inner -> !mounts.writeProtected(inner)).flatMap(this::support);
    }

    private Stream<Support> support(Path folder) {
        try {
            return Stream.of(new Support(
                    folder,
                    String.valueOf(folder.getFileName()),
                    Files.getFileStore(folder).getUsableSpace(),
                    mounts.writeProtected(folder)));
        } catch (IOException e) {
            LOG.debug("a stick was pulled out", e);
            return Stream.empty();
        }
    }

    private static Stream<Path> below(Path root) {
        try (var folders = Files.list(root)) {
            return folders.filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)).toList().stream();
        } catch (IOException e) {
            // No such root on this system, or not for this user.
            return Stream.empty();
        }
    }

    @Override
    public Export exporter(Support support, Contenu contenu) {
        if (Files.isDirectory(support.dossier()) && mounts.writeProtected(support.dossier())) {
            return new Export.LectureSeule();
        }
        try {
            // What a chain is still to take over would be refused at its old place.
            continuation.finish();
        } catch (DataAccessException | TransactionException e) {
            LOG.error("A chain could not be continued before an export", e);
            return new Export.JournalIllisible();
        }
        return identity.lastEnrolment()
                .map(enrolled -> export.write(support.dossier(), enrolled.kiosk(), contenu))
                .orElseGet(Export.RienAEcrire::new);
    }

    @Override
    public List<Path> retours(Support support) {
        try (var files = Files.list(support.dossier())) {
            return files.filter(file -> file.getFileName().toString().endsWith(Bundle.RETURN))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(UsbSticks::modified).reversed())
                    .toList();
        } catch (IOException e) {
            LOG.debug("a stick was pulled out", e);
            return List.of();
        }
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public Import importer(Path fichier) {
        return returns.read(fichier);
    }
}
