package fr.roubaix.cln.hub.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** Shown to someone signed in whose role does not open this screen. */
@AnonymousAllowed
@ParentLayout(CadreDuHub.class)
class AccesRefuseView extends Page implements HasErrorParameter<AccessDeniedException> {

    AccesRefuseView() {
        super("erreur.refuse.titre");
        dire(Avis.Ton.ATTENTION, getTranslation("erreur.refuse"));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
