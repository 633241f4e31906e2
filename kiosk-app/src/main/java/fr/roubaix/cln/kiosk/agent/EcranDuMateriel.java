package fr.roubaix.cln.kiosk.agent;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

import fr.roubaix.cln.kiosk.sync.FicheTechnique;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.web.access.VoiceCheck;
import fr.roubaix.cln.web.saisie.Question;

/** Each device: how it is, since when, and how to try it. */
final class EcranDuMateriel extends Div implements Ecran {

    private final CarteDImprimante imprimante;
    private final CarteDuLecteur lecteur;
    private final CarteDeLaBorne borne;
    private final CarteDeLiaison liaison;

    EcranDuMateriel(VisiteDAgent visite, Materiel materiel, Hub hub, FicheTechnique fiche, CarteDeLiaison liaison) {
        this.liaison = liaison;
        addClassName("agent__ecran");
        imprimante = new CarteDImprimante(visite, materiel, hub);
        lecteur = new CarteDuLecteur(visite, materiel);
        borne = new CarteDeLaBorne(hub, fiche);
        var cartes = new Div(
                imprimante,
                lecteur,
                new CarteDuToucher(visite),
                new CarteDesMillimetres(visite, materiel.ecrans()),
                borne,
                liaison,
                Ecran.carte(new H2(getTranslation("synthese.titre")), new VoiceCheck()));
        cartes.addClassName("agent__cartes");
        var explication = new Paragraph(getTranslation("agent.materiel.explication"));
        explication.addClassName("lead");
        add(
                new Question(getTranslation("agent.materiel.titre")),
                explication,
                cartes,
                Ecran.pouce(new Button(getTranslation("agent.retour"), _ -> visite.accueil())));
        regarder();
    }

    @Override
    public void regarder() {
        imprimante.regarder();
        lecteur.regarder();
        borne.regarder();
        liaison.regarder();
    }
}
