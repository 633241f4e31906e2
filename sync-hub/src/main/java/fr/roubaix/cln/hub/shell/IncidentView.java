package fr.roubaix.cln.hub.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** Something broke: the person gets a number to give, the log keeps the rest. */
@AnonymousAllowed
@ParentLayout(CadreDuHub.class)
class IncidentView extends Page implements HasErrorParameter<Exception> {

    IncidentView() {
        super("erreur.incident.titre");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String numero = Incident.noter(parameter.getCaughtException());
        dire(Avis.Ton.ERREUR, getTranslation("erreur.incident", numero));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
