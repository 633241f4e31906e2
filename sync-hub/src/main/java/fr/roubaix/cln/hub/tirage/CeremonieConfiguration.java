package fr.roubaix.cln.hub.tirage;

import java.time.Clock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import fr.roubaix.cln.hub.candidature.GelDesDecisions;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.ActeADeuxVoix;

/** The steps of the ceremony, as acts with two voices. */
@Configuration(proxyBeanMethods = false)
class CeremonieConfiguration {

    private final TiragesModifiables tirages;
    private final Greffe greffe;
    private final GelDesDecisions gel;
    private final Registre registre;
    private final GardeDesPieces garde;
    private final ApplicationEventPublisher evenements;
    private final Clock clock;

    CeremonieConfiguration(
            TiragesModifiables tirages,
            Greffe greffe,
            GelDesDecisions gel,
            Registre registre,
            GardeDesPieces garde,
            ApplicationEventPublisher evenements,
            Clock clock) {
        this.tirages = tirages;
        this.greffe = greffe;
        this.gel = gel;
        this.registre = registre;
        this.garde = garde;
        this.evenements = evenements;
        this.clock = clock;
    }

    @Bean
    ActeADeuxVoix annulationDeLArret() {
        return de(Etape.ANNULATION);
    }

    @Bean
    ActeADeuxVoix confirmationDuPlan() {
        return de(Etape.PLAN);
    }

    @Bean
    ActeADeuxVoix ouvertureDeLaSeance() {
        return de(Etape.SEANCE);
    }

    @Bean
    ActeADeuxVoix annonceDUnAutreTour() {
        return de(Etape.TOUR_DRAND);
    }

    @Bean
    ActeADeuxVoix confirmationDeLaGraine() {
        return de(Etape.GRAINE);
    }

    @Bean
    ActeADeuxVoix proclamationDuResultat() {
        return de(Etape.PROCLAMATION);
    }

    @Bean
    ActeADeuxVoix clotureDuProcesVerbal() {
        return de(Etape.CLOTURE);
    }

    private ActeADeuxVoix de(Etape etape) {
        return new EtapeADeuxVoix(etape, tirages, greffe, gel, registre, garde, evenements, clock);
    }
}
