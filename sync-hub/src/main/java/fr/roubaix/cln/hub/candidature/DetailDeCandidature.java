package fr.roubaix.cln.hub.candidature;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.candidature.Verification;
import fr.roubaix.cln.domaine.doublon.Ressemblance;
import fr.roubaix.cln.hub.candidature.IndexDeLAppel.Ligne;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/**
 * One application beside the list: who, what to check, and the decision. The panel takes the focus when it opens and one key
 * does one thing while it has it; nothing is typed in it, so that no key is taken from a text (WCAG 2.1.4).
 */
final class DetailDeCandidature extends Aside implements Focusable<DetailDeCandidature> {

    /** The list beside which it stands. */
    interface Contexte {
        /** Runs a decision and says what became of it. */
        void agir(Supplier<Optional<Refus>> decision, String reussite);

        /** The letter to this person, to print. */
        Component lettre(ReceiptCode code);

        void fermer();

        /** Opens the next application of the list, or the one before. */
        void voisine(ReceiptCode code, int pas);

        String position(ReceiptCode code);

        Optional<Ligne> ligne(ReceiptCode code);

        boolean enchainer();

        void enchainer(boolean oui);
    }

    private final Dossier dossier;
    private final ExamenDesCandidatures examen;
    private final Contexte contexte;
    private final Raccourcis raccourcis;

    DetailDeCandidature(
            Ligne ligne,
            Identites.Lecture lecture,
            ExamenDesCandidatures examen,
            DecisionSurDoublon paires,
            Contexte contexte) {
        this.dossier = ligne.dossier();
        this.examen = examen;
        this.contexte = contexte;
        this.raccourcis = new Raccourcis(this);
        addClassName("det");
        setTabIndex(-1);
        String nom = nom(lecture);
        getElement()
                .setAttribute(
                        "aria-label", getTranslation("candidature.detail", nom, contexte.position(dossier.code())));
        add(navigation(), entete(nom));
        switch (lecture) {
            case Identites.Lecture.Lue(var identite) -> add(fiche(identite));
            case Identites.Lecture.Effacee(var le) ->
                add(new Paragraph(getTranslation("candidature.effacee", Mots.instant(le))));
            case Identites.Lecture.Limitee _ -> add(new Paragraph(getTranslation("candidature.limitee")));
            case Identites.Lecture.Illisible _ -> add(new Paragraph(getTranslation("candidature.illisible")));
        }
        List<Ressemblance> ouvertes = paires.aDecider(dossier);
        add(new H3(getTranslation("candidature.recevabilite")), verifications(ouvertes));
        ouvertes.forEach(une -> contexte.ligne(une.autre(dossier.code()))
                .ifPresent(autre -> add(new PanneauDuDoublon(ligne, autre, une, paires, contexte, raccourcis))));
        decidees(paires);
        add(new BoutonsDeDecision(dossier, lecture instanceof Identites.Lecture.Limitee, examen, contexte, raccourcis));
        add(
                petit(getTranslation("candidature.attestation")),
                histoire(),
                raccourcis.liste(contexte),
                petit(getTranslation("candidature.trace")));
    }

    private String nom(Identites.Lecture lecture) {
        return switch (lecture) {
            case Identites.Lecture.Lue(var identite) -> identite.nomComplet();
            case Identites.Lecture.Effacee _ -> getTranslation("candidatures.effacee");
            case Identites.Lecture.Limitee _ -> getTranslation("candidatures.limitee");
            case Identites.Lecture.Illisible _ -> getTranslation("candidatures.illisible");
        };
    }

    private Div navigation() {
        var avant = raccourcis.bouton(Key.KEY_P, "candidature.precedente", () -> contexte.voisine(dossier.code(), -1));
        var apres = raccourcis.bouton(Key.KEY_S, "candidature.suivante", () -> contexte.voisine(dossier.code(), 1));
        var place = new Span(contexte.position(dossier.code()));
        place.addClassNames("muted", "small");
        avant.addThemeVariants(ButtonVariant.TERTIARY);
        apres.addThemeVariants(ButtonVariant.TERTIARY);
        var navigation = new Div(avant, place, apres);
        navigation.addClassName("det__nav");
        return navigation;
    }

    private Div entete(String nom) {
        var circonstances = dossier.circonstances();
        String saisie = circonstances
                .saisiePar()
                .map(qui -> getTranslation(
                        "candidature.saisie-par",
                        qui,
                        circonstances.original().map(Object::toString).orElse("·")))
                .orElse("");
        var origine = petit(getTranslation(
                "candidature.origine",
                dossier.code().affiche(),
                Mots.origine(dossier, this),
                Mots.instant(dossier.deposeeLe()),
                saisie));
        var bouton = new Button(new DrawnIcon("x"), _ -> contexte.fermer());
        bouton.addThemeVariants(ButtonVariant.TERTIARY);
        bouton.setAriaLabel(getTranslation("action.fermer"));
        Shortcuts.addShortcutListener(this, contexte::fermer, Key.ESCAPE).listenOn(this);
        var titre = new Div(new H2(nom), origine);
        examen.papier(dossier.code()).ifPresent(papier -> titre.add(petit(papier(papier))));
        var entete = new Div(titre, bouton);
        entete.addClassName("dh");
        return entete;
    }

