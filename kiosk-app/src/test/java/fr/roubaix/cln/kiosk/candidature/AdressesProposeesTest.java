package fr.roubaix.cln.kiosk.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.OrigineDuSecteur;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.web.saisie.AdressesProposees.Proposition;

/** The address step of a kiosk that has an address base. */
class AdressesProposeesTest extends CandidatureScreenTest {

    private static final String VOIE = "Numéro et rue, à Roubaix";
    private static final Proposition HORS_LISTE = new Proposition("", true, Optional.empty());

    @BeforeEach
    void at_the_address_step_of_a_kiosk_with_a_base() {
        adresses.base = true;
        commencer();
        direSonNom("Fictif", "Samira");
        direSaNaissance("14", "3", "1957");
        assertThat(titre()).isEqualTo("Où habitez-vous\u00a0?");
    }

    private FicheDeCandidature deposee() {
        choisir(Parite.FEMMES);
        toucher("Continuer");
        attester();
        toucher("Envoyer ma candidature");
        return journal.seuleFiche();
    }

    @SuppressWarnings("unchecked") // the only group of lines
    private RadioButtonGroup<Proposition> lignes() {
        return (RadioButtonGroup<Proposition>) $(RadioButtonGroup.class, vue)
                .withClassName("saisie__choix--propositions")
                .single();
    }

    private List<Proposition> proposees() {
        return lignes().getListDataView().getItems().toList();
    }

    @Test
    void the_chosen_line_gives_the_address_and_the_sector_in_words() {
        ecrire(VOIE, "12 rue");
        assertThat(proposees()).containsExactly(FakeAdresses.DOUZE, HORS_LISTE);
        lignes().setValue(FakeAdresses.DOUZE);
        assertThat(champ(VOIE).getValue()).isEqualTo("12 rue de l’Essai");
        assertThat(phrases()).contains("Vous habitez dans le secteur", "Sud");
        toucher("Continuer");
        var fiche = deposee();
        assertThat(fiche.secteur()).isEqualTo(Secteur.SUD);
        assertThat(fiche.origineDuSecteur()).isEqualTo(OrigineDuSecteur.BASE_D_ADRESSES);
        assertThat(fiche.habitant().adresse().voie()).isEqualTo("12 rue de l’Essai");
    }

    @Test
    void the_whole_address_typed_by_hand_is_chosen_by_itself() {
        ecrire(VOIE, "12 RUE DE L’ESSAI");
        toucher("Continuer");
        assertThat(deposee().origineDuSecteur()).isEqualTo(OrigineDuSecteur.BASE_D_ADRESSES);
    }

    @Test
    void an_unknown_address_is_kept_as_typed_and_its_sector_is_to_be_confirmed() {
        ecrire(VOIE, "Péniche Fictive, quai neuf");
        lignes().setValue(HORS_LISTE);
        assertThat(phrases()).anyMatch(phrase -> phrase.contains("Un agent le confirmera"));
        toucher("Continuer");
        assertThat(erreurs()).containsExactly("Touchez votre secteur. Vous ne savez pas\u00a0? Demandez à un agent.");
        secteurs().setValue(Secteur.EST);
        toucher("Continuer");
        choisir(Parite.FEMMES);
        toucher("Continuer");
        attester();
        assertThat(phrases()).contains("Péniche Fictive, quai neuf · secteur Est, à confirmer par un agent");
        toucher("Envoyer ma candidature");
        assertThat(journal.seuleFiche())
                .returns(Secteur.EST, FicheDeCandidature::secteur)
                .returns(OrigineDuSecteur.DECLARATION, FicheDeCandidature::origineDuSecteur);
    }

    @SuppressWarnings("unchecked") // the only group of sectors
    private RadioButtonGroup<Secteur> secteurs() {
        return (RadioButtonGroup<Secteur>) $(RadioButtonGroup.class, vue)
                .withClassName("saisie__choix--secteur")
                .single();
    }

    @Test
    void an_address_that_the_base_puts_in_no_sector_asks_for_it() {
        ecrire(VOIE, "14 rue");
        lignes().setValue(FakeAdresses.LISIERE);
        secteurs().setValue(Secteur.OUEST);
        toucher("Continuer");
        assertThat(deposee().origineDuSecteur()).isEqualTo(OrigineDuSecteur.DECLARATION);
    }

    @Test
    void a_street_alone_asks_for_the_number() {
        ecrire(VOIE, "rue de");
        lignes().setValue(FakeAdresses.RUE);
        assertThat(erreurs()).containsExactly("Ajoutez votre numéro devant la rue. Exemple\u00a0: 12 rue de l’Alma.");
        toucher("Continuer");
        assertThat(titre()).isEqualTo("Où habitez-vous\u00a0?");
    }

    @Test
    void another_town_is_refused_with_the_reason_and_nothing_goes_on() {
        ecrire(VOIE, "12 rue de l’Essai 59200 Tourcoing");
        assertThat(erreurs()).singleElement().asString().contains("«\u00a059200 Tourcoing\u00a0» n’est pas à Roubaix");
        toucher("Continuer");
        assertThat(titre()).isEqualTo("Où habitez-vous\u00a0?");
        assertThat(erreurs()).hasSize(1);
    }

    @Test
    void without_a_choice_the_list_says_what_to_do() {
        toucher("Continuer");
        assertThat(erreurs()).containsExactly("Écrivez votre adresse. Exemple\u00a0: 12 rue de l’Alma.");
        ecrire(VOIE, "12 rue");
        toucher("Continuer");
        assertThat(erreurs()).singleElement().asString().contains("Mon adresse n’est pas dans la liste");
    }

    @Test
    void what_is_typed_after_a_choice_undoes_it() {
        ecrire(VOIE, "12 rue");
        lignes().setValue(FakeAdresses.DOUZE);
        ecrire(VOIE, "14 rue");
        assertThat(lignes().getValue()).isNull();
        assertThat(phrases()).doesNotContain("Sud").contains("Votre secteur s’affichera ici.");
    }

    @Test
    void the_lines_found_are_announced_and_few_letters_find_nothing() {
        ecrire(VOIE, "12");
        assertThat($(RadioButtonGroup.class, vue)
                        .withClassName("saisie__choix--propositions")
                        .all())
                .isEmpty();
        ecrire(VOIE, "12 rue");
        assertThat($(Span.class, vue).withClassName("sr-only").single().getText())
                .isEqualTo("Adresses proposées sous le champ\u00a0: 1.");
    }

    @Test
    void the_review_leads_back_to_the_same_choice() {
        ecrire(VOIE, "12 rue de l’Essai");
        toucher("Continuer");
        choisir(Parite.FEMMES);
        toucher("Continuer");
        attester();
        test($(com.vaadin.flow.component.button.Button.class, vue)
                        .withAttribute("aria-label", "Modifier votre adresse")
                        .single())
                .click();
        assertThat(lignes().getValue()).isEqualTo(FakeAdresses.DOUZE);
        toucher("Retour");
        assertThat(phrases()).contains("12 rue de l’Essai · secteur Sud");
    }
}
