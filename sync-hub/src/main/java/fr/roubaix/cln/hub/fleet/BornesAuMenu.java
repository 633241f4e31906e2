package fr.roubaix.cln.hub.fleet;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.hub.ingest.Kiosks;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.shell.CompteAuMenu;

/** How many kiosks are in service. */
@Component
@Interne("a count, for whoever sees that entry of the menu")
class BornesAuMenu implements CompteAuMenu {

    private final Kiosks kiosks;

    BornesAuMenu(Kiosks kiosks) {
        this.kiosks = kiosks;
    }

    @Override
    public String ecran() {
        return "gestion/bornes";
    }

    @Override
    public long combien() {
        return kiosks.all().stream().filter(kiosk -> !kiosk.revoked()).count();
    }
}
