package fr.roubaix.cln.kiosk.candidature;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import fr.roubaix.cln.kiosk.sync.Adresses;
import fr.roubaix.cln.web.saisie.AdressesDuCarnet;
import fr.roubaix.cln.web.saisie.AdressesProposees;

/** What the address step proposes: the base that the hub gave this kiosk. */
@Configuration(proxyBeanMethods = false)
class AdressesConfiguration {

    @Bean
    AdressesProposees adressesProposees(Adresses adresses) {
        return new AdressesDuCarnet(adresses::carnet);
    }
}
