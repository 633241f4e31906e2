package fr.roubaix.cln.kiosk.session;

import java.time.Duration;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

import fr.roubaix.cln.web.Countdown;
import fr.roubaix.cln.web.IdleWatch;

/**
 * Erases a visit that nobody goes on with: after a while without a touch it asks, for thirty seconds, then erases. Any
 * answer but "erase" goes on; Escape goes on too.
 */
public final class IdleGuard extends Composite<Div> {

    private static final Duration COUNTDOWN = Duration.ofSeconds(30);

    private boolean nothingToLose;
    private final IdleWatch watch = new IdleWatch();
    private Duration usual = COUNTDOWN;

    IdleGuard() {
        getContent().add(watch);
        watch.onIdle(_ -> end());
    }

    /** Whether the current screen holds nothing that a person would miss: then nobody is asked. */
    void nothingToLose(boolean nothing) {
        nothingToLose = nothing;
    }

    private void end() {
        if (nothingToLose) {
            leave();
        } else {
            warn();
        }
    }

    void watch(Duration delay) {
        usual = delay;
        watch.watch(delay);
    }

    void rest() {
        watch.rest();
    }

    private void warn() {
        var dialog = new Dialog();
        dialog.getElement().setAttribute("aria-label", getTranslation("session.inactif.titre"));
        dialog.setRole("alertdialog");
        var title = new H1(getTranslation("session.inactif.titre"));
        var lead = new Paragraph(getTranslation("session.inactif.explication"));
        lead.addClassName("lead");
        var goOn = new Button(getTranslation("session.inactif.continuer"), _ -> dialog.close());
        goOn.addThemeVariants(ButtonVariant.PRIMARY);
        goOn.addClickShortcut(Key.ESCAPE);
        var erase = new Button(getTranslation("session.inactif.effacer"), _ -> leave());
        erase.addThemeVariants(ButtonVariant.ERROR);
        var acts = new Div(goOn, erase);
        acts.addClassName("acts");
        var countdown = new Countdown(COUNTDOWN, getTranslation("session.inactif.secondes"));
        countdown.onEnd(_ -> leave());
        countdown.onTouch(_ -> dialog.close());
        Countdown.mayErase(erase);
        var content = new Div(countdown, new Div(title, lead, acts));
        content.addClassName("idle");
        dialog.add(content);
        dialog.open();
        goOn.focus();
    }

    private void leave() {
        getUI().ifPresent(Departure::of);
    }

    /**
     * Changes the wait of the current screen, until the next navigation: a confirmation leaves more time than a question.
     */
    public static void delay(UI ui, Duration delay) {
        var guard = ComponentUtil.getData(ui, IdleGuard.class);
        if (guard != null) {
            guard.watch.watch(delay);
        }
    }

    /** Takes the usual wait again, before the next navigation. */
    public static void resume(UI ui) {
        var guard = ComponentUtil.getData(ui, IdleGuard.class);
        if (guard != null) {
            guard.watch.watch(guard.usual);
        }
    }

    /** Makes this the guard of a page. */
    void keep(UI ui) {
        ComponentUtil.setData(ui, IdleGuard.class, this);
    }
}
