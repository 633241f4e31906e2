package fr.roubaix.cln.hub.limites;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doorman of this hub, with the limits of its configuration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Limites.class)
class LimitesConfiguration {

    @Bean
    Portier portier(Limites limites) {
        return new Portier(limites);
    }
}
