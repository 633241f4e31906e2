package fr.roubaix.cln.kiosk.tablet;

import java.util.Set;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.kiosk.device.Station;
import fr.roubaix.cln.web.gallery.GalleryView;

/**
 * The pages of the terminal's devices and the trial pages open on no tablet, by whatever way one goes there: a page of Vaadin
 * moves to another without an address that the gate would see.
 */
@Component
class TerminalOnly implements VaadinServiceInitListener {

    private static final Set<String> PACKAGES =
            Set.of(Station.class.getPackageName(), GalleryView.class.getPackageName());

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(TerminalOnly::guard));
    }

    private static void guard(BeforeEnterEvent event) {
        if (PACKAGES.contains(event.getNavigationTarget().getPackageName())
                && Station.here().isPresent()) {
            event.rerouteToError(NotFoundException.class);
        }
    }
}
