package fr.roubaix.cln.kiosk.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.web.language.Language;

/** The whole journey in each language: every wrong answer is told in it, and a change of language loses nothing. */
class LanguesDuParcoursTest extends CandidatureScreenTest {

    @AfterEach
    void in_french_again() {
        page().setLocale(Language.FRENCH.locale());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_step_and_every_refusal_speaks_the_language(Language language) {
        page().setLocale(language.locale());
        ouvrir();
        assertThat(titre()).isEqualTo(mots("parcours.avant.titre"));
        continuer();
        continuer();
        assertThat(erreurs()).containsExactly(mots("saisie.nom.erreur.VIDE"), mots("saisie.prenoms.erreur.VIDE"));
        direSonNomIci();
        continuer();
        assertThat(phrases()).contains(mots("saisie.naissance.erreur.JOUR_MANQUANT"));
        champIci("jour", "31");
        champIci("mois", "2");
        champIci("annee", "1957");
        continuer();
        assertThat(phrases()).contains(mots("saisie.naissance.erreur.DATE_INEXISTANTE"));
        champIci("jour", "14");
        continuer();
        continuer();
        assertThat(erreurs()).containsExactly(mots("saisie.voie.erreur.VIDE"), mots("saisie.secteur.erreur"));
        champIci("voie", "12 rue de l’Alma");
        choisir(Secteur.NORD);
        continuer();
        continuer();
        assertThat(erreurs()).containsExactly(mots("saisie.parite.erreur"));
        choisir(Parite.FEMMES);
        continuer();
        champIci("telephone", "06 12");
        continuer();
        assertThat(erreurs())
                .containsExactly(
                        mots("saisie.telephone.erreur.TELEPHONE_MAL_FORME"),
                        mots("saisie.publication.erreur"),
                        mots("saisie.attestation.erreur"));
        champIci("telephone", "");
        attester(mots("parcours.continuer"));
        assertThat(titre()).isEqualTo(mots("parcours.etape.relecture.question"));
        continuer();
        assertThat(titre()).isEqualTo(mots("parcours.fin.titre"));
        assertThat(vue.getElement().getOuterHTML()).doesNotContainPattern("![a-z]+\\.[a-z.-]+!");
    }

    @Test
    void a_change_of_language_keeps_what_was_typed_and_tells_the_error_again() {
        commencer();
        ecrire("Nom de naissance", "Belkacem");
        toucher("Continuer");
        page().setLocale(Language.ENGLISH.locale());
        assertThat(titre()).isEqualTo("What is your name?");
        assertThat(champ("Name at birth").getValue()).isEqualTo("Belkacem");
        assertThat(erreurs()).containsExactly("Write your first name. Example: Samira.");
        page().setLocale(Language.ARABIC.locale());
        assertThat(erreurs()).containsExactly("اكتبوا اسمكم الشخصي. مثال: \u2066Samira\u2069.");
    }

    @Test
    void a_choice_made_in_one_language_is_still_made_in_another() {
        ouvrir();
        toucher("J’ai lu");
        direSonNom("Belkacem", "Samira");
        direSaNaissance("14", "3", "1957");
        direSonAdresse();
        choisir(Parite.HOMMES);
        page().setLocale(Language.PORTUGUESE.locale());
        toucher("Continuar");
        assertThat(titre()).isEqualTo("Como podemos contactá-lo?");
    }

    @Test
    void a_confirmation_changes_its_words_and_prints_no_second_receipt() {
        toutRemplir();
        toucher("Envoyer ma candidature");
        page().setLocale(Language.ENGLISH.locale());
        assertThat(titre()).isEqualTo("Your application is stored");
        assertThat(bouton("I have finished, erase")).isNotNull();
        assertThat(receipts.imprimes()).hasSize(1);
    }

    private void direSonNomIci() {
        champIci("nom", "Belkacem");
        champIci("prenoms", "Samira");
        continuer();
    }

    private void champIci(String nom, String valeur) {
        test($(TextField.class, vue)
                        .withCaption(mots("saisie." + nom + ".libelle"))
                        .single())
                .setValue(valeur);
    }

    private void attester(String continuer) {
        choisir(fr.roubaix.cln.domaine.candidature.Publication.SECTEUR_SEUL);
        test($(com.vaadin.flow.component.checkbox.Checkbox.class, vue).single()).click();
        toucher(continuer);
    }

    /** The main button of the screen, whatever it is called. */
    private void continuer() {
        test($(Button.class, vue).all().stream()
                        .filter(button -> button.getThemeNames().contains(ButtonVariant.PRIMARY.getVariantName()))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private String mots(String cle) {
        return page().getTranslation(cle);
    }
}
