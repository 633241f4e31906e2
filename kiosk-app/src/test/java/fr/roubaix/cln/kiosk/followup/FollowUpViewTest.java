package fr.roubaix.cln.kiosk.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hardware.scanner.Scan;
import fr.roubaix.cln.hardware.scanner.Scan.Source;
import fr.roubaix.cln.kiosk.StillHub;
import fr.roubaix.cln.kiosk.device.Scans;
import fr.roubaix.cln.kiosk.device.ScansDEssai;
import fr.roubaix.cln.kiosk.receipt.KnownIssuers;
import fr.roubaix.cln.kiosk.sync.JournalIndex;
import fr.roubaix.cln.kiosk.sync.JournalIndex.Delivery;
import fr.roubaix.cln.kiosk.sync.Statuts;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.StorageConfiguration;
import fr.roubaix.cln.sync.Bulletin.BornePubliee;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.web.Words;
import fr.roubaix.cln.web.language.Language;

@ContextConfiguration(classes = FollowUpViewTest.Slice.class)
@ViewPackages(classes = FollowUpView.class)
class FollowUpViewTest extends SpringBrowserlessTest {

    private static final ReceiptCode CODE = new ReceiptCode(123_456_789L);

    @TempDir
    static Path folder;

    @Import({StorageConfiguration.class, KnownIssuers.class, Verification.class})
    @ComponentScan(
            basePackageClasses = JournalIndex.class,
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = org.springframework.context.annotation.FilterType.ASSIGNABLE_TYPE,
                            classes = {JournalIndex.class, Statuts.class}))
    static class Slice {
        @Bean
        Scans scans() {
            return ScansDEssai.available();
        }

        @Bean
        Words words() {
            return new Words(Language.locales()).withStaff("vaadin-i18n.personnel");
        }

        @Bean
        StillHub hub() {
            return new StillHub();
        }

        @Bean
        Database database() {
            var database = Database.sqlite(folder.resolve("borne.db"));
            database.migrate("db/migration");
            return database;
        }
    }

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StillHub hub;

    @BeforeEach
    void one_application_recorded_here() {
        jdbc.sql("DELETE FROM inscription").update();
        jdbc.sql("DELETE FROM statut").update();
        jdbc.sql("INSERT INTO chain (chain, rank, opened_at) VALUES ('c', 1, 0) ON CONFLICT DO NOTHING")
                .update();
        jdbc.sql(
                        "INSERT INTO envelope (chain, seq, id, hash, signature) VALUES ('c', 1, 'i', 'h', x'00') ON CONFLICT DO NOTHING")
                .update();
        jdbc.sql("INSERT INTO inscription (id, code, kind, at, chain, seq) VALUES ('i', ?, 'CANDIDATURE', ?, 'c', 1)")
                .params(CODE.texte(), 1_748_865_600_000L)
                .update();
        navigate(FollowUpView.class);
    }

    @Test
    void a_scanned_square_of_the_form_at_home_is_told_genuine_without_the_network() {
        var key = SigningKey.generate();
        hub.signingKey = Optional.of(key.verifyingKey());
        var token = new ReceiptToken(
                1,
                new ReceiptCode(987_654_321L),
                new ReceiptToken.Issuer.Hub(),
                ReceiptToken.Purpose.APPLICATION,
                Instant.parse("2025-05-20T08:15:00Z"));
        scan(token.sign(key));
        assertThat($(Paragraph.class).all())
                .anyMatch(
                        p -> p.getText()
                                .contains(
                                        "authentique\u00a0: la Ville l’a remis par Internet le mardi 20 mai 2025 à 10\u00a0h\u00a015"));
        scan(token.sign(SigningKey.generate()));
        assertThat(said()).contains("n’est pas authentique ici").contains("d’une autre ville");
    }

    @Test
    void a_receipt_held_out_opens_its_status_with_the_age_of_what_is_known() {
        var key = SigningKey.generate();
        hub.signingKey = Optional.of(key.verifyingKey());
        jdbc.sql("UPDATE link SET statuts_at = ?").param(1_748_865_600_000L).update();
        status(new ReceiptCode(987_654_321L), "RECEVABLE");

        held(token(ReceiptToken.Purpose.APPLICATION).sign(key));

        assertThat($(TextField.class).single().getValue()).isEmpty();
        assertThat(said())
                .contains("authentique", "vérifiée", "Dernières nouvelles du secrétariat : lundi 2 juin 2025");
        jdbc.sql("UPDATE link SET statuts_at = 0").update();
    }

    @Test
    void a_paper_of_another_kind_and_no_paper_of_ours_are_told_apart() {
        var key = SigningKey.generate();
        hub.signingKey = Optional.of(key.verifyingKey());

        held(token(ReceiptToken.Purpose.RENEWAL_COUPON).sign(key));
        assertThat(said()).contains("n’est pas le reçu d’une candidature");

        held(token(ReceiptToken.Purpose.APPLICATION).sign(key).substring(0, 60));
        assertThat(said()).contains("qu’une partie du carré");
    }

    /** A product, an address, a visiting card, three thousand bytes of anything. */
    @ParameterizedTest
    @MethodSource("squaresOfSomethingElse")
    void the_square_of_something_else_is_told_so_beside_no_field(String square) {
        held(square);
        assertThat(said()).contains("n’est pas celui d’un reçu").contains("Demandez à un agent");
        assertThat($(TextField.class).single().isInvalid()).isFalse();
    }

    static List<String> squaresOfSomethingElse() {
        byte[] binary = new byte[3_000];
        new Random(8).nextBytes(binary);
        return List.of(
                "3760123456789",
                "https://www.exemple.fr/?code=7F3K9-Q2MXE",
                "BEGIN:VCARD\nVERSION:3.0\nN:Exemple;Jeanne\nEND:VCARD",
                new String(binary, StandardCharsets.ISO_8859_1));
    }

    @Test
    void a_receipt_of_a_kiosk_that_was_revoked_is_for_the_secretariat_to_check() {
        var key = SigningKey.generate();
        var token = new ReceiptToken(
                1,
                new ReceiptCode(987_654_321L),
                new ReceiptToken.Issuer.Kiosk(new KioskId(5), Secteur.SUD),
                ReceiptToken.Purpose.APPLICATION,
                Instant.parse("2025-05-20T08:15:00Z"));
        hub.kiosks = List.of(new BornePubliee(new KioskId(5), Secteur.SUD, 1, key.verifyingKey(), true));

        held(token.sign(key));
        assertThat(said()).contains("à vérifier auprès du secrétariat");

        hub.kiosks = List.of();
        held(token.sign(key));
        assertThat(said()).contains("ne peut pas vérifier ce reçu");
    }

    private static ReceiptToken token(ReceiptToken.Purpose purpose) {
        return new ReceiptToken(
                1,
                new ReceiptCode(987_654_321L),
                new ReceiptToken.Issuer.Hub(),
                purpose,
                Instant.parse("2025-05-20T08:15:00Z"));
    }

    private void held(String square) {
        ((FollowUpView) getCurrentView()).scanned(Scan.whole(square, Source.SERIAL));
    }

    private String said() {
        return $(Paragraph.class).all().getLast().getText();
    }

    private void scan(String square) {
        $(TextField.class).single().setValue(square);
        $(Button.class).withText("Voir où elle en est").single().click();
    }

    @Test
    void a_number_recorded_here_and_not_sent_says_so() {
        assertThat(ask(CODE.affiche()))
                .contains("enregistrée sur cette borne")
                .contains("lundi 2 juin 2025")
                .contains("pas encore transmise");
    }

    @Test
    void a_status_known_from_before_does_not_hide_that_the_hub_does_not_hold_it_now() {
        status(CODE, "RECEVABLE");
        assertThat(ask(CODE.affiche())).contains("pas encore transmise").doesNotContain("vérifiée");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RECUE | va la vérifier
            RECEVABLE | peut participer au tirage
            IRRECEVABLE | Un courrier vous explique pourquoi
            MISE_EN_ORBITE | demandez à l’accueil
            """)
    void the_last_word_of_the_hub_is_said_plainly(String word, String said) {
        jdbc.sql("UPDATE inscription SET delivery = 'DELIVERED'").update();
        status(CODE, word);
        assertThat(ask(CODE.affiche())).contains("transmise").contains(said).doesNotContain(word);
        var elsewhere = new ReceiptCode(77);
        status(elsewhere, word);
        assertThat(ask(elsewhere.affiche()))
                .contains("bien arrivée au secrétariat")
                .contains(said);
    }

    @Test
    void what_staff_took_after_all_is_no_longer_left_aside() {
        jdbc.sql("UPDATE inscription SET delivery = 'REFUSED'").update();
        status(CODE, "RECUE");
        assertThat(ask(CODE.affiche())).contains("bien arrivée").doesNotContain("pas pu la lire");
    }

    @Test
    void a_number_that_the_hub_has_signed_for_says_so() {
        jdbc.sql("UPDATE inscription SET delivery = 'DELIVERED'").update();
        assertThat(ask(CODE.texte().toLowerCase(java.util.Locale.ROOT))).contains("transmise");
    }

    @Test
    void a_number_that_the_hub_could_not_take_leads_to_an_agent_and_claims_nothing() {
        jdbc.sql("UPDATE inscription SET delivery = 'REFUSED'").update();
        assertThat(ask(CODE.affiche()))
                .contains("Demandez à un agent")
                .contains("lundi 2 juin 2025")
                .doesNotContain("transmise")
                .doesNotContain("partira");
    }

    @ParameterizedTest
    @EnumSource(Delivery.class)
    void sent_is_said_of_what_the_hub_has_signed_for_and_of_nothing_else(Delivery delivery) {
        for (String word : List.of("", "RECUE", "RECEVABLE", "IRRECEVABLE")) {
            jdbc.sql("DELETE FROM statut").update();
            if (!word.isEmpty()) {
                status(CODE, word);
            }
            jdbc.sql("UPDATE inscription SET delivery = ?")
                    .param(delivery.name())
                    .update();
            boolean said =
                    ask(CODE.affiche()).replace("pas encore transmise", "").contains("transmis");
            assertThat(said).as("%s %s", delivery, word).isEqualTo(delivery == Delivery.DELIVERED);
        }
    }

    @Test
    void a_number_from_elsewhere_leads_to_an_agent() {
        assertThat(ask(new ReceiptCode(1).affiche())).contains("Demandez à un agent");
    }

    @Test
    void a_wrong_number_is_refused_at_its_field() {
        ask("7F3K9");
        var field = $(TextField.class).single();
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).contains("Recopiez les 10 signes");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_wrong_number_is_refused_in_each_language(Language language) {
        var page = com.vaadin.flow.component.UI.getCurrent();
        page.setLocale(language.locale());
        for (String wrong :
                List.of("", "7F3K9", "é".repeat(10_000), "7F3K9\u202E-2M4PQ", "\u00007F3K92M4PQ", "7F3K9😀2M4P")) {
            test($(TextField.class).single()).setValue(wrong);
            test($(Button.class)
                            .withText(page.getTranslation("suivre.chercher"))
                            .single())
                    .click();
            assertThat($(TextField.class).single().isInvalid()).isTrue();
            assertThat($(TextField.class).single().getErrorMessage())
                    .isEqualTo(page.getTranslation("suivre.mal-forme"))
                    .doesNotContain("suivre.mal-forme");
        }
        page.setLocale(Language.FRENCH.locale());
    }

    private void status(ReceiptCode code, String word) {
        jdbc.sql("INSERT INTO statut (code, statut) VALUES (?, ?)")
                .params(code.texte(), word)
                .update();
    }

    private String ask(String number) {
        test($(TextField.class).single()).setValue(number);
        test($(Button.class).withText("Voir où elle en est").single()).click();
        return $(Paragraph.class).all().getLast().getText();
    }
}
