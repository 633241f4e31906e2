package fr.roubaix.cln.hub.sauvegarde;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import fr.roubaix.cln.hub.travaux.Travail;

@Configuration(proxyBeanMethods = false)
class SauvegardeConfiguration {

    /** Looked at often, so that a hub that was off at night makes up for it soon after its start. */
    @Bean
    Travail sauvegardeDeNuit(SauvegardesDuHub sauvegardes) {
        return new Travail("sauvegarde", Duration.ofMinutes(10), sauvegardes::chaqueNuit);
    }
}
