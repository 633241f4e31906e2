package fr.roubaix.cln.hub.candidature;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;
import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/** One application beside the list: who, what to check, and the decision. */
final class DetailDeCandidature extends Aside {

    /** Runs a decision and says what became of it. */
    @FunctionalInterface
    interface Action {
        void agir(Supplier<Optional<Refus>> decision, String reussite);
    }

    private final Dossier dossier;
    private final ExamenDesCandidatures examen;
    private final Action action;

    DetailDeCandidature(
            Dossier dossier, Identites.Lecture lecture, ExamenDesCandidatures examen, Action action, Runnable fermer) {
        this.dossier = dossier;
        this.examen = examen;
        this.action = action;
        addClassName("det");
        getElement().setAttribute("aria-label", getTranslation("candidature.detail"));
        switch (lecture) {
            case Identites.Lecture.Lue(var identite) -> add(entete(identite.nomComplet(), fermer), fiche(identite));
            case Identites.Lecture.Effacee(var le) ->
                add(
                        entete(getTranslation("candidatures.effacee"), fermer),
                        new Paragraph(getTranslation("candidature.effacee", Mots.instant(le))));
            case Identites.Lecture.Limitee _ ->
                add(
                        entete(getTranslation("candidatures.limitee"), fermer),
                        new Paragraph(getTranslation("candidature.limitee")));
            case Identites.Lecture.Illisible _ ->
                add(
                        entete(getTranslation("candidatures.illisible"), fermer),
                        new Paragraph(getTranslation("candidature.illisible")));
        }
        add(new H3(getTranslation("candidature.recevabilite")), verifications());
        add(petit(getTranslation("candidature.attestation")));
        add(decision(lecture instanceof Identites.Lecture.Limitee));
        add(petit(getTranslation("candidature.trace")));
    }

    private Div entete(String nom, Runnable fermer) {
        var origine = petit(getTranslation(
                "candidature.origine",
                dossier.code().affiche(),
                dossier.mairie().nom(),
                Mots.instant(dossier.deposeeLe())));
        var bouton = new Button(new DrawnIcon("x"), _ -> fermer.run());
        bouton.addThemeVariants(ButtonVariant.TERTIARY);
        bouton.setAriaLabel(getTranslation("action.fermer"));
        var entete = new Div(new Div(new H2(nom), origine), bouton);
        entete.addClassName("dh");
        return entete;
    }

    private DescriptionList fiche(Identites.Identite identite) {
        var liste = new DescriptionList();
        liste.addClassName("kv");
        if (identite.nomDUsage() != null) {
            ligne(liste, "candidature.nom-de-naissance", identite.nomDeNaissance());
        }
        int age = identite.ageAu(dossier.deposeeLe().atZone(Appel.ROUBAIX).toLocalDate());
        ligne(
                liste,
                "candidature.naissance",
                getTranslation("candidature.naissance.valeur", FrenchDates.day(identite.naissance()), age));
        ligne(
                liste,
                "candidature.adresse",
                identite.voie() + (identite.complement().isEmpty() ? "" : ", " + identite.complement()));
        ligne(
                liste,
                "candidatures.secteur",
                getTranslation(
                        identite.secteurSelonLaBase() ? "candidature.secteur.base" : "candidature.secteur.declare",
                        dossier.secteur().nom()));
        ligne(liste, "candidature.parite", getTranslation(CandidaturesView.parite(dossier.parite())));
        ligne(liste, "candidature.contact", contact(identite));
        ligne(
                liste,
                "candidature.publication",
                getTranslation(
                        identite.publication() == Publication.NOM ? "publication.NOM" : "publication.SECTEUR_SEUL"));
        return liste;
    }

    private String contact(Identites.Identite identite) {
        String telephone = parPaires(identite.telephone());
        String courriel = identite.courriel();
        if (telephone == null && courriel == null) {
            return getTranslation("candidature.contact.courrier");
        }
        return telephone == null
                ? String.valueOf(courriel)
                : courriel == null ? telephone : telephone + ", " + courriel;
    }

    /** A French number is read, and dialled, two digits at a time. */
    private static @Nullable String parPaires(@Nullable String telephone) {
        return telephone == null || !telephone.startsWith("0")
                ? telephone
                : telephone.replaceAll("(..)(?!$)", "$1\u00a0");
    }

