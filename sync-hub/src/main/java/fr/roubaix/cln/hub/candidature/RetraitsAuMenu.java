package fr.roubaix.cln.hub.candidature;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.shell.CompteAuMenu;

/** How many withdrawals wait for staff to decide. */
@Component
@Interne("a count, for whoever sees that entry of the menu")
class RetraitsAuMenu implements CompteAuMenu {

    private final JdbcRetraits retraits;

    RetraitsAuMenu(JdbcRetraits retraits) {
        this.retraits = retraits;
    }

    @Override
    public String ecran() {
        return "gestion/retraits";
    }

    @Override
    public long combien() {
        return retraits.aDecider();
    }
}
