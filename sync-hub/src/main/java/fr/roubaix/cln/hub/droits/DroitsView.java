package fr.roubaix.cln.hub.droits;

import java.time.Clock;
import java.time.LocalDate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.hub.candidature.EffacementDUnePersonne;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Page;

/**
 * What a person asks about their data. One is found by the number on the receipt that they bring, never by name: nobody
 * reads through people here.
 */
@Route("gestion/droits")
@Menu(title = "menu.droits", order = 65, icon = "hand")
@RolesAllowed("DPO")
class DroitsView extends Page {

    private final EffacementDUnePersonne effacement;
    private final ExportDUnePersonne export;
    private final LimitationDUnePersonne limitation;
    private final RectificationDUnePersonne rectification;
    private final OppositionDUnePersonne opposition;
    private final SuiviDesDemandes suivi;
    private final Clock clock;
    private final TextField numero = new TextField();
    private final Div resultat = new Div();
    private final PanneauDesDemandes demandes;

    DroitsView(
            EffacementDUnePersonne effacement,
            ExportDUnePersonne export,
            LimitationDUnePersonne limitation,
            RectificationDUnePersonne rectification,
            OppositionDUnePersonne opposition,
            SuiviDesDemandes suivi,
            Clock clock) {
        super("menu.droits");
        this.effacement = effacement;
        this.export = export;
        this.limitation = limitation;
        this.rectification = rectification;
        this.opposition = opposition;
        this.suivi = suivi;
        this.clock = clock;
        this.demandes = new PanneauDesDemandes(suivi, clock, this);
        sousTitre(getTranslation("droits.aide"));
        numero.setLabel(getTranslation("droits.numero"));
        numero.setHelperText(getTranslation("droits.numero.aide"));
        numero.setManualValidation(true);
        numero.setMaxLength(20);
        var chercher = new Button(getTranslation("droits.chercher"), _ -> chercher());
        chercher.addThemeVariants(ButtonVariant.PRIMARY);
        var formulaire = new Div(
                new H2(getTranslation("droits.effacer.titre")),
                new Paragraph(getTranslation("droits.effacer.aide")),
                numero,
                chercher);
        formulaire.addClassName("formulaire");
        var panneau = new Section(formulaire);
        panneau.addClassName("panel");
        resultat.addClassName("droits");
        resultat.getElement().setAttribute("role", "region");
        resultat.getElement().setAttribute("aria-live", "polite");
        resultat.getElement().setAttribute("aria-label", getTranslation("droits.resultat"));
        add(demandes, panneau, resultat, new NouvelleDemande(suivi, this));
    }

    private void chercher() {
        taire();
        resultat.removeAll();
        switch (ReceiptCode.lire(numero.getValue())) {
            case Saisie.Lue<ReceiptCode>(var code) -> {
                numero.setInvalid(false);
                montrer(code);
            }
            case Saisie.Refusee<ReceiptCode> _ -> refuser("droits.refus.numero");
        }
    }

    private void montrer(ReceiptCode code) {
        switch (effacement.examiner(code)) {
            case EffacementDUnePersonne.Sort.Inconnue _ -> refuser("droits.refus.inconnue");
            case EffacementDUnePersonne.Sort.DejaEffacee(var le) ->
                resultat.add(SortDUnePersonne.dejaEffacee(code, le, this));
            case EffacementDUnePersonne.Sort.Gardee gardee -> resultat.add(SortDUnePersonne.gardee(gardee, this));
            case EffacementDUnePersonne.Sort.Effacable effacable ->
                resultat.add(new FormulaireDEffacement(effacable, effacement, this::conclure));
        }
        if (resultat.getChildren().findAny().isPresent()) {
            demandees(code);
        }
    }

    /** What is kept of the person first, then what they asked and was not answered yet. */
    private void demandees(ReceiptCode code) {
        var donnees = new DonneesDUnePersonne(code, export, limitation, (cle, fait) -> conclure(code, cle, fait));
        var rectifications = suivi.ouvertes(Demande.Droit.RECTIFICATION, code);
        var oppositions = suivi.ouvertes(Demande.Droit.OPPOSITION, code);
        opposition.examiner(code).ifPresent(etat -> {
            if (!oppositions.isEmpty()) {
                resultat.addComponentAsFirst(new PanneauDOpposition(
                        code, opposition, etat, oppositions, donnees::verifiee, (cle, fait) -> regle(code, cle, fait)));
            }
            if (!rectifications.isEmpty()) {
                resultat.addComponentAsFirst(new PanneauDeRectification(
                        code,
                        rectification,
                        rectifications,
                        donnees::verifiee,
                        (cle, fait) -> regle(code, cle, fait),
                        LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX)));
            }
        });
        resultat.addComponentAsFirst(donnees);
    }

    /** The same as any act on the person, and a request may have its answer. */
    private void regle(ReceiptCode code, String cle, boolean fait) {
        demandes.relire();
        conclure(code, cle, fait);
    }

    /** Says what became of an answer. */
    void repondu(String cle, boolean fait) {
        dire(fait ? Avis.Ton.REUSSITE : Avis.Ton.ERREUR, getTranslation(cle));
    }

    /** A new request waits. */
    void enregistree() {
        demandes.relire();
        dire(Avis.Ton.REUSSITE, getTranslation("demandes.enregistree"));
    }

    private void conclure(ReceiptCode code, String cle, boolean fait) {
        chercher();
        dire(fait ? Avis.Ton.REUSSITE : Avis.Ton.ERREUR, getTranslation(cle, code.affiche()));
    }

    private void refuser(String cle) {
        numero.setErrorMessage(getTranslation(cle));
        numero.setInvalid(true);
        numero.focus();
    }

    private void conclure(ReceiptCode code, EffacementDUnePersonne.Issue issue) {
        switch (issue) {
            case EffacementDUnePersonne.Issue.Effacee _ -> {
                resultat.removeAll();
                numero.clear();
                dire(Avis.Ton.REUSSITE, getTranslation("droits.effacee", code.affiche()));
            }
            case EffacementDUnePersonne.Refus _ -> {
                // Somebody froze the list meanwhile: say what is true now.
                chercher();
                dire(Avis.Ton.ERREUR, getTranslation("droits.change"));
            }
        }
    }
}
