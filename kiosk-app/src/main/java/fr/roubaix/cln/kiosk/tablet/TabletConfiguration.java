package fr.roubaix.cln.kiosk.tablet;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.Pollers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the way in for tablets together, and looks after its certificate. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TabletProperties.class)
class TabletConfiguration {

    private static final Duration CERTIFICATE_LOOKED_AT_EVERY = Duration.ofMinutes(10);

    @Bean
    Pairing pairing(Tablets tablets) {
        return new Pairing(tablets, System::nanoTime);
    }

    @Bean
    TabletAccess tabletAccess(
            TabletProperties properties, @Value("${cln.kiosk.dossier}") Path folder, JdbcClient jdbc, Clock clock) {
        Supplier<MachineNames> names = () -> MachineNames.read(properties.nomsTablettes());
        return new TabletAccess(properties, new CertificateFile(folder, names, clock), names, jdbc, clock);
    }

    /** Certificate → connector: renewed in time, or when the network gave this machine another address. */
    @Bean
    IntegrationFlow certificateToConnector(TabletAccess access) {
        return IntegrationFlow.fromSupplier(
                        access::renewalDue,
                        source -> source.id("certificateClock")
                                .poller(Pollers.fixedDelay(CERTIFICATE_LOOKED_AT_EVERY)
                                        .maxMessagesPerPoll(1)))
                .handle(
                        TabletAccess.Renewal.class,
                        (_, _) -> {
                            access.renew();
                            return null;
                        },
                        endpoint -> endpoint.id("certificateRenewer"))
                .get();
    }
}
