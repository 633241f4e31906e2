package fr.roubaix.cln.hub.candidature;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.hub.privacy.CoffreDesPersonnes;
import fr.roubaix.cln.hub.privacy.PersonneId;
import fr.roubaix.cln.hub.travaux.Travail;

/**
 * Keys whose record was never committed, or was purged. One is destroyed once no backup is left that may hold a record
 * sealed with it: until then it is of no harm, and the same person delivered again would use it.
 */
@Configuration(proxyBeanMethods = false)
class ClesOrphelines {

    private static final Logger LOG = LoggerFactory.getLogger(ClesOrphelines.class);

    /** Clocks of machines differ, and a backup may be looked for on its last day. */
    private static final Duration MARGE = Duration.ofDays(2);

    @Bean
    Travail destructionDesClesOrphelines(
            CoffreDesPersonnes coffre,
            JdbcClient jdbc,
            @Value("${cln.hub.sauvegarde.conservation:30d}") Duration conservation,
            Clock clock) {
        return new Travail("cles-orphelines", Duration.ofDays(1), () -> {
            var avant = clock.instant().minus(conservation).minus(MARGE);
            int detruites = coffre.oublier(avant, personnes -> connues(jdbc, personnes));
            if (detruites > 0) {
                LOG.info("Clés de personnes sans candidature détruites : {}", detruites);
            }
        });
    }

    private static Collection<PersonneId> connues(JdbcClient jdbc, Collection<PersonneId> personnes) {
        var connues = new HashSet<PersonneId>();
        for (PersonneId personne : personnes) {
            jdbc.sql("SELECT code FROM candidature WHERE code = ?")
                    .param(personne.valeur())
                    .query(String.class)
                    .optional()
                    .map(PersonneId::new)
                    .ifPresent(connues::add);
        }
        return connues;
    }
}
