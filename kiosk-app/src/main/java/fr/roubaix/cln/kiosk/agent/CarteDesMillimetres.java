package fr.roubaix.cln.kiosk.agent;

import java.util.Locale;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

import fr.roubaix.cln.kiosk.device.MeasuredScreens;
import fr.roubaix.cln.web.access.MillimetreCard;

/** Whether a millimetre is a millimetre on this screen, checked with a bank card, and corrected. */
final class CarteDesMillimetres extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(CarteDesMillimetres.class);

    private static final double FIN = 1.005;
    private static final double GROS = 1.05;

    private final VisiteDAgent visite;
    private final MeasuredScreens ecrans;
    private final MillimetreCard carte;
    private final Paragraph ecart = new Paragraph();
    private final Div resultat = new Div();

    CarteDesMillimetres(VisiteDAgent visite, MeasuredScreens ecrans) {
        this.visite = visite;
        this.ecrans = ecrans;
        carte = new MillimetreCard(ecrans.here().pixelsPerMillimetre());
        addClassNames("card", "agent__carte");
        resultat.getElement().setAttribute("role", "status");
        var garder = new Button(getTranslation("agent.materiel.mm.garder"), _ -> visite.sousSession(this::garder));
        garder.addThemeVariants(ButtonVariant.PRIMARY);
        var usine = new Button(getTranslation("agent.materiel.mm.profil"), _ -> visite.sousSession(this::oublier));
        add(
                new H2(getTranslation("agent.materiel.mm")),
                new Paragraph(getTranslation("agent.materiel.mm.explication")),
                carte,
                Ecran.actes(
                        pas("agent.materiel.mm.bien-plus-petit", 1 / GROS),
                        pas("agent.materiel.mm.plus-petit", 1 / FIN),
                        pas("agent.materiel.mm.plus-grand", FIN),
                        pas("agent.materiel.mm.bien-plus-grand", GROS)),
                ecart,
                resultat,
                Ecran.actes(usine, garder));
        direLEcart();
    }

    private Button pas(String cle, double facteur) {
        return new Button(getTranslation(cle), _ -> {
            double profil = ecrans.ofTheProfile().pixelsPerMillimetre();
            carte.draw(Math.clamp(
                    carte.pixelsPerMillimetre() * facteur,
                    profil * MeasuredScreens.LEAST,
                    profil * MeasuredScreens.MOST));
            direLEcart();
        });
    }

    private void direLEcart() {
        double rapport = carte.pixelsPerMillimetre() / ecrans.ofTheProfile().pixelsPerMillimetre() - 1;
        ecart.setText(getTranslation(
                "agent.materiel.mm.ecart",
                String.format(Locale.FRENCH, "%.2f", carte.pixelsPerMillimetre()),
                String.format(Locale.FRENCH, "%+.1f", rapport * 100)));
    }

    private void garder() {
        changer(() -> ecrans.measure(
                carte.pixelsPerMillimetre(), visite.session().agent().id()));
    }

    private void oublier() {
        changer(() -> {
            ecrans.forget();
            carte.draw(ecrans.ofTheProfile().pixelsPerMillimetre());
            direLEcart();
            return true;
        });
    }

    private void changer(java.util.function.BooleanSupplier acte) {
        resultat.removeAll();
        try {
            resultat.add(
                    acte.getAsBoolean()
                            ? Ecran.note("check-circle", "note--ok", getTranslation("agent.materiel.mm.fait"))
                            : Ecran.note("alert", "note--warn", getTranslation("agent.materiel.mm.refuse")));
        } catch (DataAccessException e) {
            LOG.error("What was measured cannot be kept", e);
            resultat.add(Ecran.note("alert", "note--warn", getTranslation("agent.materiel.mm.disque")));
        }
    }
}
