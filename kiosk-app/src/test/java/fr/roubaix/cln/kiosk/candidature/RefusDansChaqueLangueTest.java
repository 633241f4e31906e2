package fr.roubaix.cln.kiosk.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.web.language.Language;

/** Every refusal of every step, in each language: at its field, in that language, and nowhere a key or French words. */
class RefusDansChaqueLangueTest extends CandidatureScreenTest {

    private static final List<String> NOMS = List.of("nom", "prenoms", "usage");

    @AfterEach
    void in_french_again() {
        page().setLocale(Language.FRENCH.locale());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void names(Language langue) {
        commencerEn(langue);
        continuer();
        assertThat(erreurs())
                .containsExactly(dit(langue, "saisie.nom.erreur.VIDE"), dit(langue, "saisie.prenoms.erreur.VIDE"));
        refuseNoms(langue, "R2D2", "CARACTERE_INTERDIT");
        refuseNoms(langue, "--", "SANS_LETTRE");
        refuseNoms(langue, "a".repeat(101), "TROP_LONG");
    }

    private void refuseNoms(Language langue, String nom, String motif) {
        NOMS.forEach(champ -> ecrireIci(champ, nom));
        continuer();
        assertThat(erreurs())
                .containsExactlyElementsOf(NOMS.stream()
                        .map(champ -> dit(langue, "saisie." + champ + ".erreur." + motif))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void birth_dates(Language langue) {
        commencerEn(langue);
        nommer();
        refuseDate(langue, "", "3", "1957", "JOUR_MANQUANT");
        refuseDate(langue, "14", "", "1957", "MOIS_MANQUANT");
        refuseDate(langue, "14", "3", "", "ANNEE_MANQUANTE");
        refuseDate(langue, "32", "3", "1957", "JOUR_HORS_LIMITES");
        refuseDate(langue, "14", "13", "1957", "MOIS_HORS_LIMITES");
        refuseDate(langue, "14", "3", "57", "ANNEE_SUR_QUATRE_CHIFFRES");
        refuseDate(langue, "31", "2", "1957", "DATE_INEXISTANTE");
        refuseDate(langue, "23", "11", "2026", "DATE_FUTURE");
        refuseDate(langue, "22", "11", "1905", "AGE_INVRAISEMBLABLE");
        dater("7", "12", "2010");
        assertThat(titre()).isEqualTo(dit(langue, "parcours.jeune.titre"));
        assertThat(phrases()).contains(dit(langue, "parcours.jeune.texte"));
    }

    private void refuseDate(Language langue, String jour, String mois, String annee, String motif) {
        dater(jour, mois, annee);
        assertThat(phrases()).contains(dit(langue, "saisie.naissance.erreur." + motif));
        assertThat($(TextField.class, vue).all())
                .filteredOn(TextField::isInvalid)
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void addresses_without_a_base(Language langue) {
        commencerEn(langue);
        nommer();
        dater("14", "3", "1957");
        refuseAdresse(langue, "", "", "voie", "VIDE");
        assertThat(erreurs()).contains(dit(langue, "saisie.secteur.erreur"));
        choisir(Secteur.NORD);
        refuseAdresse(langue, "59100", "", "voie", "SANS_LETTRE");
        refuseAdresse(langue, "12 rue 😀", "", "voie", "CARACTERE_INTERDIT");
        refuseAdresse(langue, "r".repeat(201), "", "voie", "TROP_LONG");
        refuseAdresse(langue, "12 rue de l’Alma", "<2>", "complement", "CARACTERE_INTERDIT");
        refuseAdresse(langue, "12 rue de l’Alma", "b".repeat(201), "complement", "TROP_LONG");
    }

    private void refuseAdresse(Language langue, String voie, String complement, String champ, String motif) {
        ecrireIci("voie", voie);
        ecrireIci("complement", complement);
        continuer();
        assertThat(erreurs()).contains(dit(langue, "saisie." + champ + ".erreur." + motif));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void addresses_with_a_base(Language langue) {
        adresses.base = true;
        commencerEn(langue);
        nommer();
        dater("14", "3", "1957");
        ecrireIci("voie", "12 rue, 59200 Tourcoing");
        continuer();
        assertThat(erreurs()).singleElement().asString().contains("59200 Tourcoing");
        assertThat(erreurs().getFirst())
                .isEqualTo(page().getTranslation("saisie.voie.erreur.ailleurs", "59200 Tourcoing"));
        ecrireIci("voie", "Rue de l’Essai");
        continuer();
        assertThat(erreurs()).contains(dit(langue, "saisie.propositions.erreur"));
        choisir(FakeAdresses.RUE);
        continuer();
        assertThat(erreurs()).contains(dit(langue, "saisie.voie.erreur.numero"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void balance_contact_attestation_and_what_the_terminal_itself_refuses(Language langue) {
        commencerEn(langue);
        nommer();
        dater("14", "3", "1957");
        ecrireIci("voie", "12 rue de l’Alma");
        choisir(Secteur.NORD);
        continuer();
        continuer();
        assertThat(erreurs()).containsExactly(dit(langue, "saisie.parite.erreur"));
        choisir(Parite.FEMMES);
        continuer();
        ecrireIci("telephone", "06 12");
        ecrireIci("courriel", "samira.exemple.fr");
        continuer();
        assertThat(erreurs())
                .containsExactly(
                        dit(langue, "saisie.telephone.erreur.TELEPHONE_MAL_FORME"),
                        dit(langue, "saisie.courriel.erreur.COURRIEL_MAL_FORME"),
                        dit(langue, "saisie.publication.erreur"),
                        dit(langue, "saisie.attestation.erreur"));
        ecrireIci("telephone", "");
        ecrireIci("courriel", "");
        choisir(Publication.SECTEUR_SEUL);
        test($(Checkbox.class, vue).single()).click();
        continuer();
        journal.plein(true);
        continuer();
        assertThat(titre()).isEqualTo(dit(langue, "parcours.impossible.titre"));
        assertThat(phrases()).contains(dit(langue, "parcours.impossible.texte"));
        journal.plein(false);
        hub.publier(new AppelPublie(FakeHub.APPEL, true));
        continuer();
        assertThat(titre()).isEqualTo(dit(langue, "parcours.ferme.titre"));
        assertThat(journal.deposees()).isEmpty();
    }

    /** The main button of the screen, whatever it is called. */
    private void continuer() {
        test($(Button.class, vue).all().stream()
                        .filter(bouton -> bouton.getThemeNames().contains(ButtonVariant.PRIMARY.getVariantName()))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private void commencerEn(Language langue) {
        page().setLocale(langue.locale());
        ouvrir();
        continuer();
    }

    private void nommer() {
        ecrireIci("nom", "Belkacem");
        ecrireIci("prenoms", "Samira");
        ecrireIci("usage", "");
        continuer();
    }

    private void dater(String jour, String mois, String annee) {
        ecrireIci("jour", jour);
        ecrireIci("mois", mois);
        ecrireIci("annee", annee);
        continuer();
    }

    private void ecrireIci(String champ, String texte) {
        ecrire(page().getTranslation("saisie." + champ + ".libelle"), texte);
    }

    /** The sentence in that language; a sentence that is the French one, or the name of its key, is none. */
    private String dit(Language langue, String cle) {
        String phrase = page().getTranslation(cle);
        assertThat(phrase).as(cle).doesNotContain(cle).isNotBlank();
        if (!Set.of(Language.FRENCH, Language.EASY_FRENCH).contains(langue)) {
            assertThat(phrase).as(cle).isNotEqualTo(page().getTranslation(Locale.FRENCH, cle));
        }
        return phrase;
    }
}
