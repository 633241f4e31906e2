package fr.roubaix.cln.hub.enligne;

import java.time.Duration;
import java.util.Optional;

import com.vaadin.flow.server.VaadinServletRequest;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.hub.limites.Adresse;
import fr.roubaix.cln.hub.limites.Porte;
import fr.roubaix.cln.hub.limites.Portier;

/**
 * How many applications are taken at a time: from one address, behind which a family or a whole library may be, and from
 * everywhere together.
 */
@Component
class Affluence {

    private static final String TOUT_LE_MONDE = "";

    private final Portier portier;

    Affluence(Portier portier) {
        this.portier = portier;
    }

    /** Lets the request at hand deposit; otherwise says how long to wait. */
    Optional<Duration> attente() {
        String adresse = Adresse.de(VaadinServletRequest.getCurrent().getHttpServletRequest());
        return portier.attente(Porte.DEPOTS, adresse).or(() -> portier.attente(Porte.DEPOTS_EN_TOUT, TOUT_LE_MONDE));
    }
}
