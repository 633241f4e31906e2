package fr.roubaix.cln.hub.enligne;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import fr.roubaix.cln.hub.shell.EcranSansCompte;

/** The form at home among the screens of the hub. */
@Configuration(proxyBeanMethods = false)
class EnLigneConfiguration {

    @Bean
    EcranSansCompte formulaireEnLigne() {
        return new EcranSansCompte(
                FormulaireView.ADRESSE, "home", "/app/" + FormulaireView.ADRESSE + "?" + CadreChezSoi.EXPIREE);
    }
}
