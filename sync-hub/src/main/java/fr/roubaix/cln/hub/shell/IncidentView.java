package fr.roubaix.cln.hub.shell;

import java.security.SecureRandom;
import java.util.HexFormat;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something broke: the person gets a number to give, the log keeps the rest. */
@AnonymousAllowed
class IncidentView extends Page implements HasErrorParameter<Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(IncidentView.class);

    IncidentView() {
        super("erreur.incident.titre");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        byte[] numero = new byte[3];
        new SecureRandom().nextBytes(numero);
        String incident = HexFormat.of().withUpperCase().formatHex(numero);
        LOG.error("incident {}", incident, parameter.getCaughtException());
        dire(Avis.Ton.ERREUR, getTranslation("erreur.incident", incident));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
