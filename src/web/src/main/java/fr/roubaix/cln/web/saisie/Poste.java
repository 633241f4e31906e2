package fr.roubaix.cln.web.saisie;

/** On what the fields are filled in. */
public enum Poste {

    /** A terminal that everybody shares: it offers nothing that the last person typed, and shows a number pad. */
    PARTAGE,

    /** Somebody's own telephone or computer, which may fill in what it knows of them (WCAG 2.2, 1.3.5). */
    PERSONNEL
}
