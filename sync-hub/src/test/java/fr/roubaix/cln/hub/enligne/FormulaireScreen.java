package fr.roubaix.cln.hub.enligne;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import com.vaadin.browserless.mocks.MockHttpSession;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithAnonymousUser;

import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;

/** What somebody does and sees at home, in the words of the page. */
@WithAnonymousUser
abstract class FormulaireScreen extends HubScreens {

    FormulaireView form;

    @Autowired
    private ApplicationContext context;

    /** From 5 May to 6 June 2027, drawn on the 13th. */
    void aCall() {
        jdbc.sql("""
                INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le, ouvert_par)
                VALUES ('2027', 'Appel', '2027-05-05', '2027-06-06', '2027-06-06', '2027-06-13', 'Hôtel de ville', 1, 'maud.v')
                """).update();
    }

    void openForm() {
        form = navigate(FormulaireView.class);
    }

    /** The same browser asks for the page again: a new view in the session there is. */
    void reload() {
        form = context.getAutowireCapableBeanFactory().createBean(FormulaireView.class);
        UI.getCurrent().add(form);
    }

    /** On the page that was loaded last; the warning stands beside it. */
    @Override
    protected Button button(String text) {
        return $(Button.class, (Component) form).all().stream()
                .filter(b -> b.getText().equals(text))
                .findFirst()
                .orElseGet(() -> super.button(text));
    }

    @Override
    protected TextField field(String label) {
        return $(TextField.class, (Component) form).withCaption(label).single();
    }

    String title() {
        return $(H1.class, (Component) form).single().getText();
    }

    String said() {
        return text(form);
    }

    List<String> sentences() {
        return $(Paragraph.class, (Component) form).all().stream()
                .map(p -> p.getElement().getTextRecursively().strip())
                .toList();
    }

    /** The errors shown at the fields, in reading order. */
    List<String> errors() {
        return Stream.concat(
                        $(TextField.class, (Component) form).all().stream()
                                .filter(TextField::isInvalid)
                                .map(TextField::getErrorMessage),
                        groups().filter(RadioButtonGroup::isInvalid).map(RadioButtonGroup::getErrorMessage))
                .toList();
    }

    private Stream<RadioButtonGroup<?>> groups() {
        return $(RadioButtonGroup.class, (Component) form).all().stream().map(group -> (RadioButtonGroup<?>) group);
    }

    void give(String surname) {
        click("J’ai lu");
        field("Nom de naissance").setValue(surname);
        field("Prénoms").setValue("Samira");
        click("Continuer");
    }

    void born(String day, String month, String year) {
        field("Jour").setValue(day);
        field("Mois").setValue(month);
        field("Année").setValue(year);
        click("Continuer");
    }

    void live() {
        field("Numéro et rue, à Roubaix").setValue("12 av. de l’Alma");
        choose(Secteur.NORD);
        click("Continuer");
    }

    @SuppressWarnings("unchecked") // the caller knows which answers the question has
    void choose(Object answer) {
        ((RadioButtonGroup<Object>)
                        $(RadioButtonGroup.class, (Component) form).all().getFirst())
                .setValue(answer);
    }

    void attest() {
        choose(Publication.SECTEUR_SEUL);
        $(Checkbox.class, (Component) form).single().setValue(true);
        click("Continuer");
    }

    /** From the notice to the review, with an answer everywhere. */
    void fillIn(String surname) {
        give(surname);
        born("14", "3", "1957");
        live();
        choose(Parite.FEMMES);
        click("Continuer");
        attest();
        assertThat(title()).isEqualTo("Est-ce que tout est juste\u00a0?");
    }

    static MockHttpSession session() {
        return (MockHttpSession)
                ((WrappedHttpSession) VaadinSession.getCurrent().getSession()).getHttpSession();
    }
}
