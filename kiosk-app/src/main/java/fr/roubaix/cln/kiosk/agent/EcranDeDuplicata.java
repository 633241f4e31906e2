package fr.roubaix.cln.kiosk.agent;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.kiosk.sync.Gestes;
import fr.roubaix.cln.kiosk.sync.JournalIndex;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.saisie.Question;

/** Prints a receipt of this kiosk again, for somebody who showed who they are: a number of its own, the same code. */
final class EcranDeDuplicata extends Div implements Ecran {

    private final VisiteDAgent visite;
    private final JournalIndex index;
    private final Gestes gestes;
    private final Papiers papiers;
    private final ReceiptCode code;
    private final Checkbox identite = new Checkbox();
    private @Nullable EtatDuPapier papier;

    EcranDeDuplicata(VisiteDAgent visite, JournalIndex index, Gestes gestes, Papiers papiers, ReceiptCode code) {
        this.visite = visite;
        this.index = index;
        this.gestes = gestes;
        this.papiers = papiers;
        this.code = code;
        addClassName("agent__ecran");
        identite.setLabel(getTranslation("agent.duplicata.identite"));
        identite.setManualValidation(true);
        identite.addValueChangeListener(_ -> identite.setInvalid(false));
        identite.addClassName("saisie__attestation");
        demander();
    }

    @Override
    public void regarder() {
        if (papier != null) {
            papier.regarder();
        }
    }

    private void demander() {
        var phrase =
                new Paragraph(getTranslation("agent.duplicata.phrase", code.affiche(), gestes.duplicatas(code) + 1));
        phrase.addClassName("lead");
        var imprimer = new Button(
                getTranslation("agent.duplicata.imprimer"),
                new DrawnIcon("printer"),
                _ -> visite.sousSession(this::imprimer));
        imprimer.addThemeVariants(ButtonVariant.PRIMARY);
        var retour = new Button(getTranslation("agent.retour"), _ -> visite.recu());
        add(
                new Question(getTranslation("agent.duplicata.titre")),
                phrase,
                identite,
                Ecran.note("info", "note--info", getTranslation("agent.duplicata.trace")),
                Ecran.pouce(retour, imprimer));
    }

    private void imprimer() {
        var entree = index.find(code);
        if (papier != null || entree.isEmpty()) {
            return;
        }
        if (!identite.getValue()) {
            identite.setErrorMessage(getTranslation("agent.duplicata.identite.manquante"));
            identite.setInvalid(true);
            identite.focus();
            return;
        }
        int numero = gestes.numeroterUnDuplicata(code, visite.session().agent().id());
        papier = new EtatDuPapier(
                visite,
                papiers,
                receipts -> receipts.duplicate(code, entree.get().at(), numero));
        removeAll();
        var fini = new Button(getTranslation("agent.fini"), new DrawnIcon("check"), _ -> visite.accueil());
        fini.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Question(getTranslation("agent.duplicata.fait", numero)), papier, Ecran.pouce(fini));
    }
}
