package fr.roubaix.cln.hub.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.secteur.Secteur;

/** Leaves a one-time enrolment code for the Nord kiosk where the launcher of the demonstration reads it. */
@Component
@Profile("demo")
@Order(5)
class CodeDeDemonstration implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(CodeDeDemonstration.class);

    private final NouveauxCodes codes;
    private final Path folder;

    CodeDeDemonstration(NouveauxCodes codes, @Value("${cln.hub.dossier}") Path folder) {
        this.codes = codes;
        this.folder = folder;
    }

    @Override
    public void run(ApplicationArguments args) throws IOException {
        Files.writeString(
                folder.resolve("code-nord.txt"), codes.pour(Secteur.NORD).code());
        LOG.info("Démonstration prête.");
    }
}
