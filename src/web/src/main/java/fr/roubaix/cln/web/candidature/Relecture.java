package fr.roubaix.cln.web.candidature;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.OrigineDuSecteur;
import fr.roubaix.cln.domaine.habitant.Contact;
import fr.roubaix.cln.domaine.habitant.Habitant;
import fr.roubaix.cln.domaine.habitant.Telephone;
import fr.roubaix.cln.web.Dates;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.access.ReadAloud;

/** Every answer on one screen, each with the way back to its question. */
final class Relecture extends Div {

    private final Consumer<Etape> modifier;

    /** @param base whether addresses are found here: then one that was not is told apart */
    Relecture(FicheDeCandidature fiche, boolean base, LocalDate aujourdhui, Consumer<Etape> modifier) {
        this.modifier = modifier;
        boolean aConfirmer = base && fiche.origineDuSecteur() == OrigineDuSecteur.DECLARATION;
        addClassName("relecture");
        var habitant = fiche.habitant();
        var naissance = habitant.naissance();
        ligne(Etape.NOM, "user", "nom", nom(habitant));
        ligne(
                Etape.NAISSANCE,
                "calendar",
                "naissance",
                getTranslation(
                        "parcours.relecture.naissance.valeur",
                        Dates.in(getLocale()).day(naissance.jour()),
                        naissance.ageAu(aujourdhui)));
        ligne(
                Etape.ADRESSE,
                "pin",
                "adresse",
                getTranslation(
                        aConfirmer ? "parcours.relecture.adresse.a-confirmer" : "parcours.relecture.adresse.valeur",
                        adresse(habitant),
                        fiche.secteur().nom()));
        ligne(
                Etape.PARITE,
                "users",
                "parite",
                getTranslation("saisie.parite." + fiche.parite().name()));
        ligne(Etape.CONTACT, "phone", "contact", contact(fiche.contact()));
        ligne(
                Etape.CONTACT,
                "eye",
                "publication",
                getTranslation("saisie.publication." + fiche.publication().name()));
    }

    private void ligne(Etape etape, String icone, String nom, String valeur) {
        var rond = new Span(new DrawnIcon(icone));
        rond.addClassName("rond");
        var libelle = new Paragraph(getTranslation("parcours.relecture." + nom));
        libelle.addClassName("relecture__libelle");
        var reponse = new Paragraph(isolee(valeur));
        reponse.addClassName("relecture__valeur");
        ReadAloud.makePrivate(reponse);
        var mots = new Div(libelle, reponse);
        mots.addClassName("relecture__mots");
        var bouton = new Button(
                getTranslation("parcours.relecture.modifier"), new DrawnIcon("pen"), _ -> modifier.accept(etape));
        bouton.setAriaLabel(getTranslation("parcours.relecture." + nom + ".modifier"));
        var ligne = new Div(rond, mots, bouton);
        ligne.addClassNames("card", "relecture__ligne");
        add(ligne);
    }

    /** What somebody typed keeps its own direction on a page of the other one. */
    private static Span isolee(String valeur) {
        var mots = new Span(valeur);
        mots.getElement().setAttribute("dir", "auto");
        return mots;
    }

    private String nom(Habitant habitant) {
        String complet =
                habitant.prenoms().valeur() + " " + habitant.nomDeNaissance().valeur();
        var usage = habitant.nomDUsage();
        return usage == null ? complet : getTranslation("parcours.relecture.nom.usage", complet, usage.valeur());
    }

    private static String adresse(Habitant habitant) {
        return Stream.of(habitant.adresse().voie(), habitant.adresse().complement())
                .filter(ligne -> !ligne.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String contact(Contact contact) {
        var telephone = contact.telephone();
        var courriel = contact.courriel();
        var moyens = Stream.of(telephone == null ? "" : parDeux(telephone), courriel == null ? "" : courriel.adresse())
                .filter(moyen -> !moyen.isEmpty())
                .collect(Collectors.joining(", "));
        return moyens.isEmpty() ? getTranslation("parcours.relecture.contact.courrier") : moyens;
    }

    /** As people say it: two digits at a time, kept on one line. */
    private static String parDeux(Telephone telephone) {
        String numero = telephone.numero();
        return numero.startsWith("0") ? numero.replaceAll("(..)(?=.)", "$1\u00a0") : numero;
    }
}
