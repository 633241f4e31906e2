package fr.roubaix.cln.kiosk.candidature;

import java.time.Clock;
import java.time.Instant;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.hardware.profile.Profiles;
import fr.roubaix.cln.hardware.profile.TerminalProfile;
import fr.roubaix.cln.kiosk.FakeClotures;
import fr.roubaix.cln.kiosk.device.Scans;
import fr.roubaix.cln.kiosk.device.ScansDEssai;
import fr.roubaix.cln.web.Words;
import fr.roubaix.cln.web.language.Language;

/** The application's own pieces, between a fake hub, a fake journal and a fake printer. */
@Import({CandidatureConfiguration.class, DepotDeCandidature.class})
class BorneDEssai {

    @Bean
    Scans scans() {
        return ScansDEssai.none();
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-22T09:30:00Z"), Appel.ROUBAIX);
    }

    @Bean
    Words words() {
        return new Words(Language.locales());
    }

    @Bean
    TerminalProfile terminal() {
        return Profiles.shipped().terminal("generique-21-pouces");
    }

    @Bean
    FakeHub hub() {
        return new FakeHub();
    }

    @Bean
    FakeJournal journal(Clock clock) {
        return new FakeJournal(clock);
    }

    @Bean
    FakeClotures clotures() {
        return new FakeClotures();
    }

    @Bean
    FakeAdresses adresses() {
        return new FakeAdresses();
    }

    @Bean
    FakeReceipts receipts() {
        return new FakeReceipts();
    }

    @Bean
    @Primary
    Impressions impressionsDEssai(FakeReceipts receipts) {
        return new Impressions(receipts, receipts);
    }
}
