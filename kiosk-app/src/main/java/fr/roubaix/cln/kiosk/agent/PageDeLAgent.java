package fr.roubaix.cln.kiosk.agent;

import java.time.Clock;
import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.kiosk.agent.ClotureDeMairie.Situation;
import fr.roubaix.cln.kiosk.sync.Envois;
import fr.roubaix.cln.kiosk.sync.FicheTechnique;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.kiosk.sync.JournalIndex;
import fr.roubaix.cln.kiosk.sync.Sauvegardes;
import fr.roubaix.cln.kiosk.tablet.TabletDesk;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.saisie.Question;

/** The first screen behind the PIN: how things go between this terminal and the hub, and what an agent may do about it. */
final class PageDeLAgent extends Div implements Ecran {

    private final ClotureDeMairie cloture;
    private final AvisAuPanneau avis;
    private final Span aAfficher = new Span();
    private final BandeauDuMateriel materiel;
    private final CarteDeLiaison liaison;
    private final CarteDeLaFile file;
    private final CarteDeLaBorne borne;
    private final CarteDeSauvegarde sauvegarde;
    private final CarteDesTablettes tablettes;
    private final Paragraph appel = new Paragraph();
    private final Button cloturer;
    private @Nullable List<Situation> situations;

    PageDeLAgent(
            VisiteDAgent visite,
            Hub hub,
            JournalIndex index,
            Envois envois,
            FicheTechnique fiche,
            Copies copies,
            Sauvegardes sauvegardes,
            ClotureDeMairie cloture,
            Guichet guichet,
            TabletDesk desk,
            Clock clock) {
        this.cloture = cloture;
        this.avis = guichet.avis();
        materiel = new BandeauDuMateriel(visite, guichet.materiel());
        liaison = new CarteDeLiaison(visite, hub, envois, clock);
        file = new CarteDeLaFile(visite, index);
        borne = new CarteDeLaBorne(hub, fiche);
        sauvegarde = new CarteDeSauvegarde(visite, copies, sauvegardes);
        tablettes = new CarteDesTablettes(visite, desk);
        cloturer = new Button(getTranslation("agent.cloture.ouvrir"), _ -> visite.clotures());
        addClassName("agent__ecran");
        var cartes = new Div(liaison, file, carteDesAppels(), carteDeLaCle(visite), borne, tablettes, sauvegarde);
        cartes.addClassName("agent__cartes");
        add(tete(visite), portes(visite), materiel, cartes);
        regarder();
    }

    private Div tete(VisiteDAgent visite) {
        var qui = new Paragraph(new DrawnIcon("user"), new Span(visite.session().nom()));
        qui.addClassName("agent__qui");
        var quitter = new Button(getTranslation("agent.quitter"), new DrawnIcon("lock"), _ -> visite.quitter());
        return Ecran.tete(new Question(getTranslation("agent.titre")), qui, quitter);
    }

    /** What an agent comes here for most often, first and largest. */
    private Nav portes(VisiteDAgent visite) {
        var portes = new Nav(
                porte("scan", "agent.porte.recu", visite::recu),
                porte("form", "agent.porte.fiche", visite::fiche),
                porte("pin", "agent.porte.avis", visite::avis));
        portes.setAriaLabel(getTranslation("agent.portes"));
        portes.addClassName("agent__portes");
        aAfficher.addClassName("badge");
        portes.getElement().getChild(2).appendChild(aAfficher.getElement());
        return portes;
    }

    private NativeButton porte(String icone, String cle, Runnable ouvrir) {
        var mots = new Span(getTranslation(cle));
        mots.addClassName("agent__porte-titre");
        var texte = new Span(getTranslation(cle + ".texte"));
        var porte = new NativeButton();
        porte.add(new DrawnIcon(icone), mots, texte);
        porte.addClickListener(_ -> ouvrir.run());
        porte.addClassName("agent__porte");
        return porte;
    }

    private Div carteDesAppels() {
        return Ecran.carte(new H2(getTranslation("agent.cloture")), appel, Ecran.actes(cloturer));
    }

    private Div carteDeLaCle(VisiteDAgent visite) {
        var ouvrir = new Button(getTranslation("agent.cle.ouvrir"), _ -> visite.cle());
        return Ecran.carte(
                new H2(getTranslation("agent.cle")),
                new Paragraph(getTranslation("agent.cle.explication")),
                Ecran.actes(ouvrir));
    }

    @Override
    public void regarder() {
        materiel.regarder();
        liaison.regarder();
        file.regarder();
        borne.regarder();
        sauvegarde.regarder();
        tablettes.regarder();
        regarderLesAppels();
        long nombre = avis.aAfficher();
        aAfficher.setText(getTranslation("agent.avis.a-afficher", nombre));
        aAfficher.setVisible(nombre > 0);
    }

    private void regarderLesAppels() {
        var maintenant = cloture.situations();
        if (maintenant.equals(situations)) {
            return;
        }
        situations = maintenant;
        boolean aFaire = maintenant.stream()
                .anyMatch(une -> une instanceof Situation.ACloturer
                        || (une instanceof Situation.Cloture faite && faite.depuis() > 0));
        appel.setText(getTranslation(resume(maintenant, aFaire)));
        cloturer.setThemeVariant(ButtonVariant.PRIMARY, aFaire);
        cloturer.setVisible(!maintenant.isEmpty());
    }

    private static String resume(List<Situation> situations, boolean aFaire) {
        if (aFaire) {
            return "agent.cloture.resume.a-faire";
        }
        if (situations.isEmpty()) {
            return "agent.cloture.resume.aucun";
        }
        return situations.stream().anyMatch(Situation.Ouvert.class::isInstance)
                ? "agent.cloture.resume.ouvert"
                : "agent.cloture.resume.faite";
    }
}
