package fr.roubaix.cln.hub.fleet;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import fr.roubaix.cln.hub.travaux.Travail;

/** What the fleet does by itself. */
@Configuration(proxyBeanMethods = false)
class TravauxDeLaFlotte {

    @Bean
    Travail adressesImporteesAuRegistre(AdressesAuRegistre adresses) {
        return new Travail("adresses-au-registre", Duration.ofMinutes(1), adresses::inscrire);
    }
}
