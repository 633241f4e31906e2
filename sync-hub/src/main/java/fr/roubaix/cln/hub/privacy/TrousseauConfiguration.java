package fr.roubaix.cln.hub.privacy;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
class TrousseauConfiguration {

    @Bean
    TrousseauFile trousseauFile(
            @Value("${cln.hub.dossier}") Path dossier,
            @Value("${cln.hub.trousseau.phrase-fichier:}") String fichier,
            @Value("${cln.hub.trousseau.creer-phrase:false}") boolean creer,
            @Value("${cln.hub.trousseau.memoire:64MB}") DataSize memoire,
            JdbcClient jdbc) {
        return new OuvertureDuTrousseau(dossier, jdbc, Math.toIntExact(memoire.toKilobytes()))
                .ouvrir(fichier, System.getenv(), creer);
    }

    @Bean
    Coffre coffre(TrousseauFile trousseau) {
        return new Scellement(trousseau.contenu().maitresse().toArray());
    }
}
