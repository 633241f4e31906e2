package fr.roubaix.cln.hub.fleet;

import java.time.Instant;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;

import fr.roubaix.cln.hub.fleet.Declarations.Evenement;
import fr.roubaix.cln.hub.fleet.Flotte.Fiche;
import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.hub.shell.Confirmation;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/** One kiosk: what to look at, what it said of itself, what happened on it, and what can be done. */
final class DetailDeBorne extends Section {

    private final Fiche fiche;
    private final Flotte flotte;
    private final BornesView vue;
    private final TextField nom = new TextField();
    private final TextArea motif = new TextArea();
    private final CodeUnique code = new CodeUnique();

    DetailDeBorne(Fiche fiche, Flotte flotte, Instant maintenant, BornesView vue) {
        this.fiche = fiche;
        this.flotte = flotte;
        this.vue = vue;
        addClassName("det");
        getElement().setAttribute("aria-label", getTranslation("flotte.detail"));
        add(entete());
        if (!fiche.alertes().isEmpty()) {
            var alertes = new UnorderedList();
            alertes.addClassName("chk");
            fiche.alertes().forEach(alerte -> alertes.add(alerte(Mots.alerte(alerte, maintenant, this))));
            add(alertes);
        }
        fiche.revocations()
                .forEach(revocation -> add(Balise.de(
                                "p",
                                getTranslation(
                                        "flotte.revoquee-par",
                                        FrenchDates.instant(revocation.le()),
                                        revocation.par(),
                                        revocation.motif()))
                        .classe("small")));
        add(connu(), new H3(getTranslation("flotte.evenements")), evenements(), renommer(), remplacer());
        if (!borne().revoked()) {
            add(revoquer());
        }
    }

    private Kiosk borne() {
        return fiche.borne();
    }

    private Div entete() {
        var origine = Balise.de(
                        "p",
                        getTranslation(
                                "flotte.origine",
                                borne().id(),
                                borne().mairie().nom(),
                                FrenchDates.instant(borne().enrolledAt())))
                .classe("muted", "small");
        var fermer = new Button(new DrawnIcon("x"), _ -> vue.fermer());
        fermer.addThemeVariants(ButtonVariant.TERTIARY);
        fermer.setAriaLabel(getTranslation("action.fermer"));
        var entete = new Div(new Div(new H2(borne().name()), Mots.etat(fiche, this), origine), fermer);
        entete.addClassName("dh");
        return entete;
    }

    private static ListItem alerte(String phrase) {
        var ligne = new ListItem(new DrawnIcon("alert"), new Span(phrase));
        ligne.addClassName("warn");
        return ligne;
    }

    private DescriptionList connu() {
        var liste = new DescriptionList();
        liste.addClassName("kv");
        ligne(liste, "bornes.dernier-contact", Mots.contact(fiche, this));
        ligne(liste, "bornes.file", Mots.file(fiche, this));
        ligne(liste, "flotte.horloge", Mots.horloge(fiche, this));
        borne().report().ifPresent(dit -> {
            ligne(liste, "flotte.disque", Mots.octets(dit.diskFree(), this));
            ligne(
                    liste,
                    "flotte.appareils",
                    dit.devices().isEmpty()
                            ? getTranslation("flotte.inconnu")
                            : dit.devices().stream()
                                    .map(appareil ->
                                            getTranslation("flotte.appareil", appareil.name(), appareil.state()))
                                    .collect(Collectors.joining(" · ")));
            ligne(liste, "flotte.version", dit.version());
        });
        ligne(liste, "flotte.empreinte", fiche.empreinte().toString());
        ligne(liste, "flotte.cle", Integer.toString(borne().keyNumber()));
        ligne(liste, "flotte.falsifications", Long.toString(fiche.falsifications()));
        return liste;
    }

    private void ligne(DescriptionList liste, String cle, String valeur) {
        liste.add(new DescriptionList.Term(getTranslation(cle)), new DescriptionList.Description(valeur));
    }

