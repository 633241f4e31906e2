package fr.roubaix.cln.kiosk.session;

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
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;

/** An address that leads to no screen. */
@ParentLayout(KioskFrame.class)
class NotFoundView extends Div implements HasErrorParameter<NotFoundException>, LocaleChangeObserver {

    NotFoundView() {
        addClassName("page-view");
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        removeAll();
        var home = new Button(getTranslation("home.retour"), _ -> getUI().ifPresent(Departure::of));
        home.addThemeVariants(ButtonVariant.PRIMARY);
        add(
                new H1(getTranslation("session.introuvable.titre")),
                new Paragraph(getTranslation("session.introuvable")),
                home);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
