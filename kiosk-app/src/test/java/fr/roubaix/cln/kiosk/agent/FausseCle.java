package fr.roubaix.cln.kiosk.agent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import fr.roubaix.cln.kiosk.sync.CleUsb;

/** A stick that does what a test says, as late as the test wants. */
final class FausseCle implements CleUsb {

    static final Support CLE = new Support(Path.of("/media/cle"), "CLE-NORD", 14_200_000_000L, false);

    volatile List<Support> branchees = List.of();
    volatile List<Path> fichiers = List.of();
    Export export = new Export.RienAEcrire();
    Import lecture = new Import.Lu(0, false, 0, false, Map.of());
    volatile CountDownLatch fini = new CountDownLatch(0);
    volatile CountDownLatch repond = new CountDownLatch(0);
    final List<Contenu> exportes = new ArrayList<>();
    final List<Path> lus = new ArrayList<>();

    @Override
    public List<Support> supports() {
        attendre(repond);
        return branchees;
    }

    @Override
    public Export exporter(Support support, Contenu contenu) {
        attendre(fini);
        exportes.add(contenu);
        return export;
    }

    @Override
    public List<Path> retours(Support support) {
        return fichiers;
    }

    @Override
    public Import importer(Path fichier) {
        attendre(fini);
        lus.add(fichier);
        return lecture;
    }

    private static void attendre(CountDownLatch signal) {
        try {
            signal.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
