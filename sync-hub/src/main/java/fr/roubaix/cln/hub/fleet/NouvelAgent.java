package fr.roubaix.cln.hub.fleet;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.fleet.GestionDesAgents.Issue;
import fr.roubaix.cln.hub.fleet.GestionDesAgents.Refus;
import fr.roubaix.cln.sync.AgentId;

/** The form for another agent; an identifier is put forward from the name until somebody types their own. */
final class NouvelAgent extends Section {

    private final GestionDesAgents gestion;
    private final BiConsumer<String, CodeDAgent> donne;
    private final TextField nom = new TextField();
    private final TextField identifiant = new TextField();
    private final Select<Portee> mairie = new Select<>();
    private final ChampDeCode code = new ChampDeCode();
    private Set<AgentId> pris = Set.of();
    private String propose = "";

    NouvelAgent(GestionDesAgents gestion, BiConsumer<String, CodeDAgent> donne) {
        this.gestion = gestion;
        this.donne = donne;
        nom.setLabel(getTranslation("agents.nom"));
        nom.setHelperText(getTranslation("agents.nom.aide"));
        nom.setMaxLength(AgentDeMairie.NOM_MAXIMUM);
        nom.setValueChangeMode(ValueChangeMode.LAZY);
        nom.addValueChangeListener(_ -> proposer());
        identifiant.setLabel(getTranslation("agents.identifiant"));
        identifiant.setHelperText(getTranslation("agents.identifiant.aide"));
        List.of(nom, identifiant).forEach(champ -> {
            champ.setManualValidation(true);
            champ.setRequiredIndicatorVisible(true);
        });
        mairie.setLabel(getTranslation("agents.mairie"));
        mairie.setItems(Stream.concat(
                        Stream.of(new Portee(Optional.empty())),
                        Stream.of(Secteur.values()).map(secteur -> new Portee(Optional.of(secteur))))
                .toList());
        mairie.setItemLabelGenerator(
                portee -> portee.mairie().map(Secteur::nom).orElse(getTranslation("agents.partout")));
        mairie.setManualValidation(true);
        // A select that is required names itself a button that is, which no screen reader may be told.
        mairie.setHelperText(getTranslation("agents.mairie.aide"));
        var creer = new Button(getTranslation("agents.creer"), _ -> creer());
        creer.addThemeVariants(ButtonVariant.PRIMARY);
        var champs = new Div(nom, identifiant, mairie, code, creer);
        champs.addClassNames("formulaire", "formulaire--deux");
        addClassName("panel");
        add(new H2(getTranslation("agents.nouveau")), champs);
    }

    /** Says which identifiers are taken. */
    void connus(Collection<AgentDeMairie> agents) {
        pris = agents.stream().map(AgentDeMairie::id).collect(Collectors.toUnmodifiableSet());
    }

    private void proposer() {
        if (identifiant.isEmpty() || identifiant.getValue().equals(propose)) {
            propose = AgentDeMairie.idPropose(nom.getValue(), pris)
                    .map(AgentId::valeur)
                    .orElse("");
            identifiant.setValue(propose);
        }
    }

    private void creer() {
        nom.setInvalid(false);
        identifiant.setInvalid(false);
        code.setInvalid(false);
        mairie.setInvalid(mairie.isEmpty());
        if (mairie.isEmpty()) {
            mairie.setErrorMessage(getTranslation("agents.mairie.manquante"));
            return;
        }
        switch (gestion.creer(
                identifiant.getValue(), nom.getValue(), mairie.getValue().mairie(), code.getValue())) {
            case Issue.CodeDonne issue -> {
                String cree = nom.getValue().strip();
                vider();
                donne.accept(cree, issue.code());
            }
            case Issue.Refusee(var refus) -> {
                var champ = champ(refus);
                champ.setErrorMessage(getTranslation("agents.refus." + refus.name()));
                champ.setInvalid(true);
                champ.focus();
            }
        }
    }

    private TextField champ(Refus refus) {
        return switch (refus) {
            case ID_MAL_FORME, ID_PRIS, INCONNU -> identifiant;
            case NOM -> nom;
            case CODE_MAL_FORME, CODE_DEVINABLE, CODE_DEJA_SERVI -> code;
        };
    }

    private void vider() {
        propose = "";
        nom.clear();
        identifiant.clear();
        mairie.clear();
        code.clear();
    }

    /** The terminals of one mairie, or of all five. */
    private record Portee(Optional<Secteur> mairie) {}
}
