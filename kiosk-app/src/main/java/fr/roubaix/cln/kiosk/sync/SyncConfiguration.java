package fr.roubaix.cln.kiosk.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.StartupRefusedException;
import fr.roubaix.cln.sync.EnvelopeId;

/** Puts the journal and the exchange with the hub together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KioskProperties.class)
class SyncConfiguration {

    private final SecureRandom random = new SecureRandom();

    /** The kiosk's own key is also what signs receipts. */
    @Bean
    KioskIdentity kioskIdentity(JdbcClient jdbc, KioskProperties properties) {
        try {
            Files.createDirectories(properties.dossier());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the data folder", e);
        }
        var identity = new KioskIdentity(properties.dossier(), jdbc);
        var code = properties.code();
        if (identity.keyLost() && (code == null || code.isBlank())) {
            throw new StartupRefusedException("La clé privée de cette borne n’est plus dans le dossier « "
                    + properties.dossier() + " », où son journal est intact. Remettez le fichier de clé s’il existe"
                    + " encore. Sinon demandez au hub un code pour cette borne et démarrez-la avec"
                    + " --cln.kiosk.code=CODE : elle gardera son journal et enverra ce qui attend.");
        }
        return identity;
    }

    @Bean
    Chains chains(JdbcClient jdbc, KioskIdentity identity, Clock clock) {
        return new Chains(jdbc, identity, clock, random);
    }

    @Bean
    Continuation continuation(
            JdbcClient jdbc, PlatformTransactionManager transactions, KioskIdentity identity, Chains chains) {
        return new Continuation(jdbc, transactions, identity, chains);
    }

    @Bean
    JdbcJournal journal(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            KioskIdentity identity,
            Chains chains,
            Continuation continuation) {
        var journal = new JdbcJournal(jdbc, transactions, identity, chains, continuation);
        journal.beginIfAsked();
        return journal;
    }

    @Bean
    Acks acks(JdbcClient jdbc, Chains chains, KioskIdentity identity, KioskProperties properties, Clock clock) {
        return new Acks(
                jdbc,
                chains,
                new Ciphertexts(jdbc, properties.conservation(), clock),
                new JournalAudit(jdbc, identity),
                ids(clock),
                clock);
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
            JdbcJournal journal,
            KioskProperties properties,
            Clock clock) {
        return new KnownHub(jdbc, transactions, identity, state, journal, ids(clock), clock, properties.battement());
    }

    @Bean
    KnownAddresses adresses(JdbcClient jdbc, KioskIdentity identity, KioskProperties properties, Clock clock) {
        return new KnownAddresses(
                properties.dossier(), identity, () -> Link.read(jdbc).connected(), clock, properties.battement());
    }

    @Bean
    StatusPages statusPages(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            KioskIdentity identity,
            KioskProperties properties,
            Clock clock) {
        return new StatusPages(jdbc, transactions, identity, clock, properties.battement());
    }

    @Bean
    HubClient hubClient(KioskIdentity identity, Clock clock) {
        return new HubClient(new HubTransport(identity, clock), identity);
    }

    @Bean
    Outbox outbox(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            KioskIdentity identity,
            Chains chains,
            Continuation continuation,
            Acks acks,
            KioskState state,
            KioskProperties properties,
            Clock clock) {
        return new Outbox(
                jdbc,
                transactions,
                identity,
                chains,
                continuation,
                acks,
                state,
                new Backoff(random),
                clock,
                properties.battement());
    }

    @Bean
    ClockWatch clockWatch(JdbcClient jdbc, KioskIdentity identity, JdbcJournal journal, Clock clock) {
        return new ClockWatch(jdbc, identity, journal, ids(clock), clock, System::nanoTime);
    }

    @Bean
    Sauvegardes sauvegardes(Database database, KioskProperties properties, Clock clock) {
        return new Sauvegardes(database, properties, clock);
    }

    @Bean
    CleUsb cleUsb(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            KioskIdentity identity,
            Continuation continuation,
            Acks acks,
            KnownHub hub,
            StatusPages statuts,
            KnownAddresses adresses,
            KioskProperties properties,
            Clock clock) {
        var write = new TransactionTemplate(transactions);
        var read = new TransactionTemplate(transactions);
        read.setReadOnly(true);
        return new UsbSticks(
                identity,
                properties.supports(),
                Mounts.SYSTEM,
                continuation,
                new UsbExport(jdbc, read, clock),
                new UsbImport(write, identity, acks, hub, statuts, adresses));
    }

    @Bean
    ChainAfterEnrolment chainAfterEnrolment(
            HubClient client,
            KioskIdentity identity,
            JdbcJournal journal,
            Chains chains,
            Acks acks,
            KioskState state,
            PlatformTransactionManager transactions) {
        return new ChainAfterEnrolment(client, identity, journal, chains, acks, state, transactions);
    }

    @Bean
    Enrolment enrolment(
            HubClient client,
            KioskIdentity identity,
            ChainAfterEnrolment chain,
            KnownHub hub,
            KioskState state,
            JdbcClient jdbc,
            KioskProperties properties,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Enrolment(client, identity, chain, hub, state, jdbc, properties, transactions, clock);
    }

    @Bean
    EnrolmentAtStart enrolmentAtStart(KioskProperties properties, KioskIdentity identity, Clock clock) {
        return new EnrolmentAtStart(properties, identity, new Backoff(random), clock);
    }

    private Supplier<EnvelopeId> ids(Clock clock) {
        return () -> EnvelopeId.mint(clock, random);
    }
}
