package fr.roubaix.cln.domaine.habitant;

/** The two groups between which the draw seeks parity (art. 7 §3, criterion 2). Constants are the letters of the list. */
public enum Sexe {
    F,
    H
}
