package fr.roubaix.cln.web;

import java.time.Duration;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/**
 * Asks whether somebody is still there, with a countdown, then erases (WCAG 2.2, 2.2.1: whoever is slow gets warned, and
 * goes on with one key). Any answer but "erase" goes on; Escape goes on too.
 */
public final class IdleWarning extends Dialog {

    /**
     * Not open yet.
     *
     * @param leave erases the visit
     */
    public IdleWarning(Duration countdown, Runnable leave) {
        getElement().setAttribute("aria-label", getTranslation("inactivite.titre"));
        setRole("alertdialog");
        var title = new H1(getTranslation("inactivite.titre"));
        var lead = new Paragraph(getTranslation("inactivite.explication"));
        lead.addClassName("lead");
        var goOn = new Button(getTranslation("inactivite.continuer"), _ -> close());
        goOn.addThemeVariants(ButtonVariant.PRIMARY);
        goOn.addClickShortcut(Key.ESCAPE);
        var erase = new Button(getTranslation("inactivite.effacer"), _ -> leave.run());
        erase.addThemeVariants(ButtonVariant.ERROR);
        var acts = new Div(goOn, erase);
        acts.addClassName("acts");
        var seconds = new Countdown(countdown, getTranslation("inactivite.secondes"));
        seconds.onEnd(_ -> leave.run());
        seconds.onTouch(_ -> close());
        Countdown.mayErase(erase);
        var content = new Div(seconds, new Div(title, lead, acts));
        content.addClassName("idle");
        add(content);
        addAttachListener(_ -> goOn.focus());
    }
}
