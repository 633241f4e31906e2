package fr.roubaix.cln.hub.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import org.springframework.security.access.AccessDeniedException;

/** An act on an open screen that failed: the screen stays, with a sentence. */
final class ErreursDEcran implements ErrorHandler {

    private static final int MILLISECONDES = 20_000;

    @Override
    public void error(ErrorEvent event) {
        Throwable cause = event.getThrowable();
        if (cause instanceof AccessDeniedException) {
            dire("erreur.refuse.acte");
        } else {
            dire("erreur.incident.acte", Incident.noter(cause));
        }
    }

    private static void dire(String cle, Object... valeurs) {
        UI ui = UI.getCurrent();
        if (ui != null) {
            var avis = Notification.show(
                    ui.getTranslation(cle, valeurs), MILLISECONDES, Notification.Position.TOP_CENTER, true);
            avis.addThemeVariants(NotificationVariant.ERROR);
        }
    }
}
