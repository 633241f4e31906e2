package fr.roubaix.cln.kiosk.agent;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.kiosk.device.DeviceSeen;
import fr.roubaix.cln.kiosk.device.DeviceSeen.Condition;
import fr.roubaix.cln.kiosk.device.DeviceSeen.Which;
import fr.roubaix.cln.web.DrawnIcon;

/** The devices of the terminal and how each one is, in one line. */
final class BandeauDuMateriel extends Div {

    private final Materiel materiel;
    private final Button ouvrir;
    private @Nullable List<DeviceSeen> montres;

    BandeauDuMateriel(VisiteDAgent visite, Materiel materiel) {
        this.materiel = materiel;
        addClassName("agent__materiel");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", getTranslation("agent.materiel"));
        ouvrir = new Button(getTranslation("agent.materiel.ouvrir"), new DrawnIcon("gear"), _ -> visite.materiel());
    }

    void regarder() {
        var vus = materiel.appareils().seen();
        if (vus.equals(montres)) {
            return;
        }
        montres = vus;
        removeAll();
        add(new H2(getTranslation("agent.materiel")));
        vus.forEach(vu -> add(new Span(new DrawnIcon(icone(vu.which())), new Span(nom(vu)), badge(vu.condition()))));
        add(ouvrir);
    }

    private String nom(DeviceSeen vu) {
        return getTranslation("agent.materiel." + vu.which().word());
    }

    private Span badge(Condition etat) {
        String mot = getTranslation("agent.materiel.etat." + etat.name());
        return etat.wantsSomebody()
                ? Ecran.etat("alert", "badge--warn", mot)
                : etat == Condition.BON
                        ? Ecran.etat("check", "badge--ok", mot)
                        : Ecran.etat("info", "badge--info", mot);
    }

    private static String icone(Which appareil) {
        return switch (appareil) {
            case PRINTER -> "printer";
            case SCANNER -> "scan";
            case DISK -> "kiosk";
        };
    }
}
