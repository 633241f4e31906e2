package fr.roubaix.cln.hub.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;

import fr.roubaix.cln.hub.fleet.Bornes;
import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.hub.shell.Etiquette;
import fr.roubaix.cln.web.DrawnIcon;

/** The kiosks: who was heard lately, what waits at each. Offline is normal, never red. */
final class PanneauDesBornes extends Section {

    /** A kiosk reports every fifteen seconds; this long a silence means that its network is down. */
    static final Duration SILENCE = Duration.ofMinutes(5);

    PanneauDesBornes(List<Bornes.EtatDeBorne> bornes, Instant maintenant) {
        addClassName("panel");
        long aJour = bornes.stream().filter(b -> entendue(b, maintenant)).count();
        long aRegarder = bornes.stream().filter(Bornes.EtatDeBorne::aRegarder).count();
        var titre = new Div(
                new H2(getTranslation("menu.bornes")),
                Balise.de("span", getTranslation("bornes.resume", aJour, bornes.size() - aJour, aRegarder))
                        .classe("muted", "small"));
        titre.addClassName("panel__h");
        add(titre);
        if (bornes.isEmpty()) {
            add(new Paragraph(getTranslation("bornes.aucune")));
            return;
        }
        var liste = new UnorderedList();
        liste.addClassName("fleet");
        bornes.forEach(borne -> liste.add(borne(borne, maintenant, seule(borne, bornes))));
        add(liste);
    }

    private static boolean entendue(Bornes.EtatDeBorne borne, Instant maintenant) {
        return borne.dernierContact()
                .map(contact -> contact.plus(SILENCE).isAfter(maintenant))
                .orElse(false);
    }

    private static boolean seule(Bornes.EtatDeBorne borne, List<Bornes.EtatDeBorne> bornes) {
        return bornes.stream().filter(b -> b.mairie() == borne.mairie()).count() == 1;
    }

    /** An alert is seen first; offline is normal. */
    private Etiquette etat(Bornes.EtatDeBorne borne, Instant maintenant) {
        if (borne.aRegarder()) {
            return new Etiquette(Etiquette.Ton.ARRET, getTranslation("bornes.en-alerte"));
        }
        return entendue(borne, maintenant)
                ? new Etiquette(Etiquette.Ton.OK, getTranslation("bornes.a-jour"))
                : new Etiquette(Etiquette.Ton.HORS_LIGNE, getTranslation("bornes.hors-ligne"));
    }

    /** @param seule of its mairie: no number is needed to tell it from another one */
    private ListItem borne(Bornes.EtatDeBorne borne, Instant maintenant, boolean seule) {
        var texte = new Div(
                Balise.de(
                        "b",
                        seule
                                ? borne.mairie().nom()
                                : getTranslation(
                                        "bornes.numerotee",
                                        borne.mairie().nom(),
                                        borne.id().numero())),
                new Div(etat(borne, maintenant)),
                petit(borne.dernierContact()
                        .map(contact -> depuis(contact, maintenant))
                        .orElse(getTranslation("bornes.jamais"))),
                petit(borne.enAttente()
                        .map(nombre -> getTranslation("bornes.en-attente", nombre))
                        .orElse(getTranslation("bornes.file-inconnue"))));
        return new ListItem(DrawnIcon.of(borne.mairie()), texte);
    }

    private String depuis(Instant contact, Instant maintenant) {
        long minutes = Math.max(0, Duration.between(contact, maintenant).toMinutes());
        if (minutes < 60) {
            return getTranslation("bornes.il-y-a-minutes", minutes);
        }
        long heures = minutes / 60;
        return heures < 48
                ? getTranslation("bornes.il-y-a-heures", heures)
                : getTranslation("bornes.il-y-a-jours", heures / 24);
    }

    private static Div petit(String texte) {
        var petit = new Div(texte);
        petit.addClassNames("muted", "small");
        return petit;
    }
}
