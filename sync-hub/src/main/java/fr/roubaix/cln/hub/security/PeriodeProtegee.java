package fr.roubaix.cln.hub.security;

/**
 * From the close of a call to the proclamation of its draw: who may draw is then not changed by one person alone. The
 * feature that knows the draw says when.
 */
public interface PeriodeProtegee {

    boolean enCours();
}
