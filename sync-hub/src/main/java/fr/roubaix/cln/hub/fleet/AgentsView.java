package fr.roubaix.cln.hub.fleet;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.hub.shell.Confirmation;
import fr.roubaix.cln.hub.shell.Etiquette;
import fr.roubaix.cln.hub.shell.Page;
import fr.roubaix.cln.web.FrenchDates;

/** Who may open the agent page of the terminals, and the codes they are given. */
@Route("gestion/agents")
@Menu(title = "menu.agents", order = 55, icon = "user")
@RolesAllowed("ADMIN")
class AgentsView extends Page {

    private static final List<String> COLONNES = List.of("nom", "identifiant", "mairie", "etat", "code-du", "actes");

    private final GestionDesAgents gestion;
    private final Div liste = new Div();
    private final NouvelAgent formulaire;
    private final Button toutChanger = new Button();

    AgentsView(GestionDesAgents gestion) {
        super("menu.agents");
        this.gestion = gestion;
        this.formulaire = new NouvelAgent(gestion, this::donne);
        sousTitre(getTranslation("agents.aide"));
        toutChanger.setText(getTranslation("agents.tout-changer"));
        toutChanger.addThemeVariants(ButtonVariant.ERROR);
        toutChanger.addClickListener(_ -> confirmer("agents.tout-changer", this::toutChanger));
        action(toutChanger);
        liste.addClassNames("panel", "agents");
        add(liste, formulaire);
        relire();
    }

    private void relire() {
        var agents = gestion.tous();
        toutChanger.setVisible(agents.stream().anyMatch(agent -> agent.etat() == AgentDeMairie.Etat.ACTIF));
        formulaire.connus(agents);
        liste.removeAll();
        if (agents.isEmpty()) {
            liste.add(Balise.de("p", getTranslation("agents.aucun")));
            return;
        }
        var entetes = Balise.de("tr");
        COLONNES.forEach(colonne ->
                entetes.add(Balise.de("th", getTranslation("agents." + colonne)).attribut("scope", "col")));
        var lignes = Balise.de("tbody");
        agents.forEach(agent -> lignes.add(ligne(agent)));
        liste.add(Balise.de("table", Balise.de("thead", entetes), lignes).classe("table"));
    }

    private Balise ligne(AgentDeMairie agent) {
        return Balise.de(
                "tr",
                Balise.de("td", Balise.de("b", agent.nom())),
                Balise.de("td", agent.id().valeur()),
                Balise.de("td", agent.mairie().map(Secteur::nom).orElse(getTranslation("agents.partout"))),
                Balise.de("td", etat(agent)),
                Balise.de("td", FrenchDates.instant(agent.pinLe())),
                Balise.de("td", actes(agent)));
    }

    private Etiquette etat(AgentDeMairie agent) {
        var ton = switch (agent.etat()) {
            case ACTIF -> Etiquette.Ton.OK;
            case CODE_A_CHANGER -> Etiquette.Ton.ATTENTION;
            case DESACTIVE -> Etiquette.Ton.ARRET;
        };
        return new Etiquette(ton, getTranslation("agents.etat." + agent.etat().name()));
    }

    private Component actes(AgentDeMairie agent) {
        boolean actif = agent.etat() != AgentDeMairie.Etat.DESACTIVE;
        var actes = new Div(
                bouton("agents.nouveau-code", agent, () -> new NouveauCode(gestion, agent, this::donne).open()),
                actif
                        ? bouton("agents.desactiver", agent, () -> desactiver(agent))
                        : bouton("agents.reactiver", agent, () -> reactiver(agent)));
        actes.addClassName("actions");
        return actes;
    }

    private Button bouton(String cle, AgentDeMairie agent, Runnable acte) {
        String mot = getTranslation(cle);
        var bouton = new Button(mot, _ -> acte.run());
        bouton.addThemeVariants(ButtonVariant.SMALL);
        bouton.setAriaLabel(getTranslation("agents.acte-pour", mot, agent.nom()));
        return bouton;
    }

    private void desactiver(AgentDeMairie agent) {
        confirmer("agents.desactiver", () -> {
            boolean fait = gestion.desactiver(agent.id());
            fini(fait, "agents.desactive", agent);
        });
    }

    private void reactiver(AgentDeMairie agent) {
        boolean fait = gestion.reactiver(agent.id());
        fini(fait, "agents.reactive", agent);
    }

    private void fini(boolean fait, String cle, AgentDeMairie agent) {
        relire();
        if (fait) {
            dire(Avis.Ton.REUSSITE, getTranslation(cle, agent.nom()));
        } else {
            dire(Avis.Ton.INFORMATION, getTranslation("agents.deja-change"));
        }
    }

    private void toutChanger() {
        int nombre = gestion.toutChanger();
        relire();
        dire(Avis.Ton.ATTENTION, getTranslation("agents.tous-a-changer", nombre));
    }

    private void confirmer(String cle, Runnable suite) {
        var question = new Confirmation(cle + ".question", cle, suite);
        question.setText(getTranslation(cle + ".consequence"));
        question.open();
    }

    private void donne(String nom, CodeDAgent code) {
        taire();
        relire();
        new CodeMontre(nom, code).open();
    }
}
