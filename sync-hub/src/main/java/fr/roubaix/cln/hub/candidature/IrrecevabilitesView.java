package fr.roubaix.cln.hub.candidature;

import java.util.Optional;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.Verification;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Page;

/** The second look: what somebody finds inadmissible, for another person to confirm or set aside. No name stands here. */
@Route("gestion/irrecevabilites")
@Menu(title = "menu.irrecevabilites", order = 31, icon = "minus-circle")
@RolesAllowed({"SECRETARIAT", "PRESIDENCE"})
class IrrecevabilitesView extends Page {

    private final Optional<AppelId> appel;
    private final ExamenDesCandidatures examen;
    private final Div contenu = new Div();

    IrrecevabilitesView(Appels appels, ExamenDesCandidatures examen) {
        super("menu.irrecevabilites");
        this.appel = appels.courant().map(a -> a.id());
        this.examen = examen;
        contenu.addClassName("voix");
        add(contenu);
        montrer();
    }

    private void montrer() {
        contenu.removeAll();
        var proposees = appel.map(examen::irrecevabilitesProposees).orElse(java.util.List.of());
        sousTitre(getTranslation("irrecevabilites.resume", proposees.size()));
        if (proposees.isEmpty()) {
            var vide = new Div(new Paragraph(getTranslation("irrecevabilites.aucune")));
            vide.addClassName("vide");
            contenu.add(vide);
        }
        proposees.forEach(dossier -> contenu.add(panneau(dossier)));
    }

    private Div panneau(Dossier dossier) {
        var constats = new UnorderedList();
        dossier.verifications(0).stream()
                .filter(verification -> verification.issue() != Verification.Issue.OK)
                .forEach(verification -> constats.add(new ListItem(
                        getTranslation("constat." + verification.constat().name(), ""))));
        var actions = new Div();
        actions.addClassName("actions");
        examen.actes(dossier).forEach(acte -> {
            switch (acte) {
                case CONFIRMER_L_IRRECEVABILITE -> {
                    var confirmer = bouton(
                            acte, () -> examen.confirmerLIrrecevabilite(dossier.vu()), "declaree-irrecevable", dossier);
                    confirmer.addThemeVariants(ButtonVariant.PRIMARY);
                    actions.add(confirmer);
                }
                case ECARTER_L_IRRECEVABILITE ->
                    actions.add(bouton(
                            acte,
                            () -> examen.ecarterLIrrecevabilite(dossier.vu()),
                            "irrecevabilite-ecartee",
                            dossier));
                case REPRENDRE -> actions.add(new Paragraph(getTranslation("candidature.attend-une-autre")));
                case DECLARER_RECEVABLE,
                        PROPOSER_L_IRRECEVABILITE,
                        DEMANDER_UN_COMPLEMENT,
                        NOTER_LA_DEMANDE_FAITE,
                        NOTER_COMPLETEE,
                        RETIRER -> {}
            }
        });
        var panneau = new Div(
                new H2(dossier.code().affiche()),
                new Paragraph(Mots.statut(examen.lisible(dossier), this)),
                constats,
                actions);
        panneau.addClassName("panel");
        return panneau;
    }

    private Button bouton(
            Dossier.Acte acte,
            java.util.function.Supplier<Optional<Refus>> decision,
            String reussite,
            Dossier dossier) {
        return new Button(getTranslation("acte." + acte.name()), _ -> {
            Optional<Refus> refus = decision.get();
            montrer();
            dire(
                    refus.isEmpty() ? Avis.Ton.REUSSITE : Avis.Ton.ERREUR,
                    refus.map(r -> getTranslation("candidature.refus." + r.name()))
                            .orElseGet(() -> getTranslation(
                                    "candidature." + reussite, dossier.code().affiche())));
        });
    }
}
