package fr.roubaix.cln.kiosk.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import fr.roubaix.cln.sync.SigningKey;

/** Puts the journal and the exchange with the hub together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KioskProperties.class)
class SyncConfiguration {

    private final SecureRandom random = new SecureRandom();

    /** The kiosk's own key, also what signs receipts; created at the first start. */
    @Bean
    SigningKey signer(KioskProperties properties) {
        try {
            Files.createDirectories(properties.dossier());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the data folder", e);
        }
        return SigningKey.in(properties.dossier().resolve("borne.key"));
    }

    @Bean
    KioskIdentity kioskIdentity(SigningKey key, JdbcClient jdbc) {
        return new KioskIdentity(key, jdbc);
    }

    @Bean
    JdbcJournal journal(JdbcClient jdbc, PlatformTransactionManager transactions, KioskIdentity identity, Clock clock) {
        return new JdbcJournal(jdbc, transactions, identity, clock, random);
    }

    @Bean
    KioskState kioskState(JdbcClient jdbc, KioskProperties properties, ObjectProvider<Appareils> devices, Clock clock) {
        return new KioskState(jdbc, properties.dossier(), () -> Optional.ofNullable(devices.getIfAvailable()), clock);
    }

    @Bean
    KnownHub hub(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            KioskIdentity identity,
            KioskState state,
            KioskProperties properties,
            Clock clock) {
        return new KnownHub(jdbc, transactions, identity, state, clock, properties.battement());
    }

    @Bean
    HubClient hubClient(KioskIdentity identity, Clock clock) {
        return new HubClient(new HubTransport(identity.key(), clock), identity);
    }

    @Bean
    Outbox outbox(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            KioskState state,
            KioskProperties properties,
            Clock clock) {
        return new Outbox(jdbc, transactions, state, new Backoff(random), clock, properties.battement());
    }

    @Bean
    Enrolment enrolment(
            HubClient client,
            KioskIdentity identity,
            JdbcJournal journal,
            KioskProperties properties,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Enrolment(client, identity, journal, properties, transactions, clock);
    }

    @Bean
    EnrolmentAtStart enrolmentAtStart(KioskProperties properties, KioskIdentity identity, Clock clock) {
        return new EnrolmentAtStart(properties, identity, new Backoff(random), clock);
    }
}
