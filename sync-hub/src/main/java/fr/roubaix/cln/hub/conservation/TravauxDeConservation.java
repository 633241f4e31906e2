package fr.roubaix.cln.hub.conservation;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import fr.roubaix.cln.hub.travaux.Travail;

/** What the retention does by itself: propose each day, and end what was begun under a visa. Never more. */
@Configuration(proxyBeanMethods = false)
class TravauxDeConservation {

    @Bean
    Travail propositionsDeDestruction(PropositionsDePurge propositions) {
        return new Travail("propositions-de-destruction", Duration.ofDays(1), propositions::proposer);
    }

    @Bean
    Travail destructionsCommencees(ExecutionDesPurges executions) {
        return new Travail("destructions-commencees", Duration.ofMinutes(1), executions::reprendre);
    }
}
