package fr.roubaix.cln.kiosk.candidature;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.kiosk.receipt.Receipts;
import fr.roubaix.cln.sync.EnvelopeId;

/** Where an application gets its number, its idempotency key, and its paper. */
@Configuration(proxyBeanMethods = false)
class CandidatureConfiguration {

    private final SecureRandom random = new SecureRandom();

    /** 45 bits: nobody can guess the number of someone else's application. */
    @Bean
    Supplier<ReceiptCode> receiptCodes() {
        return () -> new ReceiptCode(random.nextLong(1L << 45));
    }

    /** One id per draft. */
    @Bean
    Supplier<EnvelopeId> envelopeIds(Clock clock) {
        return () -> EnvelopeId.mint(clock, random);
    }

    /** A printer out of order holds its own thread, and no screen. */
    @Bean
    Impressions impressions(Receipts receipts) {
        Executor threads = task -> Thread.ofVirtual().name("receipt").start(task);
        return new Impressions(receipts, threads);
    }
}
