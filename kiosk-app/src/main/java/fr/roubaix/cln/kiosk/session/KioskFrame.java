package fr.roubaix.cln.kiosk.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.sync.Bulletin.ContactDeMairie;
import fr.roubaix.cln.web.DisplaySettings;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.Wordmark;
import fr.roubaix.cln.web.access.FourButtons;
import fr.roubaix.cln.web.access.OnScreenKeyboard;
import fr.roubaix.cln.web.access.ReadAloud;

/** What stands around every screen: where one is, whether the hub is in reach, and the bar that never moves. */
@Layout
class KioskFrame extends Div implements RouterLayout, AfterNavigationObserver {

    private static final int LINK_REFRESH_MILLIS = 10_000;

    private static final int IDLE_MIN_SECONDS = 30;
    private static final int IDLE_MAX_SECONDS = 300;

    private final Hub hub;
    private final Duration idleAfter;
    private final DisplaySettings settings = new DisplaySettings("kiosk");
    private final IdleGuard guard = new IdleGuard();
    private final ReadAloud voice = new ReadAloud();
    private final OnScreenKeyboard keyboard = new OnScreenKeyboard();
    private final Main main = new Main();
    private final Div place = new Div();
    private final Div link = new Div();
    private @Nullable Secteur shownPlace;
    private @Nullable Boolean shownLink;
    private boolean home;
    private boolean somethingLeft;

    KioskFrame(
            Hub hub,
            @Value("${cln.kiosk.inactivite-secondes:60}") int idleSeconds,
            @Value("${cln.kiosk.clavier:true}") boolean drawnKeyboard,
            @Value("${cln.kiosk.boutons:F13,F14,F15,F16}") List<String> buttons) {
        this.hub = hub;
        this.idleAfter = Duration.ofSeconds(Math.clamp(idleSeconds, IDLE_MIN_SECONDS, IDLE_MAX_SECONDS));
        addClassName("kiosk");
        main.addClassName("kiosk__main");
        place.addClassName("place");
        link.addClassName("link");
        link.getElement().setAttribute("role", "status");
        keyboard.use(drawnKeyboard);
        add(settings, header(), main, bar(), voice, keyboard, new FourButtons(buttons), guard);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement content) {
        main.getElement().removeAllChildren();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        guard.keep(ui);
        ui.addPollListener(_ -> showSurroundings());
        showSurroundings();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        home = event.getLocation().getPath().isEmpty();
        // A parameter means that home has something to tell one person, of which the next has no use.
        somethingLeft |=
                !event.getLocation().getQueryParameters().getParameters().isEmpty();
        guard();
        getUI().filter(ui -> ui.getPollInterval() <= 0).ifPresent(ui -> ui.setPollInterval(LINK_REFRESH_MILLIS));
        showSurroundings();
    }

    /**
     * Home holds nothing of anybody, except the text size, the colours or a message that someone left there: these go
     * away without a question.
     */
    private void guard() {
        guard.nothingToLose(home);
        if (home && !somethingLeft) {
            guard.rest();
        } else {
            guard.watch(idleAfter);
        }
    }

    private Header header() {
        var header = new Header(new Wordmark(), place, link);
        header.addClassName("kiosk__head");
        return header;
    }

    /** Changes only what changed: the link is a live region, and would be read aloud again each time. */
    private void showSurroundings() {
        var mairie = hub.borne().map(Hub.Borne::mairie).orElse(null);
        if (mairie != shownPlace) {
            shownPlace = mairie;
            showPlace(mairie);
        }
        boolean connected = hub.liaison().connectee();
        if (!Boolean.valueOf(connected).equals(shownLink)) {
            shownLink = connected;
            showLink(connected);
        }
    }

    private void showPlace(@Nullable Secteur mairie) {
        place.removeAll();
        if (mairie != null) {
            place.add(DrawnIcon.of(mairie), new Span(getTranslation("frame.mairie", mairie.nom())));
        }
    }

    private void showLink(boolean connected) {
        link.removeAll();
        link.setClassName("link--off", !connected);
        link.add(
                new DrawnIcon(connected ? "wifi" : "wifi-off"),
                new Span(getTranslation(connected ? "frame.connectee" : "frame.hors-ligne")));
    }

    private Nav bar() {
        var bar = new Nav(
                item(
                        "globe",
                        "frame.langue",
                        () -> DisplayDialogs.message(
                                        this, "frame.langue.titre", getTranslation("frame.langue.explication"))
                                .open()),
                item(
                        "text",
                        "frame.taille",
                        () -> DisplayDialogs.size(this, settings).open()),
                item(
                        "contrast",
                        "frame.contraste",
                        () -> DisplayDialogs.contrast(this, settings).open()),
                listen(),
                item("bell", "frame.agent", this::callAgent),
                item("exit", "frame.quitter", () -> getUI().ifPresent(Departure::of)));
        bar.addClassName("bar");
        bar.setAriaLabel(getTranslation("frame.barre"));
        bar.getElement().getChild(4).getClassList().add("bar__item--help");
        bar.getElement().getChild(5).getClassList().add("bar__item--exit");
        return bar;
    }

    private NativeButton listen() {
        var button = voice.button();
        button.addClassName("bar__item");
        return button;
    }

    private NativeButton item(String icon, String key, Runnable action) {
        var button = new NativeButton();
        button.add(new DrawnIcon(icon), new Span(getTranslation(key)));
        button.addClickListener(_ -> {
            somethingLeft = true;
            guard();
            action.run();
        });
        button.addClassName("bar__item");
        return button;
    }

    private void callAgent() {
        var sentences = Stream.of(
                Optional.of(getTranslation("frame.agent.explication")),
                telephone().map(number -> getTranslation("frame.agent.telephone", number)));
        var dialog = DisplayDialogs.message(
                this, "frame.agent.titre", sentences.flatMap(Optional::stream).toArray(String[]::new));
        dialog.getFooter().add(new Button(getTranslation("frame.agent.entrer"), _ -> {
            dialog.close();
            getUI().ifPresent(ui -> ui.navigate("agent"));
        }));
        dialog.open();
    }

    /** The mairie's own number, or else the council's. */
    private Optional<String> telephone() {
        var mairie = hub.borne().map(Hub.Borne::mairie);
        return hub.bulletin()
                .map(bulletin -> bulletin.contacts().stream()
                        .filter(contact ->
                                mairie.filter(contact.secteur()::equals).isPresent())
                        .map(ContactDeMairie::telephone)
                        .findFirst()
                        .orElse(bulletin.telephone()));
    }
}
