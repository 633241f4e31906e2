package fr.roubaix.cln.kiosk.home;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.Weave;

/** The first screen: what one can do here, and until when. */
@Route("")
class HomeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Hub hub;
    private final Clock clock;
    private String shown = "";
    private boolean expired;

    HomeView(Hub hub, Clock clock) {
        this.hub = hub;
        this.clock = clock;
        addClassName("home-view");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("home.titre-de-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        expired = event.getLocation().getQueryParameters().getParameters().containsKey("session-expiree");
        show();
    }

    /** This screen stays open for weeks: calls open and close under it. */
    @Override
    protected void onAttach(AttachEvent event) {
        var polling = event.getUI().addPollListener(_ -> {
            if (!sentence().equals(shown)) {
                show();
            }
        });
        addDetachListener(_ -> polling.remove());
    }

    private void show() {
        removeAll();
        shown = sentence();
        var lead = new Paragraph(shown);
        lead.addClassName("lead");
        var words = new Div(new H1(getTranslation("home.titre")), lead);
        if (expired) {
            var note = new Paragraph(getTranslation("home.session-expiree"));
            note.addClassNames("note", "note--warn");
            note.getElement().setAttribute("role", "alert");
            words.add(note);
        }
        var home = new Div(words, new Weave());
        home.addClassName("home");
        add(home, doors());
    }

    private String sentence() {
        Instant now = clock.instant();
        if (hub.borne().isEmpty() || hub.bulletin().isEmpty()) {
            return getTranslation("home.pas-en-service");
        }
        return appel().map(publie -> sentence(publie, now)).orElseGet(() -> getTranslation("home.aucun-appel"));
    }

    private String sentence(AppelPublie publie, Instant now) {
        Appel appel = publie.appel();
        if (publie.accepte(now)) {
            return getTranslation("home.ouvert", FrenchDates.end(appel));
        }
        return !publie.clos() && now.isBefore(appel.ouverture())
                ? getTranslation("home.a-venir", FrenchDates.day(appel.ouvreLe()))
                : getTranslation("home.clos", FrenchDates.day(appel.tirageLe()), appel.lieuDuTirage());
    }

    private Optional<AppelPublie> appel() {
        Instant now = clock.instant();
        var appels = hub.bulletin().stream().flatMap(b -> b.appels().stream()).toList();
        return appels.stream()
                .filter(a -> a.accepte(now))
                .findFirst()
                .or(() -> appels.stream().findFirst());
    }

    private boolean open() {
        Instant now = clock.instant();
        return hub.borne().isPresent() && appel().filter(a -> a.accepte(now)).isPresent();
    }

    private Div doors() {
        var doors = new Div();
        doors.addClassName("doors");
        if (open()) {
            var apply = door("form", "home.candidater", "candidature");
            apply.addClassName("door--main");
            apply.add(new Weave());
            doors.add(apply);
        } else {
            doors.addClassName("doors--two");
        }
        doors.add(door("search", "home.suivre", "suivre"), door("bulb", "home.comprendre", "comprendre"));
        return doors;
    }

    private NativeButton door(String icon, String key, String route) {
        var disc = new Span(new DrawnIcon(icon));
        disc.addClassName("disc");
        var title = new Span(getTranslation(key));
        title.addClassName("door__title");
        var text = new Span(getTranslation(key + ".texte"));
        text.addClassName("door__text");
        var go = new Span(new Span(getTranslation(key + ".action")), new DrawnIcon("arrow"));
        go.addClassName("go");
        var door = new NativeButton();
        door.add(disc, title, text, go);
        door.addClassName("door");
        door.addClickListener(_ -> door.getUI().ifPresent(ui -> ui.navigate(route)));
        return door;
    }
}
