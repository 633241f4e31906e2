package fr.roubaix.cln.hub.privacy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import fr.roubaix.cln.hub.travaux.Travail;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.PostgresAddress;

/** The keys of people: {@code cles.db} beside the hub's database, or a schema of their own on PostgreSQL. */
@Configuration(proxyBeanMethods = false)
class ClesConfiguration {

    static final String SCHEMA = "cles";
    static final String FICHIER = SCHEMA + ".db";

    @Bean(destroyMethod = "close")
    ClesDesPersonnes clesDesPersonnes(
            @Value("${cln.hub.dossier}") Path dossier, @Value("${cln.base:}") String base, Clock clock) {
        return new ClesDesPersonnes(
                base.isBlank()
                        ? Database.sqlite(dossier.resolve(FICHIER))
                        : Database.postgres(PostgresAddress.parse(base), SCHEMA),
                clock);
    }

    /** A reader may stand in the way at the time of an erasure, not for ever. */
    @Bean
    Travail tracesDesCles(ClesDesPersonnes cles) {
        return new Travail("traces-des-cles", Duration.ofMinutes(1), cles::enleverLesTraces);
    }

    @Bean
    CoffreDesPersonnes coffreDesPersonnes(ClesDesPersonnes cles, Coffre coffre, Clock clock) {
        return new CoffreParPersonne(cles, coffre, clock);
    }

    @Bean
    CopieDesCles copieDesCles(
            ClesDesPersonnes cles, TrousseauFile trousseau, @Value("${cln.hub.dossier}") Path dossier) {
        return new CopieDesCles(cles, trousseau, dossier.resolve("sauvegardes"));
    }
}
