package fr.roubaix.cln.hub;

import java.nio.file.Path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.PostgresAddress;
import fr.roubaix.cln.storage.StorageConfiguration;

/**
 * The hub's database: {@code hub.db} in its data folder, or the PostgreSQL database that {@code cln.base} names. That
 * setting is best given by the environment, as {@code CLN_BASE}: a command line can be read by every user of a machine.
 */
@Configuration(proxyBeanMethods = false)
@Import(StorageConfiguration.class)
class HubStorage {

    private static final Logger LOG = LoggerFactory.getLogger(HubStorage.class);

    @Bean
    Database database(@Value("${cln.hub.dossier}") Path folder, @Value("${cln.base:}") String base) {
        var database = base.isBlank() ? Database.sqlite(folder.resolve("hub.db")) : postgres(base);
        try {
            database.migrate("db/migration");
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Database postgres(String base) {
        var address = PostgresAddress.parse(base);
        LOG.info("Base de données : {}", address);
        return Database.postgres(address);
    }
}
