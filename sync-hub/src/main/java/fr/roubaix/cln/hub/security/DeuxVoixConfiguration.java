package fr.roubaix.cln.hub.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import fr.roubaix.cln.hub.travaux.Travail;

@Configuration(proxyBeanMethods = false)
class DeuxVoixConfiguration {

    /** What nobody answered is settled, and its parameters are emptied: a hash of a password may be among them. */
    @Bean
    Travail peremptionDesPropositions(Propositions propositions, Clock clock) {
        return new Travail(
                "actes-a-deux-voix",
                Duration.ofHours(1),
                () -> propositions.perimer(Instant.ofEpochMilli(clock.millis())));
    }
}
