package fr.roubaix.cln.hub.appel;

import java.io.ByteArrayInputStream;
import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.hub.shell.Etiquette;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/** The paper forms of a call: numbered copies to print while it runs, and what became of the paper, mairie by mairie. */
final class PanneauDesFiches extends Section {

    private final AppelSuivi suivi;
    private final CompteDesFiches compte;
    private final EcartsDeFiches ecarts;
    private final Runnable change;

    PanneauDesFiches(AppelSuivi suivi, CompteDesFiches compte, EcartsDeFiches ecarts, Runnable change) {
        this.suivi = suivi;
        this.compte = compte;
        this.ecarts = ecarts;
        this.change = change;
        addClassName("panel");
        add(new H2(getTranslation("fiches.titre")), new Paragraph(getTranslation("fiches.aide")), tableau());
        add(annonce());
        var inexpliques = ecarts.inexpliques(suivi.id());
        if (suivi.clos() && !inexpliques.isEmpty()) {
            add(new H3(getTranslation("fiches.ecart.titre")), new Paragraph(getTranslation("fiches.ecart.aide")));
            add(explication(inexpliques));
        }
        if (!suivi.clos()) {
            add(lot());
        }
        var lots = compte.lots(suivi.id());
        if (!lots.isEmpty()) {
            var liens = new Div();
            liens.addClassName("actions");
            lots.forEach(lot -> liens.add(lien(lot)));
            add(new H3(getTranslation("fiches.lots")), liens);
        }
    }

    private Balise tableau() {
        var tete = Balise.de("tr");
        List.of("fiches.mairie", "fiches.imprimees", "fiches.annoncees", "fiches.saisies", "fiches.etat")
                .forEach(cle -> tete.add(Balise.de("th", getTranslation(cle)).attribut("scope", "col")));
        var corps = Balise.de("tbody");
        for (CompteDesFiches.Compte ligne : compte.comptes(suivi.id())) {
            corps.add(Balise.de(
                    "tr",
                    Balise.de("th", ligne.mairie().nom()).attribut("scope", "row"),
                    nombre(Integer.toString(ligne.imprimees())),
                    nombre(ligne.annoncees().map(n -> Integer.toString(n)).orElse("…")),
                    nombre(Integer.toString(ligne.saisies())),
                    etat(ligne)));
        }
        return Balise.de("table", Balise.de("thead", tete), corps).classe("table");
    }

    private static Balise nombre(String texte) {
        return Balise.de("td", texte).classe("nombre");
    }

    private Balise etat(CompteDesFiches.Compte ligne) {
        return ecarts.explication(suivi.id(), ligne)
                .map(explique -> Balise.de(
                        "td", new Etiquette(Etiquette.Ton.OK, getTranslation("fiches.etat.explique")), motif(explique)))
                .orElseGet(() -> Balise.de("td", difference(ligne)));
    }

    private Etiquette difference(CompteDesFiches.Compte ligne) {
        if (ligne.reste().isEmpty()) {
            return new Etiquette(Etiquette.Ton.ATTENTE, getTranslation("fiches.etat.attente"));
        }
        int reste = ligne.reste().get();
        if (reste == 0) {
            return new Etiquette(Etiquette.Ton.OK, getTranslation("fiches.etat.concorde"));
        }
        return reste > 0
                ? new Etiquette(Etiquette.Ton.ATTENTION, getTranslation("fiches.etat.a-saisir", reste))
                : new Etiquette(Etiquette.Ton.ATTENTION, getTranslation("fiches.etat.en-trop", -reste));
    }

    private Paragraph motif(Registre.Fait explique) {
        var dit = new Paragraph(getTranslation(
                "fiches.ecart.dit", explique.motif(), FrenchDates.instant(explique.le()), explique.auteur()));
        dit.addClassNames("muted", "small");
        return dit;
    }

