package fr.roubaix.cln.kiosk.agent;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.function.Supplier;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.ConversionService;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hardware.profile.Profiles;
import fr.roubaix.cln.hardware.profile.TerminalProfile;
import fr.roubaix.cln.kiosk.StillHub;
import fr.roubaix.cln.kiosk.device.MaterielDEssai;
import fr.roubaix.cln.kiosk.device.Scans;
import fr.roubaix.cln.kiosk.device.ScansDEssai;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.StorageConfiguration;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.OpeningKey;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.testkit.time.HandClock;
import fr.roubaix.cln.web.Words;
import fr.roubaix.cln.web.language.Language;
import fr.roubaix.cln.web.saisie.AdressesProposees;

/** An enrolled kiosk of the mairie Nord with its real journal, a hub that says what a test makes it say, and a stick. */
@Import({StorageConfiguration.class, MaterielDEssai.class})
@ComponentScan(basePackages = "fr.roubaix.cln.kiosk.agent")
@ComponentScan(
        basePackages = "fr.roubaix.cln.kiosk.tablet",
        useDefaultFilters = false,
        includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(TabletConfiguration|Tablet(s|Visits|Desk))"))
@ComponentScan(
        basePackages = "fr.roubaix.cln.kiosk.receipt",
        useDefaultFilters = false,
        includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.KnownIssuers"))
@ComponentScan(
        basePackages = "fr.roubaix.cln.kiosk.followup",
        useDefaultFilters = false,
        includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.Verification"))
@ComponentScan(
        basePackages = "fr.roubaix.cln.kiosk.sync",
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*\\.(SyncConfiguration|JournalIndex|JdbcClotures|Jdbc(Gestes|PrintJobs)|Statuts|FicheTechnique)"))
class BorneDAgent {

    @Bean
    Profiles profiles() {
        return Profiles.shipped();
    }

    @Bean
    TerminalProfile terminal() {
        return Profiles.shipped().terminal("generique-21-pouces");
    }

    /** The words of the kiosk, and those of the fields that it shares with the hub. */
    @Bean
    Words words() {
        return new Words(Language.locales()).withStaff("vaadin-i18n.personnel");
    }

    @Bean
    @Primary
    StillHub stillHub() {
        return new StillHub();
    }

    @Bean
    HandClock clock() {
        return new HandClock(Instant.parse("2025-06-10T08:00:00Z"));
    }

    @Bean
    @Primary
    FausseCle stick() {
        return new FausseCle();
    }

    @Bean
    Supplier<EnvelopeId> ids(Clock clock) {
        var random = new Random(5);
        return () -> EnvelopeId.mint(clock, random);
    }

    @Bean
    Supplier<ReceiptCode> codes() {
        var random = new Random(6);
        return () -> new ReceiptCode(random.nextLong(1L << 45));
    }

    @Bean
    FauxPapiers papers() {
        return new FauxPapiers();
    }

    @Bean
    @Primary
    Papiers papiersDEssai(FauxPapiers papers) {
        return new Papiers(papers, Runnable::run);
    }

    @Bean
    Scans scans() {
        return ScansDEssai.available();
    }

    /** No address base: the sector is chosen. */
    @Bean
    AdressesProposees adressesProposees() {
        return AdressesProposees.AUCUNE;
    }

    @Bean
    ConversionService conversionService() {
        return ApplicationConversionService.getSharedInstance();
    }

    @Bean
    Database database(@Value("${cln.kiosk.dossier}") Path folder) {
        var database = Database.sqlite(folder.resolve("borne.db"));
        database.migrate("db/migration");
        // The key of an enrolled kiosk is a file of its folder.
        SigningKey.in(folder.resolve("borne.key"));
        JdbcClient.create(database.template())
                .sql("""
                        INSERT INTO enrolment (single, hub, kiosk, mairie, receipt_key, sealing_key, signing_key,
                        enrolled_at) VALUES (1, 'http://localhost:1', 3, 'NORD', 1, ?, ?, 0)""")
                .params(
                        OpeningKey.generate().sealingKey().raw().base64url(),
                        SigningKey.generate().verifyingKey().raw().base64url())
                .update();
        return database;
    }
}
