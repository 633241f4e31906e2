package fr.roubaix.cln.kiosk;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.StorageConfiguration;

/** The kiosk's one database: {@code borne.db} in its data folder. */
@Configuration(proxyBeanMethods = false)
@Import(StorageConfiguration.class)
class KioskStorage {

    @Bean
    Database database(@Value("${cln.kiosk.dossier}") Path folder) {
        var database = Database.sqlite(folder.resolve("borne.db"));
        database.migrate("db/migration");
        return database;
    }
}
