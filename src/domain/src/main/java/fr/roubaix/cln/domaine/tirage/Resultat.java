package fr.roubaix.cln.domaine.tirage;

/**
 * What became of something given to the draw: a value, or the reason why it is refused. Nothing that an official or a
 * citizen can get wrong is an exception.
 *
 * @param <T> the value accepted
 */
public sealed interface Resultat<T> {

    /** Accepted. */
    record Accepte<T>(T valeur) implements Resultat<T> {}

    /** Refused, with a reason that can be shown as it is. */
    record Refuse<T>(Defaut defaut) implements Resultat<T> {}
}
