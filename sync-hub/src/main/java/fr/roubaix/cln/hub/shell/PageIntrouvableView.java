package fr.roubaix.cln.hub.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** No screen has this address. */
@AnonymousAllowed
@ParentLayout(CadreDuHub.class)
class PageIntrouvableView extends Page implements HasErrorParameter<NotFoundException> {

    PageIntrouvableView() {
        super("erreur.introuvable.titre");
        dire(Avis.Ton.INFORMATION, getTranslation("erreur.introuvable"));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
