package fr.roubaix.cln.kiosk.candidature;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;

/** What a resident does and sees, in the words of the screen. */
@ContextConfiguration(classes = BorneDEssai.class)
@ViewPackages(classes = CandidatureView.class)
abstract class CandidatureScreenTest extends SpringBrowserlessTest {

    @Autowired
    FakeHub hub;

    @Autowired
    FakeJournal journal;

    @Autowired
    FakeReceipts receipts;

    @BeforeEach
    void an_open_call_and_a_terminal_in_order() {
        hub.publier(new AppelPublie(FakeHub.APPEL, false));
        journal.vider();
        receipts.remettreEnEtat();
    }

    String titre() {
        return $(H1.class).single().getText();
    }

    /** Every paragraph that the screen shows. */
    List<String> phrases() {
        return $(Paragraph.class).all().stream()
                .map(Component::getElement)
                .map(e -> e.getTextRecursively().strip())
                .toList();
    }

    void toucher(String bouton) {
        test(bouton(bouton)).click();
    }

    Button bouton(String libelle) {
        return $(Button.class).withText(libelle).single();
    }

    TextField champ(String libelle) {
        return $(TextField.class).withCaption(libelle).single();
    }

    void ecrire(String libelle, String texte) {
        test(champ(libelle)).setValue(texte);
    }

    /** The errors shown at the fields, in reading order. */
    List<String> erreurs() {
        Stream<String> lignes =
                $(TextField.class).all().stream().filter(TextField::isInvalid).map(TextField::getErrorMessage);
        Stream<String> choix = choix().filter(RadioButtonGroup::isInvalid).map(RadioButtonGroup::getErrorMessage);
        Stream<String> cases =
                $(Checkbox.class).all().stream().filter(Checkbox::isInvalid).map(Checkbox::getErrorMessage);
        return Stream.of(lignes, choix, cases)
                .flatMap(s -> s)
                .filter(Objects::nonNull)
                .toList();
    }

    private Stream<RadioButtonGroup<?>> choix() {
        return $(RadioButtonGroup.class).all().stream().map(groupe -> (RadioButtonGroup<?>) groupe);
    }

    @SuppressWarnings("unchecked") // the query takes a class; the caller knows which items the group has
    void choisir(Object valeur) {
        ((RadioButtonGroup<Object>) choix().findFirst().orElseThrow()).setValue(valeur);
    }

    void commencer() {
        navigate(CandidatureView.class);
        toucher("J’ai lu");
    }

    void direSonNom(String naissance, String prenoms) {
        ecrire("Nom de naissance", naissance);
        ecrire("Prénoms", prenoms);
        toucher("Continuer");
    }

    void direSaNaissance(String jour, String mois, String annee) {
        ecrire("Jour", jour);
        ecrire("Mois", mois);
        ecrire("Année", annee);
        toucher("Continuer");
    }

    void direSonAdresse() {
        ecrire("Numéro et rue, à Roubaix", "12 av. de l’Alma");
        choisir(Secteur.NORD);
        toucher("Continuer");
    }

    void attester() {
        choisir(Publication.SECTEUR_SEUL);
        test($(Checkbox.class).single()).click();
        toucher("Continuer");
    }

    /** Up to the review, with an answer everywhere. */
    void toutRemplir() {
        commencer();
        direSonNom("Belkacem", "Samira");
        direSaNaissance("14", "3", "1957");
        direSonAdresse();
        choisir(Parite.FEMMES);
        toucher("Continuer");
        attester();
    }

    /** Text that no screen may show: a key without its sentence. */
    static boolean sansTrou(Component ecran) {
        return Arrays.stream(ecran.getElement().getOuterHTML().split("[<>]")).noneMatch(t -> t.contains("!{"));
    }

    static UI page() {
        return UI.getCurrent();
    }
}
