package fr.roubaix.cln.e2e.fautes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.e2e.fautes.FaultyProxy.Fate;
import fr.roubaix.cln.e2e.fautes.Finding.NotRun;
import fr.roubaix.cln.e2e.fautes.Finding.Shown;

/** A kiosk without network gives its queue to a stick that is full, then read-only, then good; a hand edits the file. */
final class UsbBundles implements Fault {

    private static final int STICK_KIBIBYTES = 64;

    @Override
    public String name() {
        return "Clé USB pleine, en lecture seule ; paquet modifié à la main, tronqué, importé deux fois ; retour modifié";
    }

    @Override
    public String promise() {
        return "chaque refus est dit et ne laisse rien ; ce qui est intact est pris une fois ; seul un retour signé marque";
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
        var random = ground.random(this);
        int rounds = ground.times(5, 1);
        var hub = ground.hub();
        try (var disk = PrivateDisk.tmpfs(ground.folder("cle"), STICK_KIBIBYTES);
                var proxy = new FaultyProxy(hub.port(), _ -> Fate.PASS);
                var staff = new HubStaff(hub);
                var kiosk = new LightKiosk(
                        ground.folder("sans-reseau"), proxy.address(), Secteur.EST, hub.code(Secteur.EST), random)) {
            kiosk.startThrough(disk.through()).awaitEnrolled();
            kiosk.drain(Duration.ofMinutes(1));
            for (int round = 0; round < rounds; round++) {
                proxy.partition(true);
                kiosk.deposit(20 + random.nextInt(30));
                refused(kiosk, disk);
                carried(ground, kiosk, staff, random);
                proxy.partition(false);
                kiosk.deposit(2);
                kiosk.drain(Duration.ofMinutes(1));
            }
            return new Shown(
                    "%d voyages de clé, %d candidatures"
                            .formatted(rounds, kiosk.promised().size()),
                    kiosk.compared(hub));
        }
    }

    /** A stick that cannot take the file says why, and keeps nothing of it. */
    private static void refused(LightKiosk kiosk, PrivateDisk disk) throws IOException {
        disk.fill();
        expect(kiosk, disk.mount(), "export refuse SupportPlein");
        disk.empty();
        disk.remount("ro");
        expect(kiosk, disk.mount(), "export refuse LectureSeule");
        disk.remount("rw");
        try (var left = Files.list(disk.outside(disk.mount()))) {
            if (left.findAny().isPresent()) {
                throw new AssertionError("a refused export left something on the stick");
            }
        }
    }

    private static void expect(LightKiosk kiosk, Path stick, String answer) {
        var said = kiosk.process().order("exporter " + stick);
        if (!said.contains(answer)) {
            throw new AssertionError("instead of " + answer + ": " + said);
        }
    }

    /** Edited copies first, then the file itself, twice; then its return, edited first. */
    private static void carried(Ground ground, LightKiosk kiosk, HubStaff staff, Random random) throws IOException {
        Path stick = ground.folder("bonne-cle");
        Path bundle = Path.of(kiosk.process().order("exporter " + stick).stream()
                .filter(line -> line.startsWith("export "))
                .map(line -> line.replaceFirst("export [0-9]+ ", ""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing was exported")));
        long waiting = kiosk.queued();
        staff.importBundle(edited(bundle, random), false);
        staff.importBundle(bundle, true);
        Path back = staff.importBundle(bundle, true);
        kiosk.process().order("importer " + altered(back, random));
        if (kiosk.queued() != waiting) {
            throw new AssertionError("an altered return marked something");
        }
        var said = kiosk.process().order("importer " + back);
        if (kiosk.queued() != 0) {
            throw new AssertionError(kiosk.queued() + " of " + waiting + " still wait after the return: " + said);
        }
    }

    /** A line changed, a line gone, and the end cut off. */
    private static Path edited(Path bundle, Random random) throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(bundle));
        lines.set(2, flipped(lines.get(2), random));
        lines.remove(5);
        String last = lines.removeLast();
        lines.add(last.substring(0, last.length() / 2));
        return Files.write(bundle.resolveSibling("modifie.clnbundle"), lines);
    }

    /** Every line of a return, each with one character changed. */
    private static Path altered(Path back, Random random) throws IOException {
        List<String> lines = Files.readAllLines(back).stream()
                .map(line -> flipped(line, random))
                .toList();
        return Files.write(back.resolveSibling("modifie.clnreturn"), lines);
    }

    private static String flipped(String line, Random random) {
        int place = 20 + random.nextInt(line.length() - 20);
        char other = line.charAt(place) == 'A' ? 'B' : 'A';
        return line.substring(0, place) + other + line.substring(place + 1);
    }
}
