package fr.roubaix.cln.domaine.tirage;

/** Why what was produced in public, or the rule it is applied under, cannot make a seed. */
public enum DefautDeGraine implements Defaut {
    DES_TROP_COURTS("il faut au moins 30 chiffres de dés (trente lancers d’un dé à dix faces)"),
    DES_HORS_CHIFFRES("les dés ne s’écrivent qu’avec les chiffres 0 à 9, sans espace"),
    DRAND_MAL_FORME(
            "drand attendu sous la forme TOUR:HEXADECIMAL : un nombre sans zéro devant, deux-points, 64 chiffres"
                    + " hexadécimaux"),
    REGLEMENT_MAL_FORME("version du règlement attendue : 1 à 64 lettres sans accent, chiffres, points ou tirets");

    private final String phrase;

    DefautDeGraine(String phrase) {
        this.phrase = phrase;
    }

    @Override
    public String phrase() {
        return phrase;
    }
}
