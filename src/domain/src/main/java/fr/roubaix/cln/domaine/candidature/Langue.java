package fr.roubaix.cln.domaine.candidature;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The languages in which a resident may read about a call. French is the one that counts: the others help. */
public enum Langue {
    FRANCAIS("fr", "fr", "Français", false),
    FACILE("fr-facile", "fr", "Facile à lire", false),
    ANGLAIS("en", "en", "English", false),
    ARABE("ar", "ar", "العربية", true),
    PORTUGAIS("pt", "pt", "Português", false);

    private final String code;
    private final String html;
    private final String nom;
    private final boolean deDroiteAGauche;

    Langue(String code, String html, String nom, boolean deDroiteAGauche) {
        this.code = code;
        this.html = html;
        this.nom = nom;
        this.deDroiteAGauche = deDroiteAGauche;
    }

    /** Names it in an address or on the wire, for example {@code fr-facile}. */
    public String code() {
        return code;
    }

    /** The value of {@code lang} in HTML (BCP 47). */
    public String html() {
        return html;
    }

    /** Its name, in itself. */
    public String nom() {
        return nom;
    }

    /** The value of {@code dir} in HTML. */
    public String sens() {
        return deDroiteAGauche ? "rtl" : "ltr";
    }

    /** What to read when there is no text in this language: easy French for those who read little French, then French. */
    public List<Langue> aDefaut() {
        return switch (this) {
            case FRANCAIS -> List.of();
            case FACILE -> List.of(FRANCAIS);
            case ANGLAIS, ARABE, PORTUGAIS -> List.of(FACILE, FRANCAIS);
        };
    }

    public static Optional<Langue> deCode(String code) {
        return Arrays.stream(values())
                .filter(langue -> langue.code.equals(code))
                .findFirst();
    }
}
