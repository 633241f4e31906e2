package fr.roubaix.cln.hub.candidature;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import fr.roubaix.cln.domaine.doublon.Ressemblance;
import fr.roubaix.cln.hub.candidature.IndexDeLAppel.Ligne;
import fr.roubaix.cln.web.FrenchDates;

/** Two applications that may be one person's, side by side: why, what differs, and the answer. */
final class PanneauDuDoublon extends Div {

    PanneauDuDoublon(
            Ligne une,
            Ligne autre,
            Ressemblance ressemblance,
            DecisionSurDoublon paires,
            DetailDeCandidature.Contexte contexte,
            Raccourcis raccourcis) {
        addClassName("dup");
        add(new Paragraph(getTranslation(
                "doublon.raisons",
                ressemblance.raisons().stream()
                        .map(raison -> getTranslation("doublon.raison." + raison.name()))
                        .collect(Collectors.joining(", ")),
                ressemblance.score())));
        add(tableau(une, autre));
        // The first one deposited is kept, unless staff choose otherwise.
        boolean uneDAbord = !une.dossier().deposeeLe().isAfter(autre.dossier().deposeeLe());
        Ligne premiere = uneDAbord ? une : autre;
        Ligne seconde = uneDAbord ? autre : une;
        var garder = garder(Key.KEY_M, premiere, seconde, paires, contexte, raccourcis);
        garder.addThemeVariants(ButtonVariant.PRIMARY);
        var actions = new Div(
                garder,
                garder(Key.KEY_G, seconde, premiere, paires, contexte, raccourcis),
                raccourcis.bouton(
                        Key.KEY_D,
                        "doublon.deux",
                        () -> contexte.agir(
                                () -> paires.deuxPersonnes(
                                        une.dossier().vu(), autre.dossier().vu()),
                                getTranslation("doublon.deux.fait"))));
        actions.addClassName("actions");
        add(actions);
    }

    private com.vaadin.flow.component.button.Button garder(
            Key touche,
            Ligne gardee,
            Ligne autre,
            DecisionSurDoublon paires,
            DetailDeCandidature.Contexte contexte,
            Raccourcis raccourcis) {
        String code = gardee.dossier().code().affiche();
        return raccourcis.nomme(
                touche,
                getTranslation("doublon.garder", code),
                () -> contexte.agir(
                        () -> paires.memePersonne(
                                gardee.dossier().vu(), autre.dossier().vu()),
                        getTranslation(
                                "doublon.garder.fait",
                                code,
                                autre.dossier().code().affiche())));
    }

    private NativeTable tableau(Ligne une, Ligne autre) {
        var corps = new NativeTableBody();
        ligne(corps, "doublon.prenoms", une, autre, Identites.Identite::prenoms);
        ligne(corps, "doublon.nom", une, autre, Identites.Identite::nomDeNaissance);
        ligne(
                corps,
                "doublon.nom-d-usage",
                une,
                autre,
                identite -> Optional.ofNullable(identite.nomDUsage()).orElse(""));
        ligne(corps, "doublon.naissance", une, autre, identite -> FrenchDates.day(identite.naissance()));
        ligne(corps, "doublon.adresse", une, autre, Identites.Identite::voie);
        ligne(
                corps,
                "doublon.telephone",
                une,
                autre,
                identite -> Optional.ofNullable(identite.telephone()).orElse(""));
        ligne(
                corps,
                "doublon.courriel",
                une,
                autre,
                identite -> Optional.ofNullable(identite.courriel()).orElse(""));
        cellules(
                corps,
                "doublon.deposee",
                Mots.jour(une.dossier().deposeeLe()) + ", " + Mots.origine(une.dossier(), this),
                Mots.jour(autre.dossier().deposeeLe()) + ", " + Mots.origine(autre.dossier(), this));
        var tete = new NativeTableHeader(
                new NativeTableRow(new NativeTableCell(), colonne(une.dossier()), colonne(autre.dossier())));
        var tableau = new NativeTable(tete, corps);
        tableau.getElement().setAttribute("aria-label", getTranslation("doublon.comparaison"));
        return tableau;
    }

    private static NativeTableHeaderCell colonne(Dossier dossier) {
        var cellule = new NativeTableHeaderCell(dossier.code().affiche());
        cellule.getElement().setAttribute("scope", "col");
        return cellule;
    }

    private void ligne(
            NativeTableBody corps, String cle, Ligne une, Ligne autre, Function<Identites.Identite, String> valeur) {
        cellules(
                corps,
                cle,
                une.identite().map(valeur).orElse(""),
                autre.identite().map(valeur).orElse(""));
    }

    private void cellules(NativeTableBody corps, String cle, String une, String autre) {
        if (une.isEmpty() && autre.isEmpty()) {
            return;
        }
        var titre = new NativeTableHeaderCell(getTranslation(cle));
        titre.getElement().setAttribute("scope", "row");
        boolean differe = !une.equals(autre);
        corps.add(new NativeTableRow(titre, cellule(une, differe), cellule(autre, differe)));
    }

    /** A difference is underlined, and said. */
    private NativeTableCell cellule(String valeur, boolean differe) {
        var texte = new Span(valeur.isEmpty() ? "·" : valeur);
        var cellule = new NativeTableCell(texte);
        if (differe) {
            texte.addClassName("ne");
            var dit = new Span(getTranslation("doublon.differe"));
            dit.addClassName("vh");
            cellule.add(dit);
        }
        return cellule;
    }
}
