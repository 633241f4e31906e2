package fr.roubaix.cln.domaine.tirage;

/** Why a list or a seed is refused. */
public sealed interface Defaut permits DefautDeListe, DefautDeGraine {

    /** One line of French that says what is wrong and where, without capital or full stop. */
    String phrase();
}
