package fr.roubaix.cln.hub.sauvegarde;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import fr.roubaix.cln.hub.ingest.PanneauDesCles;
import fr.roubaix.cln.hub.ingest.RotationDesCles;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Page;
import fr.roubaix.cln.storage.BackupFolder.Stored;
import fr.roubaix.cln.storage.BackupRefusedException;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/** The backups that there are, one more at a click, and the keys without which none can be read. */
@Route("gestion/sauvegardes")
@Menu(title = "menu.sauvegardes", order = 70, icon = "lock")
@RolesAllowed("ADMIN")
class SauvegardesView extends Page {

    private static final int MONTREES = 10;

    private final SauvegardesDuHub sauvegardes;
    private final Section panneau = new Section();

    SauvegardesView(SauvegardesDuHub sauvegardes, RotationDesCles rotation) {
        super("menu.sauvegardes");
        this.sauvegardes = sauvegardes;
        sousTitre(getTranslation("sauvegarde.aide"));
        panneau.addClassNames("panel", "formulaire");
        add(panneau, new PanneauDesCles(rotation));
        montrer();
    }

    private void montrer() {
        panneau.removeAll();
        panneau.add(new H2(getTranslation("sauvegarde.titre")));
        if (sauvegardes.surUnServeur()) {
            panneau.add(new Avis(Avis.Ton.INFORMATION, getTranslation("sauvegarde.serveur")));
        }
        List<Stored> toutes = sauvegardes.toutes();
        sauvegardes
                .derniere()
                .ifPresent(derniere -> panneau.add(new Avis(
                        Avis.Ton.INFORMATION,
                        getTranslation(
                                "sauvegarde.derniere",
                                FrenchDates.instant(derniere.at()),
                                sauvegardes.age().orElseThrow().toHours()))));
        if (sauvegardes.enRetard()) {
            panneau.add(new Avis(
                    Avis.Ton.ATTENTION,
                    getTranslation(toutes.isEmpty() ? "sauvegarde.aucune" : "sauvegarde.en-retard")));
        }
        if (sauvegardes.horlogeFausse()) {
            panneau.add(new Avis(Avis.Ton.ATTENTION, getTranslation("sauvegarde.a-venir")));
        }
        sauvegardes
                .saut()
                .ifPresent(saut -> panneau.add(new Avis(
                        Avis.Ton.ATTENTION,
                        getTranslation(
                                "sauvegarde.saut",
                                FrenchDates.instant(saut.before()),
                                FrenchDates.instant(saut.after())))));
        var liste = new UnorderedList();
        liste.addClassName("chk");
        toutes.stream().limit(MONTREES).forEach(une -> liste.add(ligne(une)));
        var sauvegarder = new Button(getTranslation("sauvegarde.maintenant"), _ -> sauvegarder());
        sauvegarder.addThemeVariants(ButtonVariant.PRIMARY);
        sauvegarder.setDisableOnClick(true);
        panneau.add(
                new Paragraph(
                        getTranslation("sauvegarde.ou", sauvegardes.dossier().toString(), toutes.size())),
                liste,
                sauvegarder);
    }

    private static ListItem ligne(Stored une) {
        var ligne = new ListItem(
                new DrawnIcon("check-circle"),
                new Span(FrenchDates.instant(une.at()) + " · " + une.file().getFileName()));
        ligne.addClassName("ok");
        return ligne;
    }

    private void sauvegarder() {
        try {
            var faite = sauvegardes.sauvegarder();
            montrer();
            dire(
                    Avis.Ton.REUSSITE,
                    getTranslation(
                            "sauvegarde.faite", String.valueOf(faite.file().getFileName())));
        } catch (BackupRefusedException e) {
            montrer();
            dire(Avis.Ton.ERREUR, String.valueOf(e.getMessage()));
        }
    }
}
