package fr.roubaix.cln.hub.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.adresses.AddressImport;
import fr.roubaix.cln.adresses.Import;
import fr.roubaix.cln.adresses.ImportCommand;
import fr.roubaix.cln.demo.AdressesFictives;

/** Imports a made-up town, by the door of the real files; exists under the profile {@code demo} alone. */
@Component
@Profile("demo")
@Order(3)
class AdressesDeDemonstration implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(AdressesDeDemonstration.class);

    private final Path folder;
    private final Clock clock;

    AdressesDeDemonstration(@Value("${cln.hub.dossier}") Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Whoever imported something else into the demonstration keeps it. */
    @Override
    public void run(ApplicationArguments args) throws IOException {
        Path base = folder.resolve(ImportCommand.FILE);
        if (Files.exists(base)) {
            return;
        }
        var csv = Files.write(
                folder.resolve("adresses-fictives.csv"),
                AdressesFictives.extrait().toList());
        var secteurs = Files.writeString(folder.resolve("secteurs-fictifs.geojson"), AdressesFictives.secteurs());
        var importer = new AddressImport(base, clock, (_, _, _) -> {});
        tell(importer.sectors(secteurs));
        tell(importer.addresses(csv, false));
    }

    private static void tell(Import result) {
        switch (result) {
            case Import.Done(var report) ->
                LOG.info(
                        "Adresses fictives : « {} » importé, {} rues, {} adresses",
                        report.source().file(),
                        report.streets(),
                        report.addresses());
            case Import.Refused refusal -> LOG.error("Adresses fictives refusées : {}", refusal.message());
        }
    }
}
