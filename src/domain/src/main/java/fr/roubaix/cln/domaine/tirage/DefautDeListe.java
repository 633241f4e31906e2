package fr.roubaix.cln.domaine.tirage;

/**
 * The first thing wrong in a list.
 *
 * @param ligne the line, from 1
 * @param nature what is wrong
 * @param detail what was read or counted, made fit to show on one line; empty where there is nothing to quote
 */
public record DefautDeListe(int ligne, Nature nature, String detail) implements Defaut {

    private static final int CITATION_MAXIMALE = 40;

    /** What can be wrong. */
    public enum Nature {
        FICHIER_VIDE("le fichier est vide ; en-tête attendu « " + ListeDuTirage.EN_TETE + " »"),
        TROP_GRANDE("la liste dépasse " + (ListeDuTirage.TAILLE_MAXIMALE >> 20)
                + " Mio ; ce n’est pas une liste de candidats de Roubaix"),
        BOM("le fichier commence par une marque BOM ; enregistrez-le en UTF-8 sans BOM"),
        CRLF("fin de ligne Windows (CR LF) ; enregistrez le fichier avec des fins de ligne LF"),
        FIN_DE_LIGNE_ABSENTE("la dernière ligne doit se terminer par un saut de ligne (LF)"),
        UTF8_INVALIDE("octets illisibles ; enregistrez le fichier en UTF-8"),
        EN_TETE_INCONNU("en-tête attendu « " + ListeDuTirage.EN_TETE + " », lu « %s »"),
        LIGNE_VIDE("ligne vide"),
        NOMBRE_DE_CHAMPS("cinq champs séparés par « ; » attendus, trouvés : %s"),
        ID_MAL_FORME("identifiant invalide « %s » (1 à 32 caractères parmi A-Z, 0-9 et -)"),
        SECTEUR_INCONNU("secteur inconnu « %s »"),
        SEXE_INCONNU("sexe inconnu « %s »"),
        CLASSE_INCONNUE("classe d’âge inconnue « %s »"),
        QUALITE_INCONNUE("qualité inconnue « %s »"),
        ID_EN_DOUBLE("identifiant en double « %s »"),
        ORDRE("identifiant « %s » mal placé ; les lignes doivent être triées par identifiant"),
        TROP_DE_RECONDUITS("plus de quatre membres reconduits dans le secteur %s (art. 4 §1)"),
        AUCUN_CANDIDAT("la liste se termine sans aucun candidat");

        private final String forme;

        Nature(String forme) {
            this.forme = forme;
        }
    }

    public DefautDeListe {
        if (ligne < 1) {
            throw new IllegalArgumentException("lines are counted from 1");
        }
        detail = citer(detail);
    }

    static DefautDeListe a(int ligne, Nature nature) {
        return new DefautDeListe(ligne, nature, "");
    }

    /** For example {@code ligne 7 : secteur inconnu « NROD »}. */
    @Override
    public String phrase() {
        return "ligne " + ligne + " : " + nature.forme.replace("%s", detail);
    }

    /** Keeps a quotation short, on one line, and harmless to a terminal. */
    private static String citer(String texte) {
        var citation = new StringBuilder();
        texte.codePoints()
                .limit(CITATION_MAXIMALE)
                .map(c -> montrable(c) ? c : '\uFFFD')
                .forEach(citation::appendCodePoint);
        return texte.codePointCount(0, texte.length()) > CITATION_MAXIMALE ? citation + "…" : citation.toString();
    }

    private static boolean montrable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
