package fr.roubaix.cln.kiosk;

import java.nio.file.Path;
import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import fr.roubaix.cln.kiosk.sync.KioskDatabase;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.StorageConfiguration;

/** The kiosk's one database: {@code borne.db} in its data folder. */
@Configuration(proxyBeanMethods = false)
@Import(StorageConfiguration.class)
class KioskStorage {

    @Bean
    Database database(
            @Value("${cln.kiosk.dossier}") Path folder,
            @Value("${cln.kiosk.restaurer:#{null}}") @Nullable Path copy,
            Clock clock) {
        return KioskDatabase.open(folder, copy, clock.instant());
    }
}
