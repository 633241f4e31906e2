package fr.roubaix.cln.kiosk.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.vaadin.flow.component.checkbox.Checkbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;

/** Every wrong answer gets its sentence at its field, and goes nowhere. */
class SaisiesRefuseesTest extends CandidatureScreenTest {

    private static final String QUESTION_DU_NOM = "Comment vous appelez-vous\u00a0?";
    private static final String QUESTION_DE_L_AGE = "Quelle est votre date de naissance\u00a0?";

    @Test
    void an_empty_name_says_what_to_write_in_each_field() {
        commencer();
        toucher("Continuer");
        assertThat(titre()).isEqualTo(QUESTION_DU_NOM);
        assertThat(erreurs())
                .containsExactly(
                        "Écrivez votre nom de naissance. Exemple\u00a0: Belkacem.",
                        "Écrivez votre prénom. Exemple\u00a0: Samira.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sami 😀          | Écrivez seulement des lettres. L’apostrophe et le tiret sont possibles.
            <b>Sami</b>      | Écrivez seulement des lettres. L’apostrophe et le tiret sont possibles.
            R2D2             | Écrivez seulement des lettres. L’apostrophe et le tiret sont possibles.
            --               | Écrivez au moins une lettre.
            """)
    void a_name_that_cannot_be_one_says_why(String nom, String phrase) {
        commencer();
        direSonNom(nom, nom);
        assertThat(titre()).isEqualTo(QUESTION_DU_NOM);
        assertThat(erreurs()).containsExactly(phrase, phrase);
    }

    @Test
    void a_name_of_101_characters_is_too_long_and_100_are_not() {
        commencer();
        direSonNom("a".repeat(101), "b".repeat(101));
        assertThat(erreurs()).hasSize(2).containsOnly("C’est trop long. Écrivez 100 caractères au plus.");
        direSonNom("a".repeat(100), "b".repeat(100));
        assertThat(titre()).isEqualTo(QUESTION_DE_L_AGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"O", "O’Brien", "d'Alembert", "Ben-Saïd", "  de   la Tour ", "سميرة", "כהן", "Nguyễn", "Łukasz"})
    void a_name_people_really_have_is_accepted(String nom) {
        commencer();
        direSonNom(nom, nom);
        assertThat(titre()).isEqualTo(QUESTION_DE_L_AGE);
    }

    @Test
    void a_wrong_usage_name_is_refused_though_it_may_stay_empty() {
        commencer();
        ecrire("Nom d’usage, s’il est différent", "1234");
        direSonNom("Belkacem", "Samira");
        assertThat(erreurs())
                .containsExactly("Écrivez seulement des lettres. L’apostrophe et le tiret sont possibles.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''  | 03 | 1957  | Écrivez le jour de votre naissance. Exemple : 14.
            14  | '' | 1957  | Écrivez le mois de votre naissance. Exemple : mars, c’est 03.
            14  | 03 | ''    | Écrivez l’année, avec 4 chiffres. Exemple : 1957.
            32  | 03 | 1957  | Écrivez un jour entre 1 et 31. Exemple : 14.
            14  | 13 | 1957  | Écrivez un mois entre 1 et 12. Exemple : mars, c’est 03.
            14  | 03 | 57    | Écrivez 4 chiffres pour l’année. Exemple : 1957.
            14  | 03 | 20256 | Écrivez 4 chiffres pour l’année. Exemple : 1957.
            31  | 02 | 1957  | Ce jour n’existe pas dans ce mois. Vérifiez le jour et le mois.
            23  | 11 | 2026  | Cette date n’est pas encore arrivée. Vérifiez l’année.
            22  | 11 | 1905  | Cette année donne plus de 120 ans. Vérifiez l’année.
            """)
    void a_wrong_birth_date_says_what_to_correct(String jour, String mois, String annee, String phrase) {
        commencer();
        direSonNom("Belkacem", "Samira");
        direSaNaissance(jour, mois, annee);
        assertThat(titre()).isEqualTo(QUESTION_DE_L_AGE);
        assertThat(phrases()).contains(phrase.replace(" :", "\u00a0:"));
    }

    @Test
    void a_corrected_birth_date_goes_on() {
        commencer();
        direSonNom("Belkacem", "Samira");
        direSaNaissance("31", "2", "1957");
        ecrire("Jour", "28");
        toucher("Continuer");
        assertThat(titre()).isEqualTo("Où habitez-vous\u00a0?");
    }

    @Test
    void someone_under_16_on_the_reference_date_learns_when_and_leaves_nothing() {
        commencer();
        direSonNom("Petit", "Lina");
        direSaNaissance("7", "12", "2010");
        assertThat(titre()).isEqualTo("Vous êtes encore un peu jeune");
        assertThat(phrases()).contains("Vous pourrez poser votre candidature à partir du lundi 7 décembre 2026.");
        assertThat(journal.deposees()).isEmpty();
        toucher("Corriger ma date");
        direSaNaissance("6", "12", "2010");
        assertThat(titre()).isEqualTo("Où habitez-vous\u00a0?");
    }

    static List<List<String>> adresses() {
        return List.of(
                List.of("", "", "Écrivez votre adresse. Exemple\u00a0: 12 rue de l’Alma."),
                List.of("59100", "", "Écrivez aussi le nom de la rue. Exemple\u00a0: 12 rue de l’Alma."),
                List.of("12 rue 😀", "", "Écrivez avec des lettres et des chiffres. Exemple\u00a0: 12 rue de l’Alma."),
                List.of("r".repeat(201), "", "C’est trop long. Écrivez 200 caractères au plus."),
                List.of("12 rue de l’Alma", "b".repeat(201), "C’est trop long. Écrivez 200 caractères au plus."),
                List.of(
                        "12 rue de l’Alma",
                        "étage <2>",
                        "Écrivez avec des lettres et des chiffres. Exemple\u00a0: bâtiment B."));
    }

    @ParameterizedTest
    @MethodSource("adresses")
    void a_wrong_address_says_what_to_write(List<String> cas) {
        versLAdresse();
        ecrire("Numéro et rue, à Roubaix", cas.get(0));
        ecrire("Complément d’adresse", cas.get(1));
        choisir(Secteur.SUD);
        toucher("Continuer");
        assertThat(titre()).isEqualTo("Où habitez-vous\u00a0?");
        assertThat(erreurs()).containsExactly(cas.get(2));
    }

    @Test
    void a_missing_sector_says_whom_to_ask() {
        versLAdresse();
        ecrire("Numéro et rue, à Roubaix", "12 rue de l’Alma");
        toucher("Continuer");
        assertThat(erreurs()).containsExactly("Touchez votre secteur. Vous ne savez pas\u00a0? Demandez à un agent.");
    }

    @Test
    void a_missing_answer_about_balance_says_so() {
        versLAdresse();
        direSonAdresse();
        toucher("Continuer");
        assertThat(erreurs()).containsExactly("Touchez une des 3 réponses.");
    }

    @Test
    void contact_is_optional_but_not_wrong_and_nothing_goes_without_the_attestation() {
        versLAdresse();
        direSonAdresse();
        choisir(Parite.SANS_PREFERENCE);
        toucher("Continuer");
        ecrire("Téléphone, si vous voulez", "06 12");
        ecrire("Courriel, si vous voulez", "samira.exemple.fr");
        toucher("Continuer");
        assertThat(erreurs())
                .containsExactly(
                        "Écrivez 10 chiffres. Exemple\u00a0: 06 12 34 56 78.",
                        "Écrivez l’adresse entière, avec @. Exemple\u00a0: prenom@exemple.fr",
                        "Touchez une des 2 réponses.",
                        "Touchez la case pour l’attester. Sans elle, on ne peut pas envoyer la candidature.");
        ecrire("Téléphone, si vous voulez", "");
        ecrire("Courriel, si vous voulez", "");
        choisir(Publication.NOM);
        test($(Checkbox.class, vue).single()).click();
        toucher("Continuer");
        assertThat(titre()).isEqualTo("Est-ce que tout est juste\u00a0?");
        assertThat(phrases()).contains("Par courrier, à votre adresse");
    }

    private void versLAdresse() {
        commencer();
        direSonNom("Belkacem", "Samira");
        direSaNaissance("14", "3", "1957");
    }
}
