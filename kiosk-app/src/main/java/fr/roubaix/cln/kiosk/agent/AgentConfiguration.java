package fr.roubaix.cln.kiosk.agent;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import fr.roubaix.cln.kiosk.device.DeviceWatch;
import fr.roubaix.cln.kiosk.device.MeasuredScreens;
import fr.roubaix.cln.kiosk.device.Scans;
import fr.roubaix.cln.kiosk.device.TestPage;
import fr.roubaix.cln.kiosk.receipt.Receipts;
import fr.roubaix.cln.kiosk.sync.CleUsb;
import fr.roubaix.cln.kiosk.sync.Gestes;
import fr.roubaix.cln.web.saisie.AdressesProposees;

/** How PINs are judged, and where slow copies run. */
@Configuration(proxyBeanMethods = false)
class AgentConfiguration {

    /** Reads whatever cost the hub chose: it is part of the published hash (RFC 9106). */
    @Bean
    PasswordEncoder pinHashes() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    @Bean
    Verrous verrous(JdbcClient jdbc, Clock clock) {
        return new Verrous(jdbc, clock, System::nanoTime);
    }

    /** A printer out of order holds its own thread, and no screen. */
    @Bean
    Papiers papiers(Receipts receipts) {
        Executor threads = task -> Thread.ofVirtual().name("agent-receipt").start(task);
        return new Papiers(receipts, threads);
    }

    @Bean
    Materiel materiel(DeviceWatch appareils, MeasuredScreens ecrans, TestPage page, Scans scans) {
        Executor threads = task -> Thread.ofVirtual().name("page-d-essai").start(task);
        return new Materiel(appareils, ecrans, page, scans, threads);
    }

    @Bean
    Guichet guichet(
            LectureDeRecu lecture,
            SaisieDeFichePapier fiches,
            RetraitAuGuichet retraits,
            AvisAuPanneau avis,
            Gestes gestes,
            Papiers papiers,
            AdressesProposees adresses,
            Scans scans,
            Materiel materiel) {
        return new Guichet(lecture, fiches, retraits, avis, gestes, papiers, adresses, scans, materiel);
    }

    /** A stick that no longer answers holds its own thread, and no screen. */
    @Bean
    Copies copies(CleUsb cle) {
        Executor threads = task -> Thread.ofPlatform().daemon().name("cle-usb").start(task);
        return new Copies(cle, threads, Duration.ofMinutes(5));
    }
}
