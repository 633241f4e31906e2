package fr.roubaix.cln.hub.tirage;

import java.util.Optional;
import java.util.function.BiConsumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.tirage.AnnonceDrand;
import fr.roubaix.cln.domaine.tirage.ChaineDrand;

/** Who is there (art. 7 §2), who of the co-presidents is not, and the opening of the public session. */
final class PanneauDesPresences extends Section {

    private static final String FAITE = "tirage.presence.faite";

    private final EtatDuTirage etat;
    private final Ceremonie ceremonie;
    private final BiConsumer<Optional<Refus>, String> suite;
    private @Nullable Button ouvrir;

    /**
     * Shows them.
     *
     * @param agit whether the person signed in may register somebody
     * @param suite told what came of each act, and the key of what to say when it is done
     */
    PanneauDesPresences(
            EtatDuTirage etat, Ceremonie ceremonie, boolean agit, BiConsumer<Optional<Refus>, String> suite) {
        this.etat = etat;
        this.ceremonie = ceremonie;
        this.suite = suite;
        addClassName("panel");
        boolean avantLOuverture = etat.tirage().orElse(null) instanceof Tirage.PlanConfirme;
        add(new H2(getTranslation("tirage.presences")), liste(agit && avantLOuverture));
        if (agit && !(etat.tirage().orElse(null) instanceof Tirage.Clos)) {
            add(inscription());
        }
        if (agit && avantLOuverture) {
            add(ouverture());
        }
    }

    /** Proposes to open the session, where it is time; where the screen keeps what comes next. */
    Optional<Button> ouvrir() {
        return Optional.ofNullable(ouvrir);
    }

    private UnorderedList liste(boolean retirable) {
        var liste = new UnorderedList();
        for (Cahier.Presence presence : etat.cahier().presences()) {
            var ligne = new ListItem(new Span(getTranslation(
                    presence.presente() ? "tirage.presence" : "tirage.absence",
                    presence.nom(),
                    getTranslation("tirage.qualite." + presence.qualite().name()))));
            if (retirable) {
                var retirer = new Button(
                        getTranslation("tirage.presence.retirer"),
                        _ -> suite.accept(ceremonie.retirer(etat.id(), etat.pas(), presence.numero()), FAITE));
                retirer.setAriaLabel(getTranslation("tirage.presence.retirer.qui", presence.nom()));
                retirer.addThemeVariants(ButtonVariant.TERTIARY);
                ligne.add(retirer);
            }
            liste.add(ligne);
        }
        return liste;
    }

    private Div inscription() {
        var nom = new TextField(getTranslation("tirage.presence.nom"));
        var qualite = new Select<QualiteDePresence>();
        qualite.setLabel(getTranslation("tirage.presence.qualite"));
        qualite.setItems(QualiteDePresence.values());
        qualite.setItemLabelGenerator(q -> getTranslation("tirage.qualite." + q.name()));
        qualite.setValue(QualiteDePresence.CO_PRESIDENT);
        qualite.setHelperText(getTranslation("tirage.public.qualite"));
        nom.setHelperText(getTranslation("tirage.public.nom"));
        var absent = new Checkbox(getTranslation("tirage.presence.absent"));
        qualite.addValueChangeListener(change -> {
            boolean coPresident = change.getValue() == QualiteDePresence.CO_PRESIDENT;
            absent.setEnabled(coPresident);
            nom.setHelperText(
                    getTranslation(change.getValue().nommee() ? "tirage.public.nom" : "tirage.public.nom.original"));
            if (!coPresident) {
                absent.setValue(false);
            }
        });
        var inscrire = new Button(
                getTranslation("tirage.presence.inscrire"),
                _ -> suite.accept(
                        ceremonie.inscrire(
                                etat.id(), etat.pas(), nom.getValue(), qualite.getValue(), !absent.getValue()),
                        FAITE));
        var formulaire = new Div(nom, qualite, absent, inscrire);
        formulaire.addClassName("formulaire");
        return formulaire;
    }

    private Div ouverture() {
        var chaine = new Select<ChaineDrand>();
        chaine.setLabel(getTranslation("tirage.drand.chaine"));
        chaine.setItems(ChaineDrand.values());
        chaine.setItemLabelGenerator(ChaineDrand::nom);
        chaine.setValue(ChaineDrand.QUICKNET);
        var tour = new TextField(getTranslation("tirage.drand.annonce"));
        tour.setHelperText(getTranslation("tirage.drand.annonce.aide"));
        ouvrir = new Button(getTranslation("tirage.seance.proposer"), _ -> {
            String saisi = tour.getValue().strip();
            if (saisi.isEmpty()) {
                suite.accept(ceremonie.proposerLOuverture(etat.id(), etat.pas(), Optional.empty()), TirageView.PROPOSE);
            } else if (saisi.matches("[1-9][0-9]{0,9}")) {
                var annonce = new AnnonceDrand(chaine.getValue(), Long.parseLong(saisi));
                suite.accept(
                        ceremonie.proposerLOuverture(etat.id(), etat.pas(), Optional.of(annonce)), TirageView.PROPOSE);
            } else {
                suite.accept(Optional.of(Refus.DRAND_TOUR_MAL_FORME), FAITE);
            }
        });
        ouvrir.addThemeVariants(ButtonVariant.PRIMARY);
        var formulaire = new Div(new Paragraph(getTranslation("tirage.seance.aide")), chaine, tour);
        formulaire.addClassName("formulaire");
        return formulaire;
    }
}
