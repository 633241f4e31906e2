package fr.roubaix.cln.kiosk.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

import fr.roubaix.cln.hardware.profile.TerminalProfile;
import fr.roubaix.cln.hardware.profile.TerminalProfile.Keyboard;
import fr.roubaix.cln.hardware.scanner.Scan;
import fr.roubaix.cln.hardware.scanner.Scan.Source;
import fr.roubaix.cln.kiosk.device.ReadsReceipts;
import fr.roubaix.cln.kiosk.device.ScanSignals;
import fr.roubaix.cln.kiosk.device.Scans;
import fr.roubaix.cln.kiosk.device.Station;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.sync.Bulletin.ContactDeMairie;
import fr.roubaix.cln.web.DisplaySettings;
import fr.roubaix.cln.web.Forgetting;
import fr.roubaix.cln.web.StatusLine.Tone;
import fr.roubaix.cln.web.access.FourButtons;
import fr.roubaix.cln.web.access.OnScreenKeyboard;
import fr.roubaix.cln.web.access.ReadAloud;
import fr.roubaix.cln.web.frame.DisplayDialogs;
import fr.roubaix.cln.web.frame.PermanentBar;
import fr.roubaix.cln.web.frame.PermanentBar.Place;
import fr.roubaix.cln.web.frame.ScreenFrame;
import fr.roubaix.cln.web.language.LanguageChoice;
import fr.roubaix.cln.web.language.PageLanguage;
import fr.roubaix.cln.web.scanning.ScanSignal;
import fr.roubaix.cln.web.scanning.WedgeScanner;

/**
 * What stands around every screen of this terminal: where one is, whether the hub is in reach, and the bar that never moves.
 */
@Layout
class KioskFrame extends Composite<ScreenFrame> implements RouterLayout, AfterNavigationObserver, LocaleChangeObserver {

    private static final int LINK_REFRESH_MILLIS = 10_000;

    /** For how many looks it stays said that a paper is of no use here: the next ones may come at once. */
    private static final int SAID_FOR = 2;

    /** Where the devices of a demonstration are. */
    private static final String PLAYED_WITH = "materiel";

    private static final int IDLE_MIN_SECONDS = 30;
    private static final int IDLE_MAX_SECONDS = 300;

    private final Hub hub;
    private final Duration idleAfter;
    private final DisplaySettings settings = new DisplaySettings();
    private final IdleGuard guard = new IdleGuard();
    private final OnScreenKeyboard keyboard = new OnScreenKeyboard();
    private final FourButtons box;
    private final ReadAloud voice = new ReadAloud();
    private final WedgeScanner wedge = new WedgeScanner();
    private final PermanentBar bar = new PermanentBar("", this::somebodyTouched);
    private final Scans scans;
    private Scans.@Nullable Wait reading;
    private @Nullable HasElement screen;
    private int saidFor;
    private @Nullable Dialog opened;
    private boolean home;
    private boolean somethingLeft;

    KioskFrame(
            Hub hub,
            @Value("${cln.kiosk.inactivite-secondes:60}") int idleSeconds,
            TerminalProfile terminal,
            Scans scans,
            @Value("${cln.kiosk.boutons:F13,F14,F15,F16}") String[] buttons) {
        this.hub = hub;
        this.scans = scans;
        this.idleAfter = Duration.ofSeconds(Math.clamp(idleSeconds, IDLE_MIN_SECONDS, IDLE_MAX_SECONDS));
        this.box = new FourButtons(List.of(buttons));
        keyboard.use(Station.here().map(Station::screen).orElse(terminal).keyboard() == Keyboard.ON_SCREEN);
    }

    @Override
    protected ScreenFrame initContent() {
        bar.put(Place.LISTEN, voice.button());
        var frame = new ScreenFrame(bar);
        frame.carry(settings);
        frame.carry(new PageLanguage());
        frame.carry(guard);
        frame.carry(Forgetting.shared(Departure.HOME));
        frame.carry(voice);
        frame.carry(box);
        frame.carry(keyboard);
        wedge.onRead(read -> typed(new Scan(read.text(), Source.WEDGE, read.whole())));
        frame.carry(wedge);
        if (scans.tell()) {
            frame.carry(signal());
        }
        return frame;
    }

    /** The scanner of the terminal read something: every screen of this page looks at once instead of at the next poll. */
    private ScanSignal signal() {
        var signal = new ScanSignal(ScanSignals.ADDRESS);
        signal.onSignal(_ -> lookNow());
        return signal;
    }

    private void typed(Scan scan) {
        getUI().ifPresent(ui -> scans.bring(scan, ui));
        lookNow();
    }

    private void lookNow() {
        getUI().ifPresent(ui -> ComponentUtil.fireEvent(ui, new PollEvent(ui, true)));
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        screen = content;
        getContent().show(content);
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement content) {
        screen = null;
        getContent().clear();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        guard.keep(ui);
        ui.addPollListener(_ -> {
            lookAtTheScanner(ui);
            showSurroundings();
        });
        showSurroundings();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        standBy(false);
    }

