package fr.roubaix.cln.kiosk.session;

import java.security.SecureRandom;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A screen could not open: a short number for the agent and the log, no trace on the screen. */
@ParentLayout(KioskFrame.class)
class IncidentView extends Div implements HasErrorParameter<Exception>, LocaleChangeObserver {

    private static final Logger LOG = LoggerFactory.getLogger(IncidentView.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private String number = "";

    IncidentView() {
        addClassName("page-view");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        number = "%06d".formatted(RANDOM.nextInt(1_000_000));
        LOG.error("Incident {}", number, parameter.getException());
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        removeAll();
        add(
                new H1(getTranslation("session.incident.titre")),
                new Paragraph(getTranslation("session.incident.code", number)),
                home());
    }

    private Button home() {
        var home = new Button(getTranslation("home.retour"), _ -> getUI().ifPresent(Departure::of));
        home.addThemeVariants(ButtonVariant.PRIMARY);
        return home;
    }
}
