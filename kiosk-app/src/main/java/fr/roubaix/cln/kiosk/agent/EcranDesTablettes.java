package fr.roubaix.cln.kiosk.agent;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.kiosk.tablet.Tablet;
import fr.roubaix.cln.kiosk.tablet.TabletDesk;
import fr.roubaix.cln.kiosk.tablet.TabletDesk.Access;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;
import fr.roubaix.cln.web.saisie.Question;

/** The tablets of the mairie: whether they may connect, under which address and which fingerprint, and which ones there are. */
final class EcranDesTablettes extends Div implements Ecran {

    private final VisiteDAgent visite;
    private final TabletDesk desk;
    private @Nullable Montre montre;

    EcranDesTablettes(VisiteDAgent visite, TabletDesk desk) {
        this.visite = visite;
        this.desk = desk;
        addClassName("agent__ecran");
        montrer();
    }

    /** A question that waits for its answer is left alone. */
    @Override
    public void regarder() {
        if (montre != null && !montre.equals(maintenant())) {
            montrer();
        }
    }

    private Montre maintenant() {
        return new Montre(desk.access(), desk.tablets());
    }

    private void montrer(Component... annonces) {
        var vu = maintenant();
        montre = vu;
        removeAll();
        add(new Question(getTranslation("agent.tablettes")));
        add(annonces);
        add(acces(vu.acces()));
        if (!vu.tablettes().isEmpty()) {
            var cartes = new Div();
            cartes.addClassName("agent__cartes");
            vu.tablettes().forEach(tablette -> cartes.add(carte(tablette)));
            add(new H2(getTranslation("agent.tablettes.connues")), cartes);
        }
        var retour = new Button(getTranslation("agent.retour"), _ -> visite.accueil());
        if (desk.here() && vu.acces() instanceof Access.Open) {
            var ajouter = new Button(
                    getTranslation("agent.tablettes.ajouter"), new DrawnIcon("plus"), _ -> visite.ajoutDeTablette());
            ajouter.addThemeVariants(ButtonVariant.PRIMARY);
            add(Ecran.pouce(retour, ajouter));
        } else {
            add(Ecran.pouce(retour));
        }
    }

    private Component acces(Access acces) {
        if (!desk.here()) {
            return Ecran.note("info", "note--info", getTranslation("agent.tablettes.ailleurs"));
        }
        return switch (acces) {
            case Access.Forbidden _ -> Ecran.note("lock", "note--info", getTranslation("agent.tablettes.interdites"));
            case Access.Closed _ -> ferme(getTranslation("agent.tablettes.fermees"));
            case Access.Failed(int port) -> ferme(getTranslation("agent.tablettes.panne", Integer.toString(port)));
            case Access.Open ouvert -> ouvert(ouvert);
        };
    }

    private Div ferme(String phrase) {
        var ouvrir = new Button(
                getTranslation("agent.tablettes.ouvrir"),
                new DrawnIcon("wifi"),
                _ -> visite.sousSession(() -> {
                    desk.open(visite.session().agent().id());
                    montrer();
                }));
        ouvrir.addThemeVariants(ButtonVariant.PRIMARY);
        return Ecran.carte(
                new Paragraph(phrase),
                new Paragraph(getTranslation("agent.tablettes.explication")),
                Ecran.actes(ouvrir));
    }

    private Div ouvert(Access.Open ouvert) {
        var carte = Ecran.carte(new H2(getTranslation("agent.tablettes.ouvertes")));
        if (ouvert.addresses().isEmpty()) {
            carte.add(Ecran.note("wifi-off", "note--warn", getTranslation("agent.tablettes.sans-reseau")));
        } else {
            carte.add(new AdresseDesTablettes(ouvert));
        }
        if (!ouvert.always()) {
            carte.add(Ecran.actes(new Button(
                    getTranslation("agent.tablettes.fermer"),
                    new DrawnIcon("lock"),
                    _ -> visite.sousSession(this::confirmerLaFermeture))));
        }
        return carte;
    }

    private Div carte(Tablet tablette) {
        var retirer = new Button(
                getTranslation("agent.tablettes.retirer"),
                new DrawnIcon("erase"),
                _ -> visite.sousSession(() -> confirmerLeRetrait(tablette)));
        return Ecran.carte(
                new H2(tablette.name()),
                new Paragraph(getTranslation(
                        "agent.tablettes.ecran." + tablette.screen().id().text())),
                new Paragraph(getTranslation("agent.tablettes.vue", FrenchDates.instant(tablette.seenAt()))),
                new Paragraph(getTranslation("agent.tablettes.depuis", FrenchDates.shortInstant(tablette.pairedAt()))),
                Ecran.actes(retirer));
    }

    private void confirmerLeRetrait(Tablet tablette) {
        demander(
                getTranslation("agent.tablettes.retirer.question", tablette.name()),
                getTranslation("agent.tablettes.retirer.texte"),
                getTranslation("agent.tablettes.retirer.oui"),
                () -> {
                    boolean note =
                            desk.revoke(tablette.id(), visite.session().agent().id());
                    montrer(
                            note
                                    ? Ecran.annonce(
                                            "check-circle",
                                            "note--ok",
                                            getTranslation("agent.tablettes.retiree", tablette.name()))
                                    : Ecran.alerte(getTranslation("agent.tablettes.retiree.memoire")));
                });
    }

    private void confirmerLaFermeture() {
        demander(
                getTranslation("agent.tablettes.fermer.question"),
                getTranslation("agent.tablettes.fermer.texte"),
                getTranslation("agent.tablettes.fermer"),
                () -> {
                    desk.close(visite.session().agent().id());
                    montrer();
                });
    }

    private void demander(String question, String texte, String oui, Runnable faire) {
        montre = null;
        removeAll();
        var confirmer = new Button(oui, _ -> visite.sousSession(faire));
        confirmer.addThemeVariants(ButtonVariant.PRIMARY);
        var retour = new Button(getTranslation("agent.retour"), _ -> visite.sousSession(this::montrer));
        add(new Question(question), new Paragraph(texte), Ecran.pouce(retour, confirmer));
    }

    private record Montre(Access acces, List<Tablet> tablettes) {}
}
