package fr.roubaix.cln.hub.privacy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

import fr.roubaix.cln.hub.travaux.Travail;

@Configuration(proxyBeanMethods = false)
class TrousseauConfiguration {

    @Bean
    TrousseauFile trousseauFile(
            @Value("${cln.hub.dossier}") Path dossier,
            @Value("${cln.hub.trousseau.phrase-fichier:}") String fichier,
            @Value("${cln.hub.trousseau.creer-phrase:false}") boolean creer,
            @Value("${cln.hub.trousseau.memoire:64MB}") DataSize memoire,
            JdbcClient jdbc,
            Clock clock) {
        return new OuvertureDuTrousseau(dossier, jdbc, Math.toIntExact(memoire.toKilobytes()), clock)
                .ouvrir(fichier, System.getenv(), creer);
    }

    @Bean
    CoffreDesMaitresses coffre(TrousseauFile trousseau, JdbcClient jdbc) {
        return new CoffreDesMaitresses(trousseau.contenu(), new MaitressesDUneAutreInstance(trousseau, jdbc));
    }

    /** Often enough that what another instance, or a copy put back, sealed with a key before does not stay so. */
    @Bean
    Travail rescellement(RotationDeLaMaitresse rotation) {
        return new Travail("rescellement", Duration.ofHours(6), rotation::chaqueJour);
    }
}
