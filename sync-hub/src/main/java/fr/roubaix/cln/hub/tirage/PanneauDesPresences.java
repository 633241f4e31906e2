package fr.roubaix.cln.hub.tirage;

import java.time.Clock;
import java.time.LocalTime;
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
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.web.FrenchDates;

/** Who is there (art. 7 §2), who of the co-presidents is not, and the opening of the public session. */
final class PanneauDesPresences extends Section {

    private static final String FAITE = "tirage.presence.faite";

    private final EtatDuTirage etat;
    private final Tirages tirages;
    private final Ceremonie ceremonie;
    private final BiConsumer<Optional<Refus>, String> suite;
    private @Nullable Button ouvrir;

    private final Clock clock;

    /**
     * Shows them.
     *
     * @param agit whether the person signed in may register somebody
     * @param suite told what came of each act, and the key of what to say when it is done
     */
    PanneauDesPresences(
            EtatDuTirage etat,
            Tirages tirages,
            Ceremonie ceremonie,
            boolean agit,
            BiConsumer<Optional<Refus>, String> suite,
            Clock clock) {
        this.etat = etat;
        this.tirages = tirages;
        this.clock = clock;
        this.ceremonie = ceremonie;
        this.suite = suite;
        addClassName("panel");
        boolean avantLOuverture = etat.tirage().orElse(null) instanceof Tirage.PlanConfirme;
        boolean ecrit = agit && !(etat.tirage().orElse(null) instanceof Tirage.Clos);
        add(new H2(getTranslation("tirage.presences")), liste(ecrit, avantLOuverture));
        if (ecrit) {
            add(inscription());
        }
        if (agit && avantLOuverture) {
            add(formulaireDOuverture());
        }
    }

    /** Proposes to open the session, where it is time; where the screen keeps what comes next. */
    Optional<Button> ouvrir() {
        return Optional.ofNullable(ouvrir);
    }

    private UnorderedList liste(boolean ecrit, boolean avantLOuverture) {
        var liste = new UnorderedList();
        for (Cahier.Presence presence : etat.cahier().presences()) {
            var ligne = new ListItem(new Span(texte(presence)));
            if (ecrit && !presence.estLa()) {
                ligne.add(bouton("tirage.presence.arrive", presence, ceremonie::arriver));
            }
            if (ecrit && avantLOuverture) {
                ligne.add(bouton("tirage.presence.retirer", presence, ceremonie::retirer));
            } else if (ecrit && presence.estLa()) {
                ligne.add(bouton("tirage.presence.part", presence, ceremonie::partir));
            }
            liste.add(ligne);
        }
        return liste;
    }

    private String texte(Cahier.Presence presence) {
        var texte = new StringBuilder(getTranslation(
                presence.estVenue() ? "tirage.presence" : "tirage.absence",
                presence.nom(),
                getTranslation("tirage.qualite." + presence.qualite().name())));
        boolean enRetard = ouverture()
                .filter(ouverte ->
                        presence.acte().le().isAfter(ouverte.ouverture().le()))
                .isPresent();
        if (presence.presente() && enRetard) {
            texte.append(passage(Cahier.Sens.ARRIVEE, presence.acte()));
        }
        presence.passages().forEach(p -> texte.append(passage(p.sens(), p.acte())));
        return texte.toString();
    }

    private String passage(Cahier.Sens sens, Tirage.Acte acte) {
        return getTranslation(
                "tirage.presence." + sens.name(), FrenchDates.hour(LocalTime.ofInstant(acte.le(), Appel.ROUBAIX)));
    }

    private Optional<Tirage.SeanceOuverte> ouverture() {
        return switch (etat.tirage().orElse(null)) {
            case Tirage.SeanceOuverte seance -> Optional.of(seance);
            case Tirage.AvecDes des -> Optional.of(des.seance());
            case null, default -> Optional.empty();
        };
    }

    private Button bouton(String cle, Cahier.Presence presence, Passage acte) {
        var bouton = new Button(
                getTranslation(cle), _ -> suite.accept(acte.ecrire(etat.id(), pas(), presence.numero()), FAITE));
        bouton.setAriaLabel(getTranslation(cle + ".qui", presence.nom()));
        bouton.addThemeVariants(ButtonVariant.TERTIARY);
        return bouton;
    }

    /** Dice typed beside this panel since it was shown change nothing of who is there. */
    private int pas() {
        return ouverture().isPresent() ? tirages.etat(etat.id()).pas() : etat.pas();
    }

    @FunctionalInterface
    private interface Passage {
        Optional<Refus> ecrire(CeremonieId id, int vu, int numero);
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
                        ceremonie.inscrire(etat.id(), pas(), nom.getValue(), qualite.getValue(), !absent.getValue()),
                        FAITE));
        var formulaire = new Div(nom, qualite, absent, inscrire);
        formulaire.addClassName("formulaire");
        return formulaire;
    }

    private Div formulaireDOuverture() {
        var lancers = new IntegerField(getTranslation("tirage.lancers"));
        lancers.setHelperText(getTranslation("tirage.lancers.aide", Des.MINIMUM, RegleDesDes.MAXIMUM));
        lancers.setManualValidation(true);
        lancers.setStepButtonsVisible(true);
        lancers.setMin(Des.MINIMUM);
        lancers.setMax(RegleDesDes.MAXIMUM);
        lancers.setValue(Des.MINIMUM);
        var tour = new ChoixDuTour(clock, "tirage.drand.annonce");
        ouvrir = new Button(getTranslation("tirage.seance.proposer"), _ -> proposer(lancers, tour));
        ouvrir.addThemeVariants(ButtonVariant.PRIMARY);
        var formulaire = new Div(new Paragraph(getTranslation("tirage.seance.aide")), lancers, tour);
        formulaire.addClassName("formulaire");
        return formulaire;
    }

    /** What is wrong with a field is said there, and what was typed stays. */
    private void proposer(IntegerField lancers, ChoixDuTour tour) {
        lancers.setInvalid(false);
        if (tour.annonce().isEmpty() && !tour.vide()) {
            tour.refuser(Refus.DRAND_TOUR_MAL_FORME);
            return;
        }
        int nombre = lancers.getValue() == null ? 0 : lancers.getValue();
        var refus = ceremonie.proposerLOuverture(etat.id(), etat.pas(), nombre, tour.annonce());
        switch (refus.orElse(null)) {
            case LANCERS_MAL_FORMES -> {
                lancers.setInvalid(true);
                lancers.setErrorMessage(getTranslation("tirage.refus.LANCERS_MAL_FORMES"));
                lancers.focus();
            }
            case DRAND_DEJA_PUBLIE -> tour.refuser(Refus.DRAND_DEJA_PUBLIE);
            case null, default -> suite.accept(refus, TirageView.PROPOSE);
        }
    }
}
