package fr.roubaix.cln.hub.register;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import fr.roubaix.cln.hub.travaux.Travail;

@Configuration(proxyBeanMethods = false)
class RegistreConfiguration {

    @Bean
    Travail verificationDuRegistreChaqueJour(VerificationDuRegistre verification) {
        return new Travail("verification-du-registre", Duration.ofDays(1), verification::chaqueJour);
    }
}