    private String papier(ReceptionDeCandidature.Papier papier) {
        String recue = FrenchDates.day(papier.recueLe());
        return papier.posteeLe()
                .map(postee -> getTranslation("candidature.papier.postee", recue, FrenchDates.day(postee)))
                .orElseGet(() -> getTranslation("candidature.papier", recue));
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
                getTranslation(secteur(), dossier.secteur().nom()));
        ligne(liste, "candidature.parite", getTranslation(CandidaturesView.parite(dossier.parite())));
        ligne(liste, "candidature.contact", contact(identite));
        ligne(
                liste,
                "candidature.publication",
                getTranslation(
                        identite.publication() == Publication.NOM ? "publication.NOM" : "publication.SECTEUR_SEUL"));
        return liste;
    }

    /** Who says that it is this one. */
    private String secteur() {
        var circonstances = dossier.circonstances();
        if (!circonstances.secteurConfirme()) {
            return "candidature.secteur.base";
        }
        return circonstances.saisiePar().isPresent() ? "candidature.secteur.agent" : "candidature.secteur.declare";
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

    private UnorderedList verifications(List<Ressemblance> ouvertes) {
        var liste = new UnorderedList();
        liste.addClassName("chk");
        // Residence is not checked but attested: that is said apart.
        dossier.verifications(ouvertes.size()).stream()
                .filter(verification -> verification.point() != Verification.Point.RESIDENCE)
                .forEach(verification -> liste.add(verification(verification, ouvertes)));
        return liste;
    }

    private ListItem verification(Verification verification, List<Ressemblance> ouvertes) {
        String codes = ouvertes.stream()
                .map(une -> une.autre(dossier.code()).affiche())
                .collect(java.util.stream.Collectors.joining(", "));
        String issue = getTranslation("issue." + verification.issue().name());
        var phrase = new Span(getTranslation("constat." + verification.constat().name(), codes));
        var mot = new Span(issue + "\u00a0: ");
        mot.addClassName("vh");
        var element = new ListItem(
                new DrawnIcon(
                        switch (verification.issue()) {
                            case OK -> "check-circle";
                            case A_VERIFIER -> "alert";
                            case BLOQUANT -> "x-circle";
                        }),
                new Span(mot, phrase));
        if (verification.constat() == Verification.Constat.SECTEUR_CONFIRME_PAR_UN_AGENT
                && dossier.statut().attend()) {
            var quoiFaire = new Span(getTranslation(
                    "constat.quoi-faire." + verification.constat().name(),
                    dossier.secteur().nom()));
            quoiFaire.addClassName("chk__suite");
            element.add(quoiFaire);
        }
        element.addClassName(
                switch (verification.issue()) {
                    case OK -> "ok";
                    case A_VERIFIER -> "warn";
                    case BLOQUANT -> "err";
                });
        return element;
    }

    /** What was said of likenesses already, and the way back. */
    private void decidees(DecisionSurDoublon paires) {
        paires.decidees(dossier.code()).forEach(paire -> {
            var autre = paire.autre(dossier.code());
            String cle = paire.gardee()
                    .map(gardee -> gardee.equals(dossier.code()) ? "doublon.gardee-ici" : "doublon.gardee-ailleurs")
                    .orElse("doublon.deux-personnes");
            var ligne = new Div(new Paragraph(
                    getTranslation(cle, autre.affiche(), paire.par().valeur(), Mots.instant(paire.le()))));
            ligne.addClassNames("small", "muted");
            if (paire.gardee().isEmpty() && !dossier.effacee()) {
                var revoir = new Button(
                        getTranslation("doublon.revoir"),
                        _ -> contexte.agir(
                                () -> paires.demanderDeNouveau(dossier.code(), autre),
                                getTranslation("doublon.rouvert", autre.affiche())));
                revoir.addThemeVariants(ButtonVariant.TERTIARY);
                ligne.add(revoir);
            }
            add(ligne);
        });
    }

    private Component histoire() {
        var decisions = examen.histoire(dossier.code());
        var liste = new UnorderedList();
        liste.addClassName("small");
        decisions.forEach(decision -> liste.add(new ListItem(Mots.decision(decision, this))));
        var details = new Details(getTranslation("candidature.histoire", decisions.size()), liste);
        details.setVisible(decisions.size() > 1);
        return details;
    }

    static Paragraph petit(String texte) {
        var paragraphe = new Paragraph(texte);
        paragraphe.addClassNames("muted", "small");
        return paragraphe;
    }
}
