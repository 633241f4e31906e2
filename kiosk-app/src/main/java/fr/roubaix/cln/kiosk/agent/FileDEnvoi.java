package fr.roubaix.cln.kiosk.agent;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.kiosk.sync.JournalIndex;
import fr.roubaix.cln.kiosk.sync.JournalIndex.Delivery;
import fr.roubaix.cln.kiosk.sync.JournalIndex.Entry;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.web.FrenchDates;
import fr.roubaix.cln.web.saisie.Question;

/** Everything that was appended here, page by page: number, kind, instant, state. Nothing about a person is known here. */
final class FileDEnvoi extends Div implements Ecran {

    private final JournalIndex index;
    private final Grid<Ligne> lignes = new Grid<>();
    private final RadioButtonGroup<Choix> choix = new RadioButtonGroup<>();
    private final CallbackDataProvider<Ligne, Void> donnees =
            new CallbackDataProvider<>(this::page, this::nombre, Ligne::rang);
    private @Nullable Map<Delivery, Integer> comptes;

    FileDEnvoi(VisiteDAgent visite, JournalIndex index) {
        this.index = index;
        addClassName("agent__ecran");
        choix.setLabel(getTranslation("agent.file.montrer"));
        choix.setItems(Choix.values());
        choix.setItemLabelGenerator(un -> getTranslation("agent.file.choix." + un.name()));
        choix.setValue(Choix.TOUT);
        choix.addValueChangeListener(_ -> visite.sousSession(donnees::refreshAll));
        choix.addClassName("agent__choix");
        colonnes();
        lignes.setDataProvider(donnees);
        lignes.setSelectionMode(Grid.SelectionMode.NONE);
        lignes.addClassName("agent__file");
        lignes.setAriaLabel(getTranslation("agent.file.titre"));
        var retour = new Button(getTranslation("agent.retour"), _ -> visite.accueil());
        add(Ecran.tete(new Question(getTranslation("agent.file.titre")), retour), choix, lignes);
        regarder();
    }

    private void colonnes() {
        lignes.addColumn(
                        ligne -> ligne.entree().code().map(ReceiptCode::affiche).orElse("—"))
                .setHeader(getTranslation("agent.file.numero"))
                .setAutoWidth(true);
        lignes.addColumn(ligne -> nature(ligne.entree().kind()))
                .setHeader(getTranslation("agent.file.nature"))
                .setAutoWidth(true);
        lignes.addColumn(ligne -> FrenchDates.shortInstant(ligne.entree().at()))
                .setHeader(getTranslation("agent.file.date"))
                .setAutoWidth(true);
        lignes.addComponentColumn(ligne -> etat(ligne.entree().delivery()))
                .setHeader(getTranslation("agent.file.etat"))
                .setAutoWidth(true);
    }

    private Span etat(Delivery delivery) {
        String mot = getTranslation("agent.etat." + delivery.name());
        return switch (delivery) {
            case PENDING -> Ecran.etat("clock", "badge--info", mot);
            case DELIVERED -> Ecran.etat("check", "badge--ok", mot);
            case REFUSED, UNSENDABLE -> Ecran.etat("alert", "badge--warn", mot);
        };
    }

    private String nature(Kind kind) {
        return Arrays.stream(Nature.values())
                .filter(nature -> nature.name().equals(kind.name()))
                .findFirst()
                .map(nature -> getTranslation("agent.nature." + nature.name()))
                .orElseGet(() -> getTranslation("agent.nature.AUTRE"));
    }

    private Stream<Ligne> page(Query<Ligne, Void> demande) {
        int debut = demande.getOffset();
        var entrees = choix.getValue()
                .delivery()
                .map(delivery -> index.page(delivery, debut, demande.getLimit()))
                .orElseGet(() -> index.page(debut, demande.getLimit()));
        return Stream.iterate(0, rang -> rang < entrees.size(), rang -> rang + 1)
                .map(rang -> new Ligne(debut + rang, entrees.get(rang)));
    }

    private int nombre(Query<Ligne, Void> ignored) {
        var nombres = index.counts();
        return choix.getValue()
                .delivery()
                .map(delivery -> nombres.getOrDefault(delivery, 0))
                .orElseGet(() ->
                        nombres.values().stream().mapToInt(Integer::intValue).sum());
    }

    @Override
    public void regarder() {
        var maintenant = index.counts();
        if (comptes != null && !maintenant.equals(comptes)) {
            donnees.refreshAll();
        }
        comptes = maintenant;
    }

    /** An entry has no identity of its own that a grid could hold on to; its place has. */
    record Ligne(int rang, Entry entree) {}

    /** The kinds that have a French name. */
    private enum Nature {
        OUVERTURE,
        CANDIDATURE,
        CORRECTION,
        RETRAIT,
        REPONSE_RENOUVELLEMENT,
        CLOTURE,
        REOUVERTURE,
        EVENEMENT
    }

    /** What of the list is shown. */
    enum Choix {
        TOUT,
        PENDING,
        REFUSED,
        UNSENDABLE;

        Optional<Delivery> delivery() {
            return this == TOUT ? Optional.empty() : Optional.of(Delivery.valueOf(name()));
        }
    }
}
