package fr.roubaix.cln.hub.fleet;

import java.util.function.BiConsumer;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

import fr.roubaix.cln.hub.fleet.GestionDesAgents.Issue;

/** Gives an agent another code, typed or made. */
final class NouveauCode extends Dialog {

    private final GestionDesAgents gestion;
    private final AgentDeMairie agent;
    private final BiConsumer<String, CodeDAgent> donne;
    private final ChampDeCode champ = new ChampDeCode();

    NouveauCode(GestionDesAgents gestion, AgentDeMairie agent, BiConsumer<String, CodeDAgent> donne) {
        this.gestion = gestion;
        this.agent = agent;
        this.donne = donne;
        setHeaderTitle(getTranslation("agents.nouveau-code.titre", agent.nom()));
        champ.setWidthFull();
        add(new Paragraph(getTranslation("agents.nouveau-code.aide")), champ);
        var donner = new Button(getTranslation("agents.nouveau-code.donner"), _ -> donner());
        donner.addThemeVariants(ButtonVariant.PRIMARY);
        donner.addClickShortcut(Key.ENTER).listenOn(this).resetFocusOnActiveElement();
        getFooter().add(new Button(getTranslation("action.annuler"), _ -> close()), donner);
        champ.focus();
    }

    private void donner() {
        champ.setInvalid(false);
        switch (gestion.changerLeCode(agent.id(), champ.getValue())) {
            case Issue.CodeDonne issue -> {
                close();
                donne.accept(agent.nom(), issue.code());
            }
            case Issue.Refusee(var refus) -> {
                champ.setErrorMessage(getTranslation("agents.refus." + refus.name()));
                champ.setInvalid(true);
                champ.focus();
            }
        }
    }
}