    private Div explication(List<Secteur> inexpliques) {
        var mairie = mairie("fiches.ecart.mairie");
        mairie.setItems(inexpliques);
        var motif = new TextField(getTranslation("fiches.ecart.motif"));
        motif.setHelperText(getTranslation("fiches.ecart.motif.aide"));
        var refuses = refuses(mairie);
        refuses.champ(Refus.Champ.MOTIF, motif);
        var bouton = new Button(getTranslation("fiches.ecart.expliquer"), _ -> {
            var refus = ecarts.expliquer(suivi.id(), mairie.getValue(), motif.getValue());
            refuses.montrer(refus.map(List::of).orElse(List.of()));
            if (refus.isEmpty()) {
                change.run();
            }
        });
        var champs = new Div(refuses.ailleurs(), mairie, motif, bouton);
        champs.addClassName("formulaire");
        return champs;
    }

    private Div annonce() {
        var mairie = mairie("fiches.annonce.mairie");
        var nombre = nombre("fiches.annonce.nombre", null);
        var refuses = refuses(mairie, nombre);
        var bouton = new Button(getTranslation("fiches.annoncer"), _ -> {
            var refus = compte.annoncer(suivi.id(), mairie.getValue(), nombre.getValue());
            refuses.montrer(refus.map(List::of).orElse(List.of()));
            if (refus.isEmpty()) {
                change.run();
            }
        });
        return ligne(refuses, mairie, nombre, bouton);
    }

    private Div lot() {
        var mairie = mairie("fiches.lot.mairie");
        var nombre = nombre("fiches.lot.nombre", 20);
        var refuses = refuses(mairie, nombre);
        var bouton = new Button(getTranslation("fiches.preparer"), _ -> {
            switch (compte.preparer(suivi.id(), mairie.getValue(), nombre.getValue())) {
                case CompteDesFiches.Issue.Refuse(var refus) -> refuses.montrer(List.of(refus));
                case CompteDesFiches.Issue.Prepare _ -> change.run();
            }
        });
        return ligne(refuses, mairie, nombre, bouton);
    }

    private static Div ligne(ChampsRefuses refuses, Select<Secteur> mairie, IntegerField nombre, Button bouton) {
        var ligne = new Div(refuses.ailleurs(), mairie, nombre, bouton);
        ligne.addClassName("en-ligne");
        return ligne;
    }

    private ChampsRefuses refuses(Select<Secteur> mairie, IntegerField nombre) {
        var refuses = refuses(mairie);
        refuses.champ(Refus.Champ.NOMBRE, nombre);
        return refuses;
    }

    private ChampsRefuses refuses(Select<Secteur> mairie) {
        var refuses = new ChampsRefuses(this);
        refuses.champ(Refus.Champ.MAIRIE, mairie);
        return refuses;
    }

    private Select<Secteur> mairie(String cle) {
        var mairie = new Select<Secteur>();
        mairie.setLabel(getTranslation(cle));
        mairie.setItems(Secteur.values());
        mairie.setItemLabelGenerator(Secteur::nom);
        return mairie;
    }

    private IntegerField nombre(String cle, @org.jspecify.annotations.Nullable Integer valeur) {
        var nombre = new IntegerField(getTranslation(cle));
        if (valeur != null) {
            nombre.setValue(valeur);
        }
        return nombre;
    }

    private Anchor lien(LotDeFiches lot) {
        String nom = "fiches-%s-%04d-%04d.pdf"
                .formatted(lot.mairie().name().toLowerCase(java.util.Locale.ROOT), lot.premier(), lot.dernier());
        DownloadHandler fichier = DownloadHandler.fromInputStream(_ -> {
            byte[] octets = compte.imprimer(suivi.id(), lot);
            return new DownloadResponse(new ByteArrayInputStream(octets), nom, "application/pdf", octets.length);
        });
        var lien = new Anchor(fichier, "");
        lien.add(
                new DrawnIcon("download"),
                new Span(getTranslation("fiches.lot", lot.mairie().nom(), lot.premier(), lot.dernier())));
        lien.addClassName("btn");
        lien.getElement().setAttribute("download", nom);
        return lien;
    }
}
