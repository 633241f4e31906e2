package fr.roubaix.cln.domaine.candidature;

/** What may be published about a person if the draw chooses them. */
public enum Publication {
    NOM,
    SECTEUR_SEUL
}
