package fr.roubaix.cln.kiosk.device;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hardware.printer.VirtualPrinter;
import fr.roubaix.cln.hardware.profile.Profiles;
import fr.roubaix.cln.hardware.scanner.VirtualScanner;
import fr.roubaix.cln.kiosk.receipt.Specimens;
import fr.roubaix.cln.kiosk.sync.Journal;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.web.Measures;

/** Devices that one plays with, watched as those of a terminal are. */
public class MaterielDEssai {

    /** Free bytes on the disk. */
    public final AtomicLong disk = new AtomicLong(20_000_000_000L);

    public final VirtualPrinter printer =
            new VirtualPrinter(Profiles.shipped().printer("generique-80mm").widthInDots());

    public final VirtualScanner scanner = new VirtualScanner();

    @Bean
    DeviceWatch deviceWatch(Journal journal, JdbcClient jdbc, Supplier<EnvelopeId> ids, Clock clock) {
        return new DeviceWatch(() -> Optional.of(printer.status()), scanner, disk::get, journal, jdbc, ids, clock);
    }

    @Bean
    MeasuredScreens measuredScreens(JdbcClient jdbc, Clock clock) {
        return new MeasuredScreens(Measures.usual(), jdbc, clock);
    }

    @Bean
    TestPage testPage(Clock clock) {
        var model = Profiles.shipped().printer("generique-80mm");
        var specimens = new Specimens(printer, model, Profiles.shipped().site(Secteur.NORD));
        return new TestPage(printer, model, specimens, clock);
    }
}
