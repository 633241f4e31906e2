package fr.roubaix.cln.kiosk.agent;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

import fr.roubaix.cln.kiosk.sync.FicheTechnique;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.sync.Etat;

/** This terminal: what one reads out to the secretariat on the telephone. */
final class CarteDeLaBorne extends Div {

    private final Hub hub;
    private final FicheTechnique fiche;
    private final DescriptionList lignes = Ecran.lignes();
    private String montre = "";

    CarteDeLaBorne(Hub hub, FicheTechnique fiche) {
        this.hub = hub;
        this.fiche = fiche;
        addClassNames("card", "agent__carte", "agent__borne");
        add(new H2(getTranslation("agent.borne")), lignes);
    }

    void regarder() {
        var etat = fiche.etat();
        // The clock of the state moves all the time and is not shown.
        String vu = Octets.lisibles(etat.diskFree()) + etat.devices() + hub.borne() + fiche.empreinte();
        if (!vu.equals(montre)) {
            montre = vu;
            lignes.removeAll();
            decrire(etat);
        }
    }

    private void decrire(Etat etat) {
        hub.borne().ifPresent(borne -> {
            Ecran.ligne(
                    lignes, getTranslation("agent.borne.mairie"), borne.mairie().nom());
            Ecran.ligne(
                    lignes,
                    getTranslation("agent.borne.numero"),
                    Integer.toString(borne.id().numero()));
        });
        Ecran.ligne(lignes, getTranslation("agent.borne.version"), etat.version());
        Ecran.ligne(
                lignes,
                getTranslation("agent.borne.disque"),
                getTranslation("agent.libres", Octets.lisibles(etat.diskFree())));
        fiche.empreinte()
                .ifPresent(mots -> Ecran.ligne(lignes, getTranslation("agent.borne.empreinte"), mots.toString()));
        etat.devices().forEach(appareil -> Ecran.ligne(lignes, majuscule(appareil.name()), appareil.state()));
    }

    private static String majuscule(String mot) {
        return mot.isEmpty() ? mot : Character.toUpperCase(mot.charAt(0)) + mot.substring(1);
    }
}
