package fr.roubaix.cln.web.candidature;

import java.util.List;
import java.util.Locale;

/** The six steps, in order. */
enum Etape {
    NOM,
    NAISSANCE,
    ADRESSE,
    PARITE,
    CONTACT,
    RELECTURE;

    private static final List<Etape> ORDRE = List.of(values());

    /** From 1, as people count. */
    int rang() {
        return ORDRE.indexOf(this) + 1;
    }

    Etape suivante() {
        return ORDRE.get(Math.min(ORDRE.indexOf(this) + 1, ORDRE.size() - 1));
    }

    Etape precedente() {
        return ORDRE.get(Math.max(ORDRE.indexOf(this) - 1, 0));
    }

    /** Key of one of its texts. */
    String texte(String nom) {
        return "parcours.etape." + name().toLowerCase(Locale.ROOT) + "." + nom;
    }
}
