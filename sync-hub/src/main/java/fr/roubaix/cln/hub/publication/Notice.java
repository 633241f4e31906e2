package fr.roubaix.cln.hub.publication;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;

/**
 * What a person is told about their data, in the words for that person (GDPR, art. 12 to 14). One text, read as a page and as
 * a document.
 */
enum Notice {
    ADULTE("adulte", "/vos-donnees"),
    JEUNE("jeune", "/vos-donnees/jeunes"),
    RESPONSABLE("responsable", "/vos-donnees/responsable-legal");

    private final String cle;
    private final String chemin;

    Notice(String cle, String chemin) {
        this.cle = cle;
        this.chemin = chemin;
    }

    public String cle() {
        return cle;
    }

    /** Where its page is; the document is there too, with {@code .pdf} behind. */
    public String chemin() {
        return chemin;
    }

    /** Its sections are numbered from 1 without gap; a vertical bar parts two sentences that stand alone. */
    Texte texte(MessageSource textes) {
        String racine = "notice." + cle + ".";
        var sections = IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> racine + n + ".")
                .takeWhile(section -> !mot(textes, section + "titre").isEmpty())
                .map(section -> new Section(
                        mot(textes, section + "titre"),
                        Stream.of(mot(textes, section + "texte").split("\\|"))
                                .map(String::strip)
                                .toList()))
                .toList();
        return new Texte(mot(textes, racine + "titre"), mot(textes, racine + "chapeau"), sections);
    }

    private static String mot(MessageSource textes, String cle) {
        String mot = textes.getMessage(cle, null, "", Locale.FRENCH);
        return mot == null ? "" : mot;
    }

    /** A notice, read. */
    record Texte(String titre, String chapeau, List<Section> sections) {}

    /** A question and what answers it. */
    record Section(String titre, List<String> phrases) {}
}
