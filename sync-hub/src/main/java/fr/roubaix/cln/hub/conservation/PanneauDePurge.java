package fr.roubaix.cln.hub.conservation;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;

import fr.roubaix.cln.hub.ingest.MisesDeCote;
import fr.roubaix.cln.hub.shell.Confirmation;
import fr.roubaix.cln.hub.shell.Etiquette;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/** One proposal: how many, under which rule, which ones, and what can be done about it. */
final class PanneauDePurge extends Section {

    private static final int MONTRES = 60;

    /** What the data protection officer can do. */
    enum Geste {
        VISER,
        RETIRER,
        EXECUTER
    }

    private final Purge purge;
    private final BiConsumer<Geste, Purge> agir;

    PanneauDePurge(Purge purge, ConsultationDesPurges consultation, BiConsumer<Geste, Purge> agir) {
        this.purge = purge;
        this.agir = agir;
        addClassName("panel");
        var titre = new Div(
                new H2(getTranslation("conservation.proposition", purge.regle().titre(), purge.nombre())), etat());
        titre.addClassName("panel__h");
        add(
                titre,
                new Paragraph(getTranslation(
                        "conservation.calculee",
                        purge.numero(),
                        FrenchDates.fullInstant(purge.proposeeLe()),
                        purge.regle().duree(),
                        purge.regle().depart().titre())),
                new Paragraph(
                        getTranslation("conservation.detruit", purge.regle().detruit())),
                new Paragraph(getTranslation("conservation.garde", purge.regle().garde())),
                objets(consultation),
                actions());
    }

    private Etiquette etat() {
        return new Etiquette(
                purge.etat() == Purge.Etat.PROPOSEE ? Etiquette.Ton.ATTENTION : Etiquette.Ton.ATTENTE,
                getTranslation("conservation.etat." + purge.etat().name()));
    }

    private Details objets(ConsultationDesPurges consultation) {
        var premiers = consultation.objets(purge.numero(), MONTRES);
        var texte = new Paragraph(premiers.entrySet().stream()
                .map(objet -> getTranslation(
                        "conservation.objet", affiche(objet.getKey()), FrenchDates.day(objet.getValue())))
                .collect(Collectors.joining(" · ")));
        var contenu = new Div(texte, liste(consultation));
        contenu.addClassName("formulaire");
        int autres = purge.nombre() - purge.detruites() - purge.ecartees() - premiers.size();
        return new Details(
                autres > 0
                        ? getTranslation("conservation.objets.et-d-autres", premiers.size(), autres)
                        : getTranslation("conservation.objets", premiers.size()),
                contenu);
    }

    private String affiche(String objet) {
        return switch (purge.regle()) {
            case CANDIDATURE_NON_RETENUE -> Suspensions.Codes.lire(objet).affiche();
            case MISE_DE_COTE -> miseDeCote(PurgeDesMisesDeCote.cle(objet));
            case JOURNAL_DES_ACCES -> FrenchDates.day(LocalDate.parse(objet));
            case DEMANDE_DE_DROITS -> getTranslation("conservation.demande", objet);
            case BROUILLON_DE_BORNE,
                    LISTE_DU_TIRAGE,
                    COORDONNEES_DE_MEMBRE,
                    DECLARATION_D_INTERET,
                    EMARGEMENT,
                    SAUVEGARDE -> objet;
        };
    }

    private String miseDeCote(MisesDeCote.Cle cle) {
        return getTranslation(
                "conservation.mise-de-cote",
                cle.borne().numero(),
                cle.empreinte().hex().substring(0, 12));
    }

    private Anchor liste(ConsultationDesPurges consultation) {
        String nom = "destruction-" + purge.numero() + ".csv";
        DownloadHandler fichier = DownloadHandler.fromInputStream(_ -> {
            byte[] octets = consultation.liste(purge.numero());
            return new DownloadResponse(new ByteArrayInputStream(octets), nom, "text/csv;charset=utf-8", octets.length);
        });
        var lien = new Anchor(fichier, "");
        lien.add(new DrawnIcon("download"), new Span(getTranslation("conservation.liste")));
        lien.addClassName("btn");
        lien.getElement().setAttribute("download", nom);
        return lien;
    }

    private Div actions() {
        var actions = new Div();
        actions.addClassName("actions");
        switch (purge.etat()) {
            case PROPOSEE -> actions.add(bouton(Geste.VISER, ButtonVariant.PRIMARY));
            case VISEE -> {
                purge.visa()
                        .ifPresent(visa -> actions.add(new Span(getTranslation(
                                "conservation.visa", visa.par().valeur(), FrenchDates.instant(visa.le())))));
                actions.add(executer(), bouton(Geste.RETIRER, ButtonVariant.TERTIARY));
            }
            case EN_COURS ->
                actions.add(new Span(
                        getTranslation("conservation.en-cours", purge.detruites() + purge.ecartees(), purge.nombre())));
            case EXECUTEE, ECARTEE -> {
                // Not shown here.
            }
        }
        return actions;
    }

    private Button bouton(Geste geste, ButtonVariant variante) {
        var bouton = new Button(getTranslation("conservation.geste." + geste.name()), _ -> agir.accept(geste, purge));
        bouton.addThemeVariants(variante);
        bouton.setDisableOnClick(true);
        return bouton;
    }

    private Button executer() {
        var bouton = new Button(getTranslation("conservation.geste.EXECUTER"), _ -> {
            var question = new Confirmation(
                    "conservation.executer.question",
                    "conservation.geste.EXECUTER",
                    () -> agir.accept(Geste.EXECUTER, purge));
            question.setText(
                    getTranslation("conservation.executer.suite", purge.regle().titre(), purge.nombre()));
            question.open();
        });
        bouton.addThemeVariants(ButtonVariant.ERROR);
        return bouton;
    }
}
