package fr.roubaix.cln.hub.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubApplication;
import fr.roubaix.cln.hub.ingest.Kiosks;
import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.hub.ingest.OpenDoor;
import fr.roubaix.cln.hub.ingest.Trousseau;
import fr.roubaix.cln.hub.privacy.Coffre;
import fr.roubaix.cln.storage.PostgresAddress;
import fr.roubaix.cln.sync.VerifyingKey;

/** The whole hub in this process, listening on a free port, with one call opened. */
final class HubUnderLoad implements AutoCloseable {

    /** The call that every application is for. */
    static final String APPEL = "mesure";

    private final ConfigurableApplicationContext context;

    /** The application as it is, without the pieces that tests put beside it on this class path. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackageClasses = HubApplication.class,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "fr\\.roubaix\\.cln\\.hub\\.(HubApplication|(.*\\.)?(HubScreens|HubSlice|HubUnderLoad|\\w*Test)(\\$.*)?)"))
    static class WithoutTests {
        @Bean
        Clock clock() {
            return Clock.system(Appel.ROUBAIX);
        }
    }

    private HubUnderLoad(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts on {@code hub.db} in this folder. */
    static HubUnderLoad onSqlite(Path folder) {
        return start(folder, List.of());
    }

    /** Starts on a PostgreSQL database, with the keys in this folder. */
    static HubUnderLoad onPostgresql(Path folder, PostgresAddress database) {
        return start(
                folder,
                List.of("--cln.base=postgresql://" + database.user() + ":" + database.password() + "@" + database.host()
                        + ":" + database.port() + "/" + database.database()));
    }

    private static HubUnderLoad start(Path folder, List<String> database) {
        var arguments = new ArrayList<>(database);
        arguments.add("--cln.hub.dossier=" + folder);
        arguments.add("--server.port=0");
        arguments.add("--logging.level.root=WARN");
        // All the kiosks and all the people of a measure share one address, and ask faster than any.
        for (String porte : List.of("bornes", "borne", "entrees", "visites", "pages")) {
            arguments.add("--cln.hub.limites.portes." + porte + ".rafale=10000000");
            arguments.add("--cln.hub.limites.portes." + porte + ".par-minute=10000000");
        }
        var hub = new HubUnderLoad(SpringApplication.run(WithoutTests.class, arguments.toArray(String[]::new)));
        hub.openCall();
        return hub;
    }

    private void openCall() {
        jdbc().sql("""
                        INSERT INTO appel (id, titre, ouvre_le, jusqu_au, heure, date_de_reference, tirage_le, lieu,
                                           ouvert_le, ouvert_par)
                        VALUES (?, 'Mesure', '2020-01-01', '2099-12-31', NULL, '2027-01-01', '2100-01-31', 'ici', 1, 'mesure')
                        ON CONFLICT DO NOTHING""").param(APPEL).update();
        jdbc().sql("INSERT INTO registre_de_l_appel (appel, changement, gelee) VALUES (?, 0, 0) ON CONFLICT DO NOTHING")
                .param(APPEL)
                .update();
    }

    Kiosk enrol(VerifyingKey key, String name) {
        var kiosks = context.getBean(Kiosks.class);
        return context.getBean(TransactionTemplate.class)
                .execute(_ -> kiosks.enrol(key, Secteur.NORD, name, Instant.EPOCH));
    }

    OpenDoor door() {
        return new OpenDoor(context);
    }

    Trousseau keys() {
        return context.getBean(Trousseau.class);
    }

    Coffre coffre() {
        return context.getBean(Coffre.class);
    }

    /** How a password is kept. */
    String hash(String password) {
        return String.valueOf(context.getBean(PasswordEncoder.class).encode(password));
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    long count(String table) {
        return jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    /** Leaves nothing to be written later, so that the next measure does not pay for what came before. */
    void settle() throws SQLException {
        try (var connection = context.getBean(DataSource.class).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    /** Where it listens. */
    String address() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    @Override
    public void close() {
        context.close();
    }
}
