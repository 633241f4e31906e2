package fr.roubaix.cln.hub.candidature;

import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
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

import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;
import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.web.DrawnIcon;

/** One application beside the list: who, what to check, and the decision. */
final class DetailDeCandidature extends Aside {

    /** Runs a decision and says what became of it. */
    @FunctionalInterface
    interface Action {
        void agir(Supplier<Optional<Refus>> decision, String reussite);
    }

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.FRANCE);

    private final Dossier dossier;
    private final ExamenDesCandidatures examen;
    private final Action action;

    DetailDeCandidature(
            Dossier dossier,
            Identites.Identite identite,
            ExamenDesCandidatures examen,
            Action action,
            Runnable fermer) {
        this.dossier = dossier;
        this.examen = examen;
        this.action = action;
        addClassName("det");
        getElement().setAttribute("aria-label", getTranslation("candidature.detail"));
        add(entete(identite, fermer), fiche(identite));
        add(new H3(getTranslation("candidature.recevabilite")), verifications());
        add(decision());
        add(petit(getTranslation("candidature.trace")));
    }

    private Div entete(Identites.Identite identite, Runnable fermer) {
        var origine = petit(getTranslation(
                "candidature.origine",
                dossier.code().affiche(),
                dossier.mairie().nom(),
                Mots.instant(dossier.deposeeLe())));
        var bouton = new Button(new DrawnIcon("x"), _ -> fermer.run());
        bouton.addThemeVariants(ButtonVariant.TERTIARY);
        bouton.setAriaLabel(getTranslation("action.fermer"));
        var entete = new Div(new Div(new H2(identite.nomComplet()), origine), bouton);
        entete.addClassName("dh");
        return entete;
    }

    private DescriptionList fiche(Identites.Identite identite) {
        var liste = new DescriptionList();
        liste.addClassName("kv");
        if (identite.nomDUsage() != null) {
            ligne(liste, "candidature.nom-de-naissance", identite.nomDeNaissance());
        }
        int age = Period.between(
                        identite.naissance(),
                        dossier.deposeeLe()
                                .atZone(fr.roubaix.cln.domaine.candidature.Appel.ROUBAIX)
                                .toLocalDate())
                .getYears();
        ligne(
                liste,
                "candidature.naissance",
                getTranslation(
                        "candidature.naissance.valeur", identite.naissance().format(DATE), age));
        ligne(
                liste,
                "candidature.adresse",
                identite.voie() + (identite.complement().isEmpty() ? "" : ", " + identite.complement()));
        ligne(liste, "candidatures.secteur", dossier.secteur().nom());
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
        liste.add(verification(dossier.classe().isPresent(), "verification.age", "alerte.MOINS_DE_16_ANS.detail"));
        liste.add(verification(!dossier.horsDelai(), "verification.delai", "alerte.HORS_DELAI.detail"));
        liste.add(verification(true, "verification.attestation", "verification.attestation"));
        return liste;
    }

    private ListItem verification(boolean bonne, String cle, String cleDeLAlerte) {
        var element = new ListItem(
                new DrawnIcon(bonne ? "check-circle" : "alert"), new Span(getTranslation(bonne ? cle : cleDeLAlerte)));
        element.addClassName(bonne ? "ok" : "warn");
        return element;
    }

    private Div decision() {
        var actions = new Div();
        actions.addClassName("actions");
        switch (dossier.statut()) {
            case Statut.AExaminer _ -> decider(actions);
            case Statut.Recevable(var le, var par) ->
                reprendre(actions, getTranslation("candidature.recevable-par", par.valeur(), Mots.instant(le)));
            case Statut.Irrecevable(var motif, var precisions, var le, var par) ->
                reprendre(
                        actions,
                        getTranslation(
                                "candidature.irrecevable-par",
                                getTranslation("motif." + motif.name()),
                                par.valeur(),
                                Mots.instant(le),
                                precisions));
        }
        return actions;
    }

    private void decider(Div actions) {
        var recevable = new Button(
                getTranslation("candidature.declarer-recevable"),
                _ -> action.agir(
                        () -> examen.declarerRecevable(dossier.code()),
                        getTranslation(
                                "candidature.declaree-recevable", dossier.code().affiche())));
        recevable.addThemeVariants(ButtonVariant.PRIMARY);
        if (dossier.classe().isPresent()) {
            actions.add(recevable);
        }
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

    private void reprendre(Div actions, String decision) {
        actions.add(
                new Paragraph(decision),
                new Button(
                        getTranslation("candidature.reprendre"),
                        _ -> action.agir(
                                () -> examen.reprendre(dossier.code()),
                                getTranslation(
                                        "candidature.reprise", dossier.code().affiche()))));
    }

    private static Paragraph petit(String texte) {
        var paragraphe = new Paragraph(texte);
        paragraphe.addClassNames("muted", "small");
        return paragraphe;
    }
}
