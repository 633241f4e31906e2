package fr.roubaix.cln.kiosk.agent;

import java.util.List;
import java.util.function.Supplier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.kiosk.agent.AvisAuPanneau.Ligne;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;
import fr.roubaix.cln.web.saisie.Question;

/** The notices to put up on the board of the mairie: their words, their days, and since when each hangs. */
final class EcranDesAvis extends Div implements Ecran {

    private final VisiteDAgent visite;
    private final AvisAuPanneau avis;
    private final Supplier<EnvelopeId> ids;
    private @Nullable List<Ligne> montrees;

    EcranDesAvis(VisiteDAgent visite, AvisAuPanneau avis, Supplier<EnvelopeId> ids) {
        this.visite = visite;
        this.avis = avis;
        this.ids = ids;
        addClassName("agent__ecran");
        montrer();
    }

    /** A day being typed is left alone. */
    @Override
    public void regarder() {
        if (montrees != null && !avis.lignes().equals(montrees)) {
            montrer();
        }
    }

    private void montrer(Component... annonces) {
        var lignes = avis.lignes();
        montrees = lignes;
        removeAll();
        add(new Question(getTranslation("agent.avis")));
        add(annonces);
        if (lignes.isEmpty()) {
            add(Ecran.note("info", "note--info", getTranslation("agent.avis.aucun")));
        }
        var cartes = new Div();
        cartes.addClassName("agent__cartes");
        lignes.forEach(ligne -> cartes.add(carte(ligne)));
        add(cartes, Ecran.pouce(new Button(getTranslation("agent.retour"), _ -> visite.accueil())));
    }

    private Div carte(Ligne ligne) {
        var un = ligne.avis();
        var carte = Ecran.carte(
                new H2(un.titre()),
                new Paragraph(getTranslation("agent.avis.dates", FrenchDates.day(un.du()), FrenchDates.day(un.au()))));
        un.texte().lines().filter(texte -> !texte.isBlank()).forEach(texte -> carte.add(new Paragraph(texte)));
        carte.add(ligne.note()
                .map(note -> Ecran.etat(
                        "check",
                        "badge--ok",
                        getTranslation("agent.avis.affiche." + note.livraison().name(), FrenchDates.day(note.jour()))))
                .orElseGet(() -> Ecran.etat("clock", "badge--warn", getTranslation("agent.avis.pas-affiche"))));
        var noter = new Button(
                getTranslation(ligne.note().isEmpty() ? "agent.avis.noter" : "agent.avis.corriger"),
                new DrawnIcon("pin"),
                _ -> visite.sousSession(() -> demander(ligne)));
        if (ligne.note().isEmpty()) {
            noter.addThemeVariants(ButtonVariant.PRIMARY);
        }
        carte.add(Ecran.actes(noter));
        return carte;
    }

    private void demander(Ligne ligne) {
        montrees = null;
        var id = ids.get();
        var jour = new ChampDeJour("agent.avis.jour");
        jour.remplir(avis.aujourdhui());
        var noter = new Button(
                getTranslation("agent.avis.enregistrer"),
                new DrawnIcon("check"),
                _ -> visite.sousSession(() -> noter(id, ligne, jour)));
        noter.addThemeVariants(ButtonVariant.PRIMARY);
        var retour = new Button(getTranslation("agent.retour"), _ -> visite.sousSession(this::montrer));
        removeAll();
        add(
                new Question(getTranslation("agent.avis.question")),
                new Paragraph(ligne.avis().titre()),
                jour,
                Ecran.pouce(retour, noter));
        jour.focus();
    }

    private void noter(EnvelopeId id, Ligne ligne, ChampDeJour champ) {
        champ.lire().ifPresent(jour -> {
            switch (avis.noter(id, ligne.avis(), jour, visite.session().agent().id())) {
                case NOTEE -> montrer(Ecran.annonce("check-circle", "note--ok", getTranslation("agent.avis.note")));
                case JOUR_A_VENIR -> champ.refuser("agent.avis.a-venir");
                case IMPOSSIBLE -> montrer(Ecran.alerte(getTranslation("agent.avis.impossible")));
            }
        });
    }
}