    /** The page of a scanner that one plays with is no screen that waits for what it reads. */
    private void standBy(boolean wanted) {
        if (wanted && reading == null) {
            reading = scans.standBy();
        } else if (!wanted && reading != null) {
            reading.close();
            reading = null;
        }
    }

    /**
     * Brings a paper that was held out to the screen that reads papers; from home, to the screen that follows an application.
     * Anywhere else it would be in the way of what a person is doing.
     */
    private void lookAtTheScanner(UI ui) {
        saidFor = Math.max(0, saidFor - 1);
        var wait = reading;
        if (wait != null) {
            wait.take().ifPresent(scan -> {
                if (home) {
                    ui.navigate("suivre");
                }
                if (screen instanceof ReadsReceipts reader) {
                    reader.scanned(scan);
                    guard.somebodyIsThere();
                } else {
                    saidFor = SAID_FOR;
                }
            });
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        home = event.getLocation().getPath().isEmpty();
        standBy(!event.getLocation().getPath().startsWith(PLAYED_WITH));
        // A parameter means that home has something to tell one person, of which the next has no use.
        boolean told = !event.getLocation().getQueryParameters().getParameters().isEmpty();
        somethingLeft |= told;
        guard();
        // A page whose visit another one ended lands at home, told so, and ends nothing in its turn.
        if (!home || !told) {
            getUI().ifPresent(KioskFrame::endOtherVisits);
        }
        getUI().filter(ui -> ui.getPollInterval() <= 0).ifPresent(ui -> ui.setPollInterval(LINK_REFRESH_MILLIS));
        showSurroundings();
    }

    /**
     * One browser is one visit: what another page of it still holds is of somebody who left, or whose browser died and
     * came back with the same session.
     */
    private static void endOtherVisits(UI here) {
        here.getSession().getUIs().stream()
                .filter(other -> other != here && !other.isClosing())
                .filter(other ->
                        IdleGuard.of(other).filter(IdleGuard::holdsAVisit).isPresent())
                .toList()
                .forEach(UI::close);
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

    /** The bar, the place and the link speak another language; the screen in the middle does so itself. */
    @Override
    public void localeChange(LocaleChangeEvent event) {
        words();
        getContent().standsIn(null, "");
        showSurroundings();
        var dialog = event.getUI().getReconnectDialogConfiguration();
        dialog.setDialogText(getTranslation("session.reconnexion"));
        dialog.setDialogTextGaveUp(getTranslation("session.injoignable"));
    }

    /** Changes only what changed: the link is a live region, and would be read aloud again each time. */
    private void showSurroundings() {
        var mairie = hub.borne().map(Hub.Borne::mairie).orElse(null);
        getContent().standsIn(mairie, mairie == null ? "" : getTranslation("frame.mairie", mairie.nom()));
        if (saidFor > 0) {
            getContent().status().say(Tone.ATTENTION, "scan", getTranslation("frame.lecteur"));
        } else if (hub.liaison().connectee()) {
            getContent().status().say(Tone.QUIET, "wifi", getTranslation("frame.connectee"));
        } else {
            getContent().status().say(Tone.ATTENTION, "wifi-off", getTranslation("frame.hors-ligne"));
        }
    }

    private void words() {
        bar.setAriaLabel(getTranslation("frame.barre"));
        bar.put(Place.LANGUAGE, getTranslation("langue.nom"), () -> open(new LanguageChoice()));
        bar.put(Place.SIZE, getTranslation("frame.taille"), () -> open(DisplayDialogs.size(this, settings)));
        bar.put(Place.CONTRAST, getTranslation("frame.contraste"), () -> open(DisplayDialogs.contrast(this, settings)));
        bar.put(Place.AGENT, getTranslation("frame.agent"), this::callAgent);
        bar.put(Place.EXIT, getTranslation("frame.quitter"), () -> getUI().ifPresent(Departure::of));
    }

    private void somebodyTouched() {
        somethingLeft = true;
        // Elsewhere a screen may have asked for a wait of its own.
        if (home) {
            guard();
        }
    }

    private void callAgent() {
        var sentences = Stream.of(
                Optional.of(getTranslation("frame.agent.explication")),
                telephone().map(number -> getTranslation("frame.agent.telephone", onOneLine(number))));
        var dialog = DisplayDialogs.message(
                this, "frame.agent.titre", sentences.flatMap(Optional::stream).toArray(String[]::new));
        dialog.getFooter().add(new Button(getTranslation("frame.agent.entrer"), _ -> {
            dialog.close();
            getUI().ifPresent(ui -> ui.navigate("agent"));
        }));
        open(dialog);
    }

    /** Ten quick touches open one dialog, which one touch closes. */
    private void open(Dialog dialog) {
        if (opened == null || !opened.isOpened()) {
            opened = dialog;
            dialog.open();
        }
    }

    private static String onOneLine(String number) {
        return number.replace(' ', '\u00a0');
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
