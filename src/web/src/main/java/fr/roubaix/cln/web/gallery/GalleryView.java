package fr.roubaix.cln.web.gallery;

import static fr.roubaix.cln.web.gallery.Samples.words;

import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

/**
 * The building blocks, a page each; the frame around it changes theme and text size. An application registers it only for a
 * demonstration with {@code --galerie}.
 */
@Route(value = GalleryView.ADDRESS, registerAtStartup = false)
public final class GalleryView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    static final String ADDRESS = "galerie";

    private String title = words("accueil");

    public GalleryView() {
        addClassNames("page-view", "galerie");
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String address) {
        removeAll();
        Optional.ofNullable(address).flatMap(Exhibit::at).ifPresentOrElse(this::show, this::list);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void list() {
        title = words("accueil");
        var links = new Div();
        links.addClassName("galerie__liste");
        Exhibit.ALL.stream()
                .map(exhibit -> leads(exhibit.title(), ADDRESS + "/" + exhibit.title()))
                .forEach(links::add);
        add(new H1(title), new Paragraph(words("accueil.texte")), links);
    }

    private void show(Exhibit exhibit) {
        title = exhibit.title();
        var states = new Div();
        states.addClassName("galerie__etats");
        exhibit.states().stream().map(GalleryView::state).forEach(states::add);
        add(new H1(title), states, leads(words("retour"), ADDRESS));
    }

    private static Div state(Component shown) {
        var state = new Div(shown);
        state.addClassName("galerie__etat");
        return state;
    }

    private static Button leads(String words, String address) {
        var button = new Button(words);
        button.addClickListener(_ -> button.getUI().ifPresent(ui -> ui.navigate(address)));
        return button;
    }
}
