package fr.roubaix.cln.kiosk.sync;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.Pollers;
import org.springframework.integration.dsl.SourcePollingChannelAdapterSpec;

import fr.roubaix.cln.kiosk.sync.ClockWatch.Jump;
import fr.roubaix.cln.kiosk.sync.EnrolmentAtStart.Attempt;
import fr.roubaix.cln.kiosk.sync.KnownHub.BulletinDue;
import fr.roubaix.cln.kiosk.sync.Sauvegardes.Night;
import fr.roubaix.cln.kiosk.sync.StatusPages.PageDue;
import fr.roubaix.cln.sync.Batch;

/** What moves by itself between this kiosk and the hub. Flows route; named methods do the work. */
@Configuration(proxyBeanMethods = false)
class SyncFlows {

    /** Journal → hub → journal. Batches follow one another until nothing is due; a failed one waits for its next time. */
    @Bean
    IntegrationFlow outboxToHub(Outbox outbox, HubClient hub, KioskProperties properties) {
        return IntegrationFlow.fromSupplier(
                        outbox::nextDueBatch, source -> untilNothingIsDue(source.id("journalReader"), properties))
                .handle(Batch.class, (batch, _) -> hub.send(batch), endpoint -> endpoint.id("hubSender"))
                .handle(
                        Delivery.class,
                        (delivery, _) -> {
                            outbox.record(delivery);
                            return null;
                        },
                        endpoint -> endpoint.id("outcomeRecorder"))
                .get();
    }

    /** Hub → kiosk: the last bulletin, while the link is up. */
    @Bean
    IntegrationFlow bulletinFromHub(KnownHub known, HubClient hub, KioskProperties properties) {
        return IntegrationFlow.fromSupplier(
                        known::bulletinDue, source -> untilNothingIsDue(source.id("bulletinClock"), properties))
                .handle(
                        BulletinDue.class,
                        (due, _) -> {
                            known.record(hub.bulletin(due.etag()));
                            return null;
                        },
                        endpoint -> endpoint.id("bulletinFetcher"))
                .get();
    }

    /** Hub → kiosk: what changed in the statuses, page after page, while the link is up. */
    @Bean
    IntegrationFlow statutsFromHub(StatusPages pages, HubClient hub, KioskProperties properties) {
        return IntegrationFlow.fromSupplier(
                        pages::pageDue, source -> untilNothingIsDue(source.id("statutsClock"), properties))
                .handle(
                        PageDue.class,
                        (due, _) -> {
                            pages.record(hub.statuts(due.depuis()));
                            return null;
                        },
                        endpoint -> endpoint.id("statutsFetcher"))
                .get();
    }

    /** Hub → kiosk: the address base, piece by piece, while the link is up. */
    @Bean
    IntegrationFlow adressesFromHub(KnownAddresses known, HubClient hub, KioskProperties properties) {
        return IntegrationFlow.fromSupplier(
                        known::due, source -> untilNothingIsDue(source.id("adressesClock"), properties))
                .handle(
                        KnownAddresses.Due.class,
                        (due, _) -> {
                            switch (due) {
                                case KnownAddresses.Due.Edition(var etag) -> known.recordEdition(hub.adresses(etag));
                                case KnownAddresses.Due.Piece piece ->
                                    known.recordPiece(piece, hub.adresses(piece.hash(), piece.from()));
                            }
                            return null;
                        },
                        endpoint -> endpoint.id("adressesFetcher"))
                .get();
    }

    /** Wall clock → journal: a jump is told once. */
    @Bean
    IntegrationFlow clockToJournal(ClockWatch watch, KioskProperties properties) {
        return IntegrationFlow.fromSupplier(
                        watch::jump, source -> untilNothingIsDue(source.id("clockReader"), properties))
                .handle(
                        Jump.class,
                        (jump, _) -> {
                            watch.tell(jump);
                            return null;
                        },
                        endpoint -> endpoint.id("clockTeller"))
                .get();
    }

    /** Database → backup folder, every night. */
    @Bean
    IntegrationFlow databaseToBackup(Sauvegardes sauvegardes, KioskProperties properties) {
        return IntegrationFlow.fromSupplier(
                        sauvegardes::nightDue, source -> untilNothingIsDue(source.id("backupClock"), properties))
                .handle(
                        Night.class,
                        (night, _) -> {
                            sauvegardes.take(night);
                            return null;
                        },
                        endpoint -> endpoint.id("backupTaker"))
                .get();
    }

    /** Command line → hub, once. */
    @Bean
    IntegrationFlow enrolmentToHub(EnrolmentAtStart start, Enrolment enrolment, KioskProperties properties) {
        return IntegrationFlow.fromSupplier(
                        start::due, source -> untilNothingIsDue(source.id("enrolmentClock"), properties))
                .handle(
                        Attempt.class,
                        (attempt, _) -> {
                            start.record(enrolment.enroler(attempt.hub(), attempt.code()));
                            return null;
                        },
                        endpoint -> endpoint.id("enroller"))
                .get();
    }

    private static SourcePollingChannelAdapterSpec untilNothingIsDue(
            SourcePollingChannelAdapterSpec source, KioskProperties properties) {
        return source.poller(Pollers.fixedDelay(properties.intervalle()).maxMessagesPerPoll(-1));
    }
}
