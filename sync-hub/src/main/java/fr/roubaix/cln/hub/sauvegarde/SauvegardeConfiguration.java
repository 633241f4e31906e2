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

    /** Soon after an erasure: the copy of the keys is the one place where a destroyed key is left. */
    @Bean
    Travail copieDesClesAJour(SauvegardesDuHub sauvegardes) {
        return new Travail("copie-des-cles", Duration.ofMinutes(1), sauvegardes::rafraichirLesCles);
    }
}
