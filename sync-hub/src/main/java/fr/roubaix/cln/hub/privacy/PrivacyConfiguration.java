package fr.roubaix.cln.hub.privacy;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class PrivacyConfiguration {

    @Bean
    Coffre coffre(@Value("${cln.hub.dossier}") Path dossier, JdbcClient jdbc) {
        return new AesGcmCoffre(new CleDuCoffre(fichier(dossier), jdbc).lireOuCreer());
    }

    /** Where the key of people's data lies. */
    static Path fichier(Path dossier) {
        return dossier.resolve("trousseau-candidatures");
    }
}
