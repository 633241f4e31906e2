package fr.roubaix.cln.domaine.tirage;

/** Why what was produced in public, or the rule it is applied under, cannot make a seed. */
public enum DefautDeGraine implements Defaut {
    DES_TROP_COURTS("il faut au moins 30 chiffres de dés (trente lancers d’un dé à dix faces)"),
    DES_HORS_CHIFFRES("les dés ne s’écrivent qu’avec les chiffres 0 à 9, sans espace"),
    DRAND_MAL_FORME(
            "drand attendu sous la forme TOUR:HEXADECIMAL : un nombre sans zéro devant, deux-points, 64 chiffres"
                    + " hexadécimaux"),
    CHIFFRE_ATTENDU("un dé donne un seul chiffre, de 0 à 9"),
    DRAND_AUTRE_TOUR("ce n’est pas le tour drand qui a été annoncé avant les dés"),
    DRAND_ALEA_MAL_FORME("la valeur drand (« randomness ») a 64 chiffres hexadécimaux, 0 à 9 et a à f"),
    DRAND_SIGNATURE_MAL_FORMEE(
            "la signature drand n’a pas la longueur de ce réseau, ou contient autre chose que 0 à 9 et a à f"),
    DRAND_ALEA_AUTRE_QUE_SIGNATURE(
            "la valeur drand n’est pas l’empreinte SHA-256 de la signature : relisez les deux, l’une est mal recopiée"),
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
