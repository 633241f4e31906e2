package fr.roubaix.cln.kiosk.candidature;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.util.List;
import java.util.stream.IntStream;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;

/** Text that nobody types: pasted by the page, reversed, invisible; and fingers that do not wait. */
@ExtendWith(OutputCaptureExtension.class)
class SaisiesHostilesTest extends CandidatureScreenTest {

    private static final String MARQUE = "Zqkcolle";

    @Test
    void ten_thousand_characters_are_refused_at_every_field_freeze_nothing_and_are_written_nowhere(
            CapturedOutput sortie) {
        partout(MARQUE + "x".repeat(10_000), List.of("Jour", "Mois", "Année"));
        assertThat(sortie.getAll()).doesNotContain(MARQUE);
    }

    @Test
    void ten_thousand_digits_are_no_birth_date_and_no_telephone() {
        commencer();
        direSonNom("Belkacem", "Samira");
        assertTimeout(ofSeconds(2), () -> direSaNaissance("1".repeat(10_000), "3", "1957"));
        assertThat(titre()).isEqualTo("Quelle est votre date de naissance\u00a0?");
        assertTimeout(ofSeconds(2), () -> direSaNaissance("14", "3", "1".repeat(10_000)));
        assertThat(phrases()).contains("Écrivez 4 chiffres pour l’année. Exemple\u00a0: 1957.");
        allerAuContact();
        assertTimeout(ofSeconds(2), () -> refuse("Téléphone, si vous voulez", "0".repeat(10_000)));
    }

    /** A right-to-left override, an isolate, spaces without width, a byte-order mark, NUL, half of a pair, an emoji, a soft hyphen. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sa\u202Emira",
                "\u2067Samira\u2069",
                "Sam\u200Bira",
                "Sam\u2060ira",
                "\uFEFFSamira",
                "Sam\u0000ira",
                "Sam\uD800ira",
                "Sam\u001B[31mira",
                "Sam🏳️‍🌈ira",
                "Sam\u00ADira",
                "<img src=x onerror=alert(1)>",
                "'; DROP TABLE envelope; --=1"
            })
    void what_hides_or_turns_text_around_is_refused_at_its_field(String texte) {
        partout(texte, List.of());
    }

    /** Writes it in each field of each step, and finds each refused with a sentence. */
    private void partout(String texte, List<String> chiffres) {
        commencer();
        ecrire("Nom de naissance", "Belkacem");
        ecrire("Prénoms", "Samira");
        for (String champ : List.of("Nom de naissance", "Prénoms", "Nom d’usage, s’il est différent")) {
            String avant = champ(champ).getValue();
            refuse(champ, texte);
            ecrire(champ, avant);
        }
        toucher("Continuer");
        for (String champ : chiffres) {
            assertThatCode(() -> champ(champ).setValue(texte)).doesNotThrowAnyException();
            toucher("Continuer");
            assertThat(titre()).isEqualTo("Quelle est votre date de naissance\u00a0?");
            assertThat(champ(champ).isInvalid() || autreRefusee()).isTrue();
            champ(champ).clear();
        }
        direSaNaissance("14", "3", "1957");
        choisir(Secteur.NORD);
        ecrire("Numéro et rue, à Roubaix", "12 rue de l’Alma");
        for (String champ : List.of("Numéro et rue, à Roubaix", "Complément d’adresse")) {
            String avant = champ(champ).getValue();
            refuse(champ, texte);
            ecrire(champ, avant);
        }
        toucher("Continuer");
        choisir(Parite.FEMMES);
        toucher("Continuer");
        choisir(Publication.SECTEUR_SEUL);
        test($(Checkbox.class, vue).single()).click();
        for (String champ : List.of("Téléphone, si vous voulez", "Courriel, si vous voulez")) {
            refuse(champ, texte);
            ecrire(champ, "");
        }
        toucher("Continuer");
        assertThat(titre()).isEqualTo("Est-ce que tout est juste\u00a0?");
        assertThat(journal.deposees()).isEmpty();
    }

    private boolean autreRefusee() {
        return $(TextField.class, vue).all().stream().anyMatch(TextField::isInvalid);
    }

    private void refuse(String champ, String texte) {
        String etape = titre();
        assertTimeout(ofSeconds(2), () -> {
            champ(champ).setValue(texte);
            toucher("Continuer");
        });
        assertThat(titre()).isEqualTo(etape);
        assertThat(champ(champ).isInvalid()).as(champ).isTrue();
        assertThat(champ(champ).getErrorMessage()).as(champ).isNotBlank().doesNotContain(texte);
    }

    private void allerAuContact() {
        direSaNaissance("14", "3", "1957");
        direSonAdresse();
        choisir(Parite.FEMMES);
        toucher("Continuer");
        choisir(Publication.SECTEUR_SEUL);
        test($(Checkbox.class, vue).single()).click();
    }

    @Test
    void forty_quick_touches_on_continue_go_one_step() {
        commencer();
        ecrire("Nom de naissance", "Belkacem");
        ecrire("Prénoms", "Samira");
        var continuer = bouton("Continuer");
        IntStream.range(0, 40).forEach(_ -> continuer.click());
        assertThat(titre()).isEqualTo("Quelle est votre date de naissance\u00a0?");
        assertThat(erreurs()).isEmpty();
        var suite = bouton("Continuer");
        IntStream.range(0, 40).forEach(_ -> suite.click());
        assertThat(titre()).isEqualTo("Quelle est votre date de naissance\u00a0?");
    }

    @Test
    void forty_quick_touches_on_send_deposit_one_application_and_print_one_receipt() {
        toutRemplir();
        var envoyer = bouton("Envoyer ma candidature");
        IntStream.range(0, 40).forEach(_ -> envoyer.click());
        assertThat(titre()).isEqualTo("Votre candidature est enregistrée");
        assertThat(journal.deposees()).hasSize(1);
        assertThat(receipts.imprimes()).hasSize(1);
    }

    @Test
    void forty_quick_touches_on_try_again_deposit_one_application() {
        toutRemplir();
        journal.plein(true);
        toucher("Envoyer ma candidature");
        journal.plein(false);
        var encore = bouton("Réessayer");
        IntStream.range(0, 40).forEach(_ -> encore.click());
        assertThat(titre()).isEqualTo("Votre candidature est enregistrée");
        assertThat(journal.deposees()).hasSize(1);
    }
}
