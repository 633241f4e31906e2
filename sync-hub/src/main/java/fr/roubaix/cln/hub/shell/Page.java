package fr.roubaix.cln.hub.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/** A staff screen: its title, a line under it, what one can do there, a place for messages, then the content. */
public abstract class Page extends Main implements HasDynamicTitle {

    private final String cleDuTitre;
    private final Paragraph sousTitre = new Paragraph();
    private final Header entete = new Header();
    private final Div messages = new Div();

    protected Page(String cleDuTitre) {
        this.cleDuTitre = cleDuTitre;
        addClassName("page");
        entete.addClassName("page__head");
        entete.add(new Div(new H1(getTranslation(cleDuTitre)), sousTitre));
        messages.setVisible(false);
        add(entete, messages);
    }

    protected final void sousTitre(String texte) {
        sousTitre.setText(texte);
    }

    protected final void action(Component action) {
        entete.add(action);
    }

    /** Says what became of an act, in place of what was said before. */
    protected final void dire(Avis.Ton ton, String phrase) {
        messages.removeAll();
        messages.add(new Avis(ton, phrase));
        messages.setVisible(true);
        messages.scrollIntoView();
    }

    protected final void taire() {
        messages.removeAll();
        messages.setVisible(false);
    }

    @Override
    public final String getPageTitle() {
        return getTranslation("enseigne.titre", getTranslation(cleDuTitre));
    }
}