    private void ligne(DescriptionList liste, String cle, String valeur) {
        liste.add(new DescriptionList.Term(getTranslation(cle)), new DescriptionList.Description(valeur));
    }

    private UnorderedList verifications() {
        var liste = new UnorderedList();
        liste.addClassName("chk");
        Set<Dossier.Alerte> alertes = dossier.alertes();
        for (Dossier.Alerte alerte : Dossier.Alerte.values()) {
            liste.add(verification(alerte, !alertes.contains(alerte)));
        }
        return liste;
    }

    private ListItem verification(Dossier.Alerte alerte, boolean bonne) {
        String cle = bonne ? "verification." + alerte.name() : "alerte." + alerte.name() + ".detail";
        var element = new ListItem(new DrawnIcon(bonne ? "check-circle" : "alert"), new Span(getTranslation(cle)));
        element.addClassName(bonne ? "ok" : "warn");
        return element;
    }

    private Div decision(boolean limitee) {
        var actions = new Div();
        actions.addClassName("actions");
        dejaDecide().ifPresent(phrase -> actions.add(new Paragraph(phrase)));
        Set<Dossier.Acte> actes = examen.actes(dossier);
        if (actes.isEmpty() && !dossier.effacee() && !limitee) {
            actions.add(new Paragraph(getTranslation("candidature.refus.LISTE_ARRETEE")));
        }
        actes.forEach(acte -> {
            switch (acte) {
                case DECLARER_RECEVABLE -> recevable(actions);
                case DECLARER_IRRECEVABLE -> irrecevable(actions);
                case REPRENDRE -> reprendre(actions);
            }
        });
        return actions;
    }

    private Optional<String> dejaDecide() {
        return switch (dossier.statut()) {
            case Statut.AExaminer _ -> Optional.empty();
            case Statut.Recevable(var le, var par) ->
                Optional.of(getTranslation("candidature.recevable-par", par.valeur(), Mots.instant(le)));
            case Statut.Irrecevable(var motif, var precisions, var le, var par) ->
                Optional.of(getTranslation(
                        "candidature.irrecevable-par",
                        getTranslation("motif." + motif.name()),
                        par.valeur(),
                        Mots.instant(le),
                        precisions));
        };
    }

    private void recevable(Div actions) {
        var recevable = new Button(
                getTranslation("candidature.declarer-recevable"),
                _ -> action.agir(
                        () -> examen.declarerRecevable(dossier.code()),
                        getTranslation(
                                "candidature.declaree-recevable", dossier.code().affiche())));
        recevable.addThemeVariants(ButtonVariant.PRIMARY);
        actions.add(recevable);
    }

    private void irrecevable(Div actions) {
        var motif = new Select<MotifDIrrecevabilite>();
        motif.setLabel(getTranslation("candidature.motif"));
        motif.setItems(MotifDIrrecevabilite.values());
        motif.setItemLabelGenerator(m -> getTranslation("motif." + m.name()));
        motif.setManualValidation(true);
        var precisions = new TextField(getTranslation("candidature.precisions"));
        precisions.setMaxLength(500);
        var irrecevable = new Button(getTranslation("candidature.declarer-irrecevable"), _ -> {
            MotifDIrrecevabilite choisi = motif.getValue();
            if (choisi == null) {
                motif.setErrorMessage(getTranslation("candidature.motif.manquant"));
                motif.setInvalid(true);
            } else {
                action.agir(
                        () -> examen.declarerIrrecevable(dossier.code(), choisi, precisions.getValue()),
                        getTranslation(
                                "candidature.declaree-irrecevable",
                                dossier.code().affiche()));
            }
        });
        actions.add(motif, precisions, irrecevable);
    }

    private void reprendre(Div actions) {
        actions.add(new Button(
                getTranslation("candidature.reprendre"),
                _ -> action.agir(
                        () -> examen.reprendre(dossier.code()),
                        getTranslation("candidature.reprise", dossier.code().affiche()))));
    }

    private static Paragraph petit(String texte) {
        var paragraphe = new Paragraph(texte);
        paragraphe.addClassNames("muted", "small");
        return paragraphe;
    }
}
