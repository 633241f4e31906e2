package fr.roubaix.cln.kiosk.home;

import java.util.stream.IntStream;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;

import fr.roubaix.cln.web.Pages;
import fr.roubaix.cln.web.access.FourButtons;
import fr.roubaix.cln.web.language.InFrench;

/** What the council is, in plain words (call for applications; règlement art. 1 to 5, 7 and 8). */
@Route("comprendre")
class UnderstandView extends Div implements HasDynamicTitle, LocaleChangeObserver {

    private static final int FACTS = 9;

    /** Where the City publishes the whole règlement (its page of contacts). */
    private static final String WHOLE_TEXT = "lafabrique.ville-roubaix.fr/cln";

    UnderstandView() {
        addClassName("page-view");
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        removeAll();
        var facts = new Div();
        facts.addClassName("facts");
        IntStream.rangeClosed(1, FACTS).mapToObj(this::fact).forEach(facts::add);
        var back = new Button(getTranslation("home.retour"), _ -> getUI().ifPresent(ui -> ui.navigate("")));
        back.addThemeVariants(ButtonVariant.PRIMARY);
        FourButtons.wayBack(back);
        var pages = new Pages(facts);
        var acts = new Div(back, pages.turning());
        acts.addClassName("acts");
        facts.add(
                new Paragraph(getTranslation("comprendre.source", WHOLE_TEXT)),
                new InFrench(IntStream.rangeClosed(1, FACTS)
                        .mapToObj(number -> "comprendre." + number + ".texte")
                        .toArray(String[]::new)));
        add(new H1(getTranslation("comprendre.titre")), pages, acts);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("comprendre.titre");
    }

    private Div fact(int number) {
        var fact = new Div(
                new H2(getTranslation("comprendre." + number + ".titre")),
                new Paragraph(getTranslation("comprendre." + number + ".texte")));
        fact.addClassName("card");
        return fact;
    }
}
