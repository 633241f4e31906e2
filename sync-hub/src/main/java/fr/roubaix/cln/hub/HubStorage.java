package fr.roubaix.cln.hub;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.StorageConfiguration;

/** The hub's database: {@code hub.db} in its data folder, or PostgreSQL when {@code cln.hub.postgres.url} is set. */
@Configuration(proxyBeanMethods = false)
@Import(StorageConfiguration.class)
class HubStorage {

    @Bean
    Database database(
            @Value("${cln.hub.dossier}") Path folder,
            @Value("${cln.hub.postgres.url:}") String url,
            @Value("${cln.hub.postgres.user:}") String user,
            @Value("${cln.hub.postgres.password:}") String password) {
        var database =
                url.isEmpty() ? Database.sqlite(folder.resolve("hub.db")) : Database.postgres(url, user, password);
        database.migrate("db/migration");
        return database;
    }
}
