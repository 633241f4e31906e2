package fr.roubaix.cln.kiosk.session;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.jsoup.nodes.DataNode;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.kiosk.device.ScreenSizes;
import fr.roubaix.cln.web.language.Language;

/**
 * Makes the page French, and as large as this screen needs it, before anything of ours is on it. What Vaadin itself may say
 * to a person follows the language of their visit.
 */
@Component
class FrenchPage implements VaadinServiceInitListener {

    /** Query parameter by which the home screen learns that a session ended behind the person's back. */
    static final String EXPIRED = "session-expiree";

    private final MessageSource texts = texts();
    private final ScreenSizes sizes;

    FrenchPage(ScreenSizes sizes) {
        this.sizes = sizes;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(response -> {
            var here = sizes.here();
            var html = response.getDocument().child(0);
            html.attr("lang", "fr")
                    .attr("data-profile", here.profile())
                    .attr("data-theme", "clair")
                    .attr("data-size", "1");
            response.getDocument().head().appendElement("style").appendChild(new DataNode(here.css()));
        });
        var service = event.getSource();
        service.setSystemMessagesProvider(_ -> systemMessages(spoken()));
        service.addUIInitListener(init -> prepare(init.getUI()));
    }

    private void prepare(UI ui) {
        ui.setLocale(Locale.FRENCH);
        var dialog = ui.getReconnectDialogConfiguration();
        dialog.setDialogText(text("session.reconnexion", Locale.FRENCH));
        dialog.setDialogTextGaveUp(text("session.injoignable", Locale.FRENCH));
    }

    /** Not what the browser asks for: it is set up by whoever installed the terminal, and the same for everybody. */
    private static Locale spoken() {
        UI ui = UI.getCurrent();
        return ui == null ? Locale.FRENCH : ui.getLocale();
    }

    private CustomizedSystemMessages systemMessages(Locale spoken) {
        var messages = new CustomizedSystemMessages();
        // Straight to the home screen, which says that nothing was kept.
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setSessionExpiredURL("/borne/?" + EXPIRED);
        messages.setInternalErrorCaption(text("session.incident.titre", spoken));
        messages.setInternalErrorMessage(text("session.incident.message", spoken));
        messages.setInternalErrorURL("/borne/");
        messages.setCookiesDisabledCaption(text("session.cookies.titre", spoken));
        messages.setCookiesDisabledMessage(inEveryLanguage("session.cookies.message"));
        return messages;
    }

    /** Without a cookie there is no visit, and nobody could choose a language. */
    private String inEveryLanguage(String key) {
        return Stream.of(Language.locales())
                .map(language -> text(key, language))
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    private String text(String key, Locale spoken) {
        return texts.getMessage(key, null, spoken);
    }

    private static MessageSource texts() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("vaadin-i18n.translations");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
