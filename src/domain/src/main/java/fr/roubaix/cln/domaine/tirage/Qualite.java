package fr.roubaix.cln.domaine.tirage;

/** In which capacity a person is on the list. Constants are written in the list as they are. */
public enum Qualite {
    /** Applies, and may be drawn (art. 7 §1). */
    CANDIDAT,
    /** A member whose mandate is renewed (art. 7 §4): seated first, counts for the balance, is not drawn. */
    RECONDUIT
}
