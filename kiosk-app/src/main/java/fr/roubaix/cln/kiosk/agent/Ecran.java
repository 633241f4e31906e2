package fr.roubaix.cln.kiosk.agent;

import java.time.Duration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import fr.roubaix.cln.web.DrawnIcon;

/** A screen of the agent page, and the few shapes that all of them are made of. */
interface Ecran {

    /** Looks again: asked every few seconds while the screen is shown. Changes only what changed. */
    void regarder();

    static Paragraph note(String icone, String genre, String texte) {
        var note = new Paragraph(new DrawnIcon(icone), new Span(texte));
        note.addClassNames("note", genre);
        return note;
    }

    /** An icon and a word: never a colour alone. */
    static Span etat(String icone, String genre, String mot) {
        var etat = new Span(new DrawnIcon(icone), new Span(mot));
        etat.addClassNames("badge", genre);
        return etat;
    }

    static Div actes(Component... actes) {
        var div = new Div(actes);
        div.addClassName("acts");
        return div;
    }

    /** What happened, read out at once. */
    static Paragraph annonce(String icone, String genre, String texte) {
        var annonce = note(icone, genre, texte);
        annonce.getElement().setAttribute("role", "alert");
        return annonce;
    }

    static Paragraph alerte(String texte) {
        return annonce("alert", "note--warn", texte);
    }

    /** What one may do next, under the right thumb of whoever holds the tablet: the last one is the next step. */
    static Div pouce(Component... actes) {
        var bas = actes(actes);
        bas.addClassNames("agent__bas", "agent__pouce");
        return bas;
    }

    /** The title, and beside it the way back or out: in sight however long the screen is. */
    static Div tete(Component... contenu) {
        var tete = new Div(contenu);
        tete.addClassName("agent__tete");
        return tete;
    }

    static Div carte(Component... contenu) {
        var carte = new Div(contenu);
        carte.addClassNames("card", "agent__carte");
        return carte;
    }

    static void ligne(DescriptionList lignes, String libelle, String valeur) {
        lignes.add(new Term(libelle), new Description(valeur));
    }

    static DescriptionList lignes() {
        var lignes = new DescriptionList();
        lignes.addClassName("kv");
        return lignes;
    }

    /** Whole minutes, never fewer than what is left. */
    static long minutes(Duration duree) {
        return Math.max(1, duree.plusSeconds(59).toMinutes());
    }
}
