package fr.roubaix.cln.kiosk.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hardware.scanner.Scan;
import fr.roubaix.cln.hardware.scanner.Scan.Source;
import fr.roubaix.cln.kiosk.StillHub;
import fr.roubaix.cln.kiosk.device.Scans;
import fr.roubaix.cln.kiosk.device.ScansDEssai;
import fr.roubaix.cln.kiosk.receipt.KnownIssuers;
import fr.roubaix.cln.sync.Bulletin.BornePubliee;
import fr.roubaix.cln.sync.Bulletin.RenouvellementPublie;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.ReceiptToken.Issuer;
import fr.roubaix.cln.sync.ReceiptToken.Purpose;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.testkit.time.HandClock;
import fr.roubaix.cln.web.Words;
import fr.roubaix.cln.web.language.Language;

@ContextConfiguration(classes = LetterViewTest.Slice.class)
@ViewPackages(classes = LetterView.class)
class LetterViewTest extends SpringBrowserlessTest {

    private static final ReceiptCode CODE = new ReceiptCode(123_456_789L);

    @Import({KnownIssuers.class, Verification.class})
    static class Slice {
        @Bean
        Words words() {
            return new Words(Language.locales()).withStaff("vaadin-i18n.personnel");
        }

        @Bean
        StillHub hub() {
            return new StillHub();
        }

        @Bean
        Scans scans() {
            return ScansDEssai.available();
        }

        @Bean
        HandClock clock() {
            return new HandClock(Instant.parse("2027-05-20T10:00:00Z"));
        }
    }

    @Autowired
    private StillHub hub;

    private final SigningKey key = SigningKey.generate();

    @BeforeEach
    void a_campaign_of_renewal() {
        hub.signingKey = Optional.of(key.verifyingKey());
        hub.renewal = new RenouvellementPublie(LocalDate.of(2027, 5, 1), LocalDate.of(2027, 6, 1));
        navigate(LetterView.class);
    }

    @Test
    void a_coupon_of_the_city_leads_to_an_agent_and_says_that_nothing_is_stored() {
        hold(coupon(Purpose.RENEWAL_COUPON, new Issuer.Hub()).sign(key));

        assertThat(said()).contains("authentique", "agent", "mardi 1er juin 2027", "Rien n’est encore enregistré");
    }

    @Test
    void a_number_alone_is_not_enough() {
        test($(TextField.class).single()).setValue(CODE.affiche());
        $(Button.class).withText("Vérifier").single().click();

        assertThat(said()).contains("ne suffit pas", "mardi 1er juin 2027");

        test($(TextField.class).single()).setValue("7F3K9");
        $(Button.class).withText("Vérifier").single().click();
        assertThat($(TextField.class).single().getErrorMessage()).contains("Recopiez les 10 signes du coupon");
    }

    @Test
    void what_is_no_coupon_of_the_city_is_told_so() {
        hold(coupon(Purpose.RENEWAL_COUPON, new Issuer.Hub()).sign(SigningKey.generate()));
        assertThat(said()).contains("n’est pas celui d’un coupon");
        hold(coupon(Purpose.APPLICATION, new Issuer.Hub()).sign(key));
        assertThat(said()).contains("n’est pas le coupon d’un courrier");
        hold("3760123456789");
        assertThat(said()).contains("n’est pas celui d’un coupon");
    }

    @Test
    void a_kiosk_signs_no_coupon() {
        hub.kiosks = List.of(new BornePubliee(new KioskId(3), Secteur.NORD, 1, key.verifyingKey(), false));

        hold(coupon(Purpose.RENEWAL_COUPON, new Issuer.Kiosk(new KioskId(3), Secteur.NORD))
                .sign(key));

        assertThat(said()).contains("n’est pas le coupon d’un courrier");
        hub.kiosks = List.of();
    }

    @Test
    void without_a_campaign_there_is_nothing_to_answer() {
        hub.renewal = new RenouvellementPublie(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 4, 1));
        ((LetterView) getCurrentView()).localeChange(new LocaleChangeEvent(UI.getCurrent(), Locale.FRENCH));

        hold(coupon(Purpose.RENEWAL_COUPON, new Issuer.Hub()).sign(key));

        assertThat(said()).contains("n’attend pas de réponse");
        assertThat($(TextField.class).all()).isEmpty();
    }

    private static ReceiptToken coupon(Purpose purpose, Issuer issuer) {
        return new ReceiptToken(1, CODE, issuer, purpose, Instant.parse("2027-05-01T08:00:00Z"));
    }

    private void hold(String square) {
        ((LetterView) getCurrentView()).scanned(Scan.whole(square, Source.SERIAL));
    }

    private String said() {
        return $(Paragraph.class).all().getLast().getText();
    }
}
