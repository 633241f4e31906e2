package fr.roubaix.cln.kiosk.session;

import java.util.Locale;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.jsoup.nodes.DataNode;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.kiosk.device.Station;
import fr.roubaix.cln.web.Measures;

/** Makes the page French, and as large as this screen needs it, before anything of ours is on it, and what Vaadin itself may say to a person too. */
@Component
class FrenchPage implements VaadinServiceInitListener {

    /** Query parameter by which the home screen learns that a session ended behind the person's back. */
    static final String EXPIRED = "session-expiree";

    private final MessageSource texts = texts();
    private final Measures measures;

    FrenchPage(Measures measures) {
        this.measures = measures;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(response -> {
            var here = Station.here().map(Station::measures).orElse(measures);
            var html = response.getDocument().child(0);
            html.attr("lang", "fr")
                    .attr("data-profile", here.profile())
                    .attr("data-theme", "clair")
                    .attr("data-size", "1");
            response.getDocument().head().appendElement("style").appendChild(new DataNode(here.css()));
        });
        var service = event.getSource();
        service.setSystemMessagesProvider(_ -> systemMessages());
        service.addUIInitListener(init -> prepare(init.getUI()));
    }

    private void prepare(UI ui) {
        ui.setLocale(Locale.FRENCH);
        var dialog = ui.getReconnectDialogConfiguration();
        dialog.setDialogText(text("session.reconnexion"));
        dialog.setDialogTextGaveUp(text("session.injoignable"));
    }

    private CustomizedSystemMessages systemMessages() {
        var messages = new CustomizedSystemMessages();
        // Straight to the home screen, which says that nothing was kept.
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setSessionExpiredURL("/borne/?" + EXPIRED);
        messages.setInternalErrorCaption(text("session.incident.titre"));
        messages.setInternalErrorMessage(text("session.incident.message"));
        messages.setInternalErrorURL("/borne/");
        messages.setCookiesDisabledCaption(text("session.cookies.titre"));
        messages.setCookiesDisabledMessage(text("session.cookies.message"));
        return messages;
    }

    private String text(String key) {
        return texts.getMessage(key, null, Locale.FRENCH);
    }

    private static MessageSource texts() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("vaadin-i18n.translations");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
