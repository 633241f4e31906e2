package fr.roubaix.cln.hub.tirage;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Where dice are typed as they fall, one digit after the other, each kept at once, and mended before the seed stands. */
final class SaisieDesDes extends Section {

    private static final String ENREGISTRE = "tirage.des.suite";

    private final CeremonieId id;
    private final Tirages tirages;
    private final Ceremonie ceremonie;
    private final BiConsumer<Optional<Refus>, String> suite;
    private final Select<Cahier.Presence> lanceur = new Select<>();
    private final TextField chiffre = new TextField(getTranslation("tirage.des.champ"));
    private final ChiffresDesDes apercu = new ChiffresDesDes();
    private final Paragraph compte = new Paragraph();
    private final Button proposer = new Button();
    private final EcheanceDuTour echeance;
    private final Clock clock;
    private EtatDuTirage etat;

    /**
     * Shows the dice of a ceremony.
     *
     * @param tourPropose whether another round of drand waits for the presidency
     * @param suite told, with the key of what to say when it is done, that an act of another kind or a refusal asks for the
     *     whole screen to be read again
     */
    SaisieDesDes(
            EtatDuTirage etat,
            Tirages tirages,
            Ceremonie ceremonie,
            boolean tourPropose,
            BiConsumer<Optional<Refus>, String> suite,
            Clock clock) {
        this.clock = clock;
        this.echeance = new EcheanceDuTour(clock);
        this.id = etat.id();
        this.etat = etat;
        this.tirages = tirages;
        this.ceremonie = ceremonie;
        this.suite = suite;
        addClassName("panel");
        lanceur.setLabel(getTranslation("tirage.des.lanceur"));
        lanceur.setItems(etat.cahier().presents());
        lanceur.setItemLabelGenerator(Cahier.Presence::nom);
        dernierLanceur().ifPresent(lanceur::setValue);
        chiffre.setHelperText(getTranslation("tirage.des.aide"));
        chiffre.setMaxLength(1);
        chiffre.setValueChangeMode(ValueChangeMode.EAGER);
        chiffre.addValueChangeListener(change -> lancer(change.getValue()));
        proposer.addThemeVariants(ButtonVariant.PRIMARY);
        proposer.addClickListener(
                _ -> suite.accept(ceremonie.proposerLaGraine(id, this.etat.pas()), TirageView.PROPOSE));
        add(new H2(getTranslation("tirage.des")), echeance, lanceur, chiffre, compte, apercu);
        if (drandAnnonce()) {
            if (!tourPropose && tourRemplacable()) {
                add(autreTour());
            }
            add(new SaisieDeDrand((tour, alea, signature) ->
                    suite.accept(ceremonie.saisirDrand(id, this.etat.pas(), tour, alea, signature), ENREGISTRE)));
        }
        add(correction());
        relire();
    }

    /** Proposes the seed; where the screen keeps what comes next. */
    Button proposer() {
        return proposer;
    }

    private Optional<Cahier.Presence> dernierLanceur() {
        return des().filter(des -> !des.lancers().isEmpty())
                .flatMap(des -> etat.cahier().presence(des.lancers().getLast().lanceur()));
    }

    private Optional<Tirage.AvecDes> des() {
        return etat.tirage().filter(Tirage.AvecDes.class::isInstance).map(Tirage.AvecDes.class::cast);
    }

    private Tirage.SeanceOuverte seance() {
        return switch (etat.tirage().orElse(null)) {
            case Tirage.SeanceOuverte seance -> seance;
            case Tirage.AvecDes des -> des.seance();
            case null, default -> throw new IllegalStateException("no session is open");
        };
    }

    private boolean drandAnnonce() {
        return seance().drand().isPresent();
    }

    /** The dice so far, none included, until their round completes them. */
    private Optional<Tirage.DesEnCours> enCours() {
        return switch (etat.tirage().orElse(null)) {
            case Tirage.SeanceOuverte seance -> Optional.of(new Tirage.DesEnCours(seance, List.of()));
            case Tirage.DesEnCours des -> Optional.of(des);
            case null, default -> Optional.empty();
        };
    }

    private boolean tourPasse() {
        return enCours()
                .flatMap(des -> des.seance().drand())
                .filter(annonce -> annonce.connueLe(clock.instant()))
                .isPresent();
    }

    private boolean tourRemplacable() {
        return enCours().filter(des -> !(des.complets() && tourPasse())).isPresent();
    }

    private AutreTourDrand autreTour() {
        var autre = new AutreTourDrand(
                clock,
                (annonce, motif) -> ceremonie.proposerUnAutreTour(id, etat.pas(), annonce, motif),
                refus -> suite.accept(refus, TirageView.PROPOSE));
        autre.setOpened(tourPasse());
        return autre;
    }

    private void lancer(String saisi) {
        if (saisi.isEmpty()) {
            return;
        }
        chiffre.clear();
        if (lanceur.getValue() == null) {
            suite.accept(Optional.of(Refus.LANCEUR_ABSENT), ENREGISTRE);
            return;
        }
        apres(ceremonie.lancer(id, etat.pas(), saisi, lanceur.getValue().numero()));
        chiffre.focus();
    }

    /** A throw only changes this panel: the operator's hands stay where they are. */
    private void apres(Optional<Refus> refus) {
        if (refus.isPresent()) {
            suite.accept(refus, ENREGISTRE);
        } else {
            etat = tirages.etat(id);
            relire();
        }
    }

    private void relire() {
        String chiffres = des().map(Tirage.AvecDes::chiffres).orElse("");
        int attendus = seance().attendus();
        apercu.montrer(chiffres, attendus);
        compte.setText(getTranslation(
                seance().lancers().isPresent() ? "tirage.des.compte" : "tirage.des.compte.minimum",
                chiffres.length(),
                attendus));
        echeance.montrer(enCours());
        int manque = attendus - chiffres.length();
        boolean drandManque = drandAnnonce() && !(etat.tirage().orElse(null) instanceof Tirage.DrandSaisi);
        proposer.setEnabled(manque <= 0 && !drandManque);
        proposer.setText(
                manque > 0
                        ? getTranslation("tirage.des.manquent", manque)
                        : drandManque
                                ? getTranslation("tirage.graine.drand-manque")
                                : getTranslation("tirage.graine.proposer", chiffres.length()));
    }

    private Details correction() {
        var position = new IntegerField(getTranslation("tirage.correction.position"));
        position.setMin(1);
        var nouveau = new TextField(getTranslation("tirage.correction.chiffre"));
        nouveau.setMaxLength(1);
        var corriger = new Button(getTranslation("tirage.correction.corriger"), _ -> {
            int ou = position.getValue() == null ? 0 : position.getValue();
            var refus = ceremonie.corriger(id, etat.pas(), ou, nouveau.getValue());
            position.clear();
            nouveau.clear();
            apres(refus);
        });
        var retirer = new Button(
                getTranslation("tirage.correction.retirer"), _ -> apres(ceremonie.retirerLeDernier(id, etat.pas())));
        var formulaire =
                new Div(new Paragraph(getTranslation("tirage.correction.aide")), position, nouveau, corriger, retirer);
        formulaire.addClassName("formulaire");
        return new Details(getTranslation("tirage.correction"), formulaire);
    }
}
