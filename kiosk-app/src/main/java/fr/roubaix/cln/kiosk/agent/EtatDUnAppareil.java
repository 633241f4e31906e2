package fr.roubaix.cln.kiosk.agent;

import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.kiosk.device.DeviceSeen;
import fr.roubaix.cln.kiosk.device.DeviceSeen.Condition;
import fr.roubaix.cln.kiosk.device.DeviceSeen.Which;
import fr.roubaix.cln.kiosk.device.DeviceWatch;
import fr.roubaix.cln.web.FrenchDates;

/** How one device is, since when, and what to do about it. */
final class EtatDUnAppareil extends Div {

    private final DeviceWatch appareils;
    private final Which lequel;
    private @Nullable DeviceSeen montre;

    EtatDUnAppareil(DeviceWatch appareils, Which lequel) {
        this.appareils = appareils;
        this.lequel = lequel;
        addClassName("agent__notes");
        getElement().setAttribute("role", "status");
    }

    void regarder() {
        var vu = vu();
        if (vu.isPresent() && !vu.get().equals(montre)) {
            montre = vu.get();
            removeAll();
            montrer(vu.get());
        }
    }

    private void montrer(DeviceSeen vu) {
        var etat = vu.condition();
        String cle = "agent.materiel." + lequel.word() + "." + etat.name();
        add(
                etat.wantsSomebody()
                        ? Ecran.note("alert", "note--warn", getTranslation(cle))
                        : etat == Condition.BON
                                ? Ecran.note("check-circle", "note--ok", getTranslation(cle))
                                : Ecran.note("info", "note--info", getTranslation(cle)),
                new Paragraph(getTranslation("agent.materiel.depuis", FrenchDates.instant(vu.since()))));
    }

    private Optional<DeviceSeen> vu() {
        return appareils.seen().stream().filter(un -> un.which() == lequel).findFirst();
    }

    /** The day and the hour, as papers say it. */
    String maintenant() {
        return FrenchDates.shortInstant(appareils.now());
    }
}
