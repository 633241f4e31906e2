package fr.roubaix.cln.hub.avis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import fr.roubaix.cln.domaine.affichage.LieuDAffichage;
import fr.roubaix.cln.hub.avis.GestionDesAvis.Refus;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Page;
import fr.roubaix.cln.web.FrenchDates;

/** The notices of the mairies: written here, shown by kiosks, and since when each hangs in each place. */
@Route("gestion/avis")
@Menu(title = "menu.avis", order = 57, icon = "pin")
@RolesAllowed("SECRETARIAT")
class AvisView extends Page {

    private final GestionDesAvis gestion;
    private final TextField titre = new TextField(getTranslation("avis.titre"));
    private final TextArea texte = new TextArea(getTranslation("avis.texte"));
    private final DatePicker du = new DatePicker(getTranslation("avis.du"));
    private final DatePicker au = new DatePicker(getTranslation("avis.au"));
    private final List<HasValidation> champs = List.of(titre, texte, du, au);
    private final Div liste = new Div();

    AvisView(GestionDesAvis gestion) {
        super("menu.avis");
        this.gestion = gestion;
        sousTitre(getTranslation("avis.aide"));
        texte.setHelperText(getTranslation("avis.texte.aide"));
        champs.forEach(champ -> champ.setManualValidation(true));
        var publier = new Button(getTranslation("avis.publier"), _ -> publier());
        publier.addThemeVariants(ButtonVariant.PRIMARY);
        var grille = new Div(titre, texte, du, au, publier);
        grille.addClassNames("formulaire", "formulaire--deux");
        titre.addClassName("toute");
        texte.addClassName("toute");
        var formulaire = new Section(new H2(getTranslation("avis.nouveau")), grille);
        formulaire.addClassName("panel");
        liste.addClassName("voix");
        add(formulaire, liste);
        montrer();
    }

    private void publier() {
        champs.forEach(champ -> champ.setInvalid(false));
        var refus = gestion.publier(titre.getValue(), texte.getValue(), du.getValue(), au.getValue());
        if (refus.isPresent()) {
            refuser(refus.get());
            return;
        }
        titre.clear();
        texte.clear();
        du.clear();
        au.clear();
        montrer();
        dire(Avis.Ton.REUSSITE, getTranslation("avis.publie"));
    }

    private void refuser(Refus refus) {
        Component champ = switch (refus) {
            case TITRE_MANQUANT, TITRE_TROP_LONG -> titre;
            case TEXTE_MANQUANT, TEXTE_TROP_LONG -> texte;
            case DEBUT_MANQUANT -> du;
            default -> au;
        };
        signaler(champ, refus);
    }

    private void signaler(Component champ, Refus refus) {
        if (champ instanceof HasValidation faux) {
            faux.setErrorMessage(getTranslation("avis.refus." + refus.name()));
            faux.setInvalid(true);
        }
        if (champ instanceof Focusable<?> premier) {
            premier.focus();
        }
    }

    private void montrer() {
        liste.removeAll();
        var tous = gestion.tous();
        if (tous.isEmpty()) {
            var vide = new Div(new Paragraph(getTranslation("avis.aucun")));
            vide.addClassName("vide");
            liste.add(vide);
        }
        tous.forEach(avis -> liste.add(panneau(avis)));
    }

    private Section panneau(AvisDeMairie avis) {
        var panneau = new Section(
                new H2(avis.titre()),
                new Paragraph(getTranslation(
                        "avis.dates",
                        FrenchDates.day(avis.du()),
                        FrenchDates.day(avis.au()),
                        avis.publiePar().valeur(),
                        FrenchDates.instant(avis.publieLe()))),
                new Paragraph(avis.texte()),
                lieux(avis));
        panneau.addClassName("panel");
        avis.retireLe()
                .ifPresentOrElse(
                        le -> panneau.add(new Paragraph(getTranslation("avis.retire", FrenchDates.instant(le)))),
                        () -> panneau.add(noter(avis), retirer(avis)));
        return panneau;
    }

    private UnorderedList lieux(AvisDeMairie avis) {
        var lieux = new UnorderedList();
        Stream.of(LieuDAffichage.values())
                .forEach(lieu -> lieux.add(new ListItem(getTranslation(
                        "avis.lieu",
                        lieu.nom(),
                        Optional.ofNullable(avis.affichages().get(lieu))
                                .map(this::affichage)
                                .orElseGet(() -> getTranslation("avis.lieu.rien"))))));
        return lieux;
    }

    private String affichage(AvisDeMairie.Affichage affichage) {
        String jour = FrenchDates.day(affichage.jour());
        return affichage
                .borne()
                .map(borne -> getTranslation("avis.lieu.borne", jour, affichage.par(), borne))
                .orElseGet(() -> getTranslation("avis.lieu.hub", jour, affichage.par()));
    }

    private Div noter(AvisDeMairie avis) {
        var lieu = new Select<LieuDAffichage>();
        lieu.setLabel(getTranslation("avis.noter.lieu"));
        lieu.setItems(LieuDAffichage.values());
        lieu.setItemLabelGenerator(LieuDAffichage::nom);
        lieu.setManualValidation(true);
        var jour = new DatePicker(getTranslation("avis.noter.jour"));
        jour.setManualValidation(true);
        var noter = new Button(getTranslation("avis.noter"), _ -> {
            lieu.setInvalid(false);
            jour.setInvalid(false);
            var refus = gestion.noterLAffichage(avis.id(), lieu.getValue(), jour.getValue());
            if (refus.isPresent()) {
                signaler(refus.get() == Refus.LIEU_MANQUANT ? lieu : jour, refus.get());
                return;
            }
            montrer();
            dire(Avis.Ton.REUSSITE, getTranslation("avis.note"));
        });
        var formulaire = new Div(lieu, jour, noter);
        formulaire.addClassName("formulaire");
        return formulaire;
    }

    private Button retirer(AvisDeMairie avis) {
        var retirer = new Button(getTranslation("avis.retirer"), _ -> {
            var refus = gestion.retirer(avis.id());
            montrer();
            dire(
                    refus.isEmpty() ? Avis.Ton.REUSSITE : Avis.Ton.INFORMATION,
                    refus.map(r -> getTranslation("avis.refus." + r.name()))
                            .orElseGet(() -> getTranslation("avis.est-retire")));
        });
        retirer.setAriaLabel(getTranslation("avis.retirer.lequel", avis.titre()));
        return retirer;
    }
}
