package fr.roubaix.cln.hub.enligne;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import fr.roubaix.cln.hub.fleet.CarnetDAdresses;
import fr.roubaix.cln.hub.shell.EcranSansCompte;
import fr.roubaix.cln.web.saisie.AdressesDuCarnet;
import fr.roubaix.cln.web.saisie.AdressesProposees;

/** The form at home among the screens of the hub. */
@Configuration(proxyBeanMethods = false)
class EnLigneConfiguration {

    /** What the address step proposes: what kiosks propose too. */
    @Bean
    AdressesProposees adressesProposees(CarnetDAdresses adresses) {
        return new AdressesDuCarnet(adresses::carnet);
    }

    @Bean
    EcranSansCompte formulaireEnLigne() {
        return new EcranSansCompte(
                FormulaireView.ADRESSE, "home", "/app/" + FormulaireView.ADRESSE + "?" + CadreChezSoi.EXPIREE);
    }
}
