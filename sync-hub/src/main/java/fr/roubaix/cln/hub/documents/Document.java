package fr.roubaix.cln.hub.documents;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be typeset.
 *
 * @param gabarit the template, for example {@code documents/fiche}
 * @param titre what a reader's window and screen reader announce
 * @param sujet one sentence about it, for catalogues
 * @param le the date it bears: the same document of the same date has the same bytes
 * @param forme to be printed or filled in
 * @param contenu what the template is filled with
 * @param filigrane a word across every page, for what may not pass for the document itself
 */
public record Document(
        String gabarit,
        String titre,
        String sujet,
        Instant le,
        Forme forme,
        Map<String, Object> contenu,
        Optional<String> filigrane) {

    public Document {
        contenu = Map.copyOf(contenu);
    }

    /** Without a word across its pages. */
    public Document(String gabarit, String titre, String sujet, Instant le, Forme forme, Map<String, Object> contenu) {
        this(gabarit, titre, sujet, le, forme, contenu, Optional.empty());
    }

    /** How it is meant to be used. */
    public enum Forme {
        /** To read, print and keep: PDF/UA-1 and PDF/A-2a (ISO 19005-2). */
        A_LIRE,
        /** To fill in on a screen: PDF/UA-1 with form fields. An archive has no use for empty fields. */
        A_REMPLIR
    }
}