    private UnorderedList evenements() {
        var liste = new UnorderedList();
        liste.addClassName("evenements");
        var evenements = flotte.evenements(borne().id());
        if (evenements.isEmpty()) {
            liste.add(new ListItem(getTranslation("flotte.evenements.aucun")));
        }
        evenements.forEach(evenement -> liste.add(evenement(evenement)));
        return liste;
    }

    private ListItem evenement(Evenement evenement) {
        return new ListItem(
                Balise.de(
                        "b",
                        getTranslation("flotte.evenement." + evenement.nature().name())),
                Balise.de(
                                "span",
                                getTranslation(
                                        "flotte.evenement.quand",
                                        FrenchDates.instant(evenement.recuLe()),
                                        evenement.details()))
                        .classe("muted", "small"));
    }

    private Div renommer() {
        nom.setLabel(getTranslation("flotte.renommer.nom"));
        nom.setValue(borne().name());
        nom.setManualValidation(true);
        nom.setWidthFull();
        return acte("flotte.renommer", nom, new Button(getTranslation("flotte.renommer"), _ -> {
            var refus = flotte.renommer(borne().id(), nom.getValue());
            nom.setInvalid(refus.isPresent());
            if (refus.isPresent()) {
                nom.setErrorMessage(getTranslation("flotte.refus." + refus.get().name(), Flotte.NOM_MAXIMUM));
                nom.focus();
            } else {
                vue.fait(
                        Avis.Ton.REUSSITE,
                        getTranslation("flotte.renommee", nom.getValue().strip()));
            }
        }));
    }

    private Div remplacer() {
        String cle = borne().revoked() ? "flotte.readmettre" : "flotte.remplacer";
        var bloc = acte(
                cle,
                Balise.de("p", getTranslation(cle + ".aide")).classe("small"),
                new Button(
                        getTranslation("flotte.remplacer.code"),
                        _ -> code.montrer(
                                flotte.codeDeRemplacement(borne().id()),
                                borne().mairie().nom())));
        bloc.add(code);
        return bloc;
    }

    private Div revoquer() {
        motif.setLabel(getTranslation("flotte.revoquer.motif"));
        motif.setHelperText(getTranslation("flotte.revoquer.motif.aide"));
        motif.setMaxLength(Flotte.MOTIF_MAXIMUM);
        motif.setManualValidation(true);
        motif.setWidthFull();
        var bouton = new Button(getTranslation("flotte.revoquer"), _ -> confirmerLaRevocation());
        bouton.addThemeVariants(ButtonVariant.ERROR);
        return acte("flotte.revoquer.titre", motif, bouton);
    }

    private void confirmerLaRevocation() {
        var defaut = flotte.motif(motif.getValue());
        motif.setInvalid(defaut.isPresent());
        if (defaut.isPresent()) {
            motif.setErrorMessage(getTranslation("flotte.refus." + defaut.get().name(), Flotte.MOTIF_MINIMAL));
            motif.focus();
            return;
        }
        var question = new Confirmation("flotte.revoquer.question", "flotte.revoquer", () -> {
            var refus = flotte.revoquer(borne().id(), motif.getValue());
            if (refus.isPresent()) {
                vue.fait(
                        Avis.Ton.INFORMATION,
                        getTranslation("flotte.refus." + refus.get().name(), Flotte.MOTIF_MINIMAL));
            } else {
                vue.fait(Avis.Ton.ATTENTION, getTranslation("flotte.revoquee", borne().name()));
            }
        });
        question.setText(getTranslation(
                "flotte.revoquer.consequence",
                borne().name(),
                borne().report().map(dit -> dit.queue()).orElse(0L)));
        question.open();
    }

    private Div acte(String cle, Component... contenu) {
        var bloc = new Div(new H3(getTranslation(cle)));
        bloc.add(contenu);
        bloc.addClassName("acte");
        return bloc;
    }
}
