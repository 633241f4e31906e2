package fr.roubaix.cln.hub.enligne;

import java.time.Duration;
import java.util.Optional;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.hub.contacts.Contacts;
import fr.roubaix.cln.web.Forgetting;
import fr.roubaix.cln.web.IdleWarning;
import fr.roubaix.cln.web.IdleWatch;
import fr.roubaix.cln.web.Wordmark;
import fr.roubaix.cln.web.candidature.Message;

/**
 * What stands around the form at home. Whoever does not touch anything for {@link #REPOS} is asked, then erased: nobody
 * waits behind them as at a kiosk, they may have to look for a paper or a child, and a reader of a library who left is not
 * shown to the next one for long.
 */
@StyleSheet("context://cln/saisie.css")
@StyleSheet("context://hub/chez-soi.css")
@AnonymousAllowed
class CadreChezSoi extends Div implements RouterLayout, AfterNavigationObserver {

    private static final Duration REPOS = Duration.ofMinutes(10);
    private static final Duration REBOURS = Duration.ofSeconds(60);

    /** Query parameter by which the page learns that what was typed before is gone. */
    static final String EXPIREE = "expiree";

    private final Div avis = new Div();
    private final Div place = new Div();
    private final Main contenu = new Main(avis, place);
    private final IdleWatch veille = new IdleWatch();
    private final Forgetting oubli = new Forgetting();

    CadreChezSoi(Visite visite, Contacts contacts) {
        addClassName("chez-soi");
        contenu.addClassName("chez-soi__contenu");
        place.addClassName("chez-soi__place");
        var enseigne = new Anchor("/", new Wordmark());
        enseigne.setRouterIgnore(true);
        var tete = new Header(enseigne);
        tete.addClassName("chez-soi__tete");
        var pied = new Footer(
                new Paragraph(getTranslation("enligne.pied", contacts.telephone())),
                new Paragraph(getTranslation("enligne.pied.donnees")),
                new Paragraph(
                        lire("enligne.pied.notice", "/vos-donnees"),
                        lire("enligne.pied.jeunes", "/vos-donnees/jeunes"),
                        lire("enligne.pied.responsable", "/vos-donnees/responsable-legal")));
        pied.addClassName("chez-soi__pied");
        veille.onIdle(_ -> new IdleWarning(REBOURS, visite::abandonner).open());
        veille.watch(REPOS);
        add(tete, contenu, pied, veille, oubli);
    }

    /** Beside the form, not in its place: whoever reads goes on where they were. */
    private Anchor lire(String cle, String adresse) {
        var lien = new Anchor(adresse, getTranslation(cle), AnchorTarget.BLANK);
        lien.setRouterIgnore(true);
        lien.getElement().setAttribute("rel", "noopener");
        return lien;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        place.getElement().removeAllChildren();
        place.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement content) {
        place.getElement().removeAllChildren();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ComponentUtil.setData(event.getUI(), CadreChezSoi.class, this);
    }

    /** The frame of this page, when it has this one. */
    static Optional<CadreChezSoi> de(UI ui) {
        return Optional.ofNullable(ComponentUtil.getData(ui, CadreChezSoi.class));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (event.getLocation().getQueryParameters().getParameters().containsKey(EXPIREE)) {
            avis.removeAll();
            avis.add(Message.alerte(getTranslation("enligne.expiree")));
        }
    }

    /** Before the browser leaves: it keeps nothing aside for its "back" button, and asks nothing. */
    void vider() {
        oubli.done();
        place.removeAll();
    }
}
