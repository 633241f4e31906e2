package fr.roubaix.cln.kiosk.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.kiosk.followup.LetterDoor;
import fr.roubaix.cln.kiosk.sync.Clotures;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.sync.Bulletin.AvisPublie;
import fr.roubaix.cln.web.ChoiceCard;
import fr.roubaix.cln.web.Dates;
import fr.roubaix.cln.web.Weave;
import fr.roubaix.cln.web.language.AfterVisit;

/** The first screen: what one can do here, and until when. */
@Route("")
class HomeView extends Div implements BeforeEnterObserver, HasDynamicTitle, LocaleChangeObserver {

    private final Hub hub;
    private final Clotures clotures;
    private final Clock clock;
    private boolean expired;
    private @Nullable CallStatus shown;
    private List<AvisPublie> posted = List.of();
    private boolean letters;

    HomeView(Hub hub, Clotures clotures, Clock clock) {
        this.hub = hub;
        this.clotures = clotures;
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
        show(CallStatus.of(hub, clotures, clock.instant()));
    }

    /** This page stays open for weeks: a call opens or ends, a terminal is enrolled, without anybody reloading it. */
    @Override
    protected void onAttach(AttachEvent event) {
        var polls = event.getUI().addPollListener(_ -> refresh());
        addDetachListener(detach -> {
            polls.remove();
            detach.unregisterListener();
        });
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        if (shown != null) {
            show(shown);
        }
    }

    private void refresh() {
        var status = CallStatus.of(hub, clotures, clock.instant());
        if (!status.equals(shown) || !notices().equals(posted) || letters != LetterDoor.open(hub, clock)) {
            show(status);
        }
    }

    private List<AvisPublie> notices() {
        return NoticesFromTheMairie.on(hub, LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX));
    }

    private void show(CallStatus status) {
        shown = status;
        posted = notices();
        letters = LetterDoor.open(hub, clock);
        removeAll();
        var lead = new Paragraph(sentence(status));
        lead.addClassName("lead");
        var words = new Div(new H1(getTranslation("home.titre")), lead);
        if (expired) {
            var note = new AfterVisit("home.session-expiree");
            note.addClassNames("note", "note--warn");
            note.getElement().setAttribute("role", "alert");
            words.add(note);
        }
        var home = new Div(words, new Weave());
        home.addClassName("home");
        add(home, doors(status instanceof CallStatus.Open));
        if (!posted.isEmpty()) {
            add(new NoticesFromTheMairie(posted));
        }
    }

    private String sentence(CallStatus status) {
        var dates = Dates.in(getLocale());
        return switch (status) {
            case CallStatus.NotInService _ -> getTranslation("home.pas-en-service");
            case CallStatus.NoCall _ -> getTranslation("home.aucun-appel");
            case CallStatus.Open(var appel) -> getTranslation("home.ouvert", dates.end(appel));
            case CallStatus.ClosedHere _ -> getTranslation("home.clos-ici");
            case CallStatus.Upcoming(var appel) -> getTranslation("home.a-venir", dates.fullDay(appel.ouvreLe()));
            case CallStatus.Closed(var appel) ->
                getTranslation("home.clos", dates.fullDay(appel.tirageLe()), appel.lieuDuTirage());
            case CallStatus.AfterDraw(var appel) ->
                getTranslation("home.apres-tirage", dates.fullDay(appel.tirageLe()));
        };
    }

    private Div doors(boolean open) {
        var doors = new Div();
        doors.addClassName("doors");
        if (open) {
            doors.add(door("form", "home.candidater", "candidature").main());
        } else {
            doors.setClassName("doors--two", !letters);
        }
        doors.add(door("search", "home.suivre", "suivre"));
        if (letters) {
            doors.setClassName("doors--four", open);
            doors.add(door("mail", "home.courrier", "courrier"));
        }
        doors.add(door("bulb", "home.comprendre", "comprendre"));
        return doors;
    }

    private ChoiceCard door(String icon, String key, String route) {
        return new ChoiceCard(
                icon,
                getTranslation(key),
                getTranslation(key + ".texte"),
                getTranslation(key + ".action"),
                () -> getUI().ifPresent(ui -> ui.navigate(route)));
    }
}
