package fr.roubaix.cln.domaine.habitant;

/** With whom a person asks to be counted for the balance between women and men (art. 7 §3, criterion 2). */
public enum Parite {
    FEMMES,
    HOMMES,
    SANS_PREFERENCE
}
