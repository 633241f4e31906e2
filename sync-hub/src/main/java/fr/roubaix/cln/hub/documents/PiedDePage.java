package fr.roubaix.cln.hub.documents;

/**
 * What stands at the foot of every page.
 *
 * @param nom who issues the document
 * @param adresse where to write
 * @param telephones whom to call
 */
public record PiedDePage(String nom, String adresse, String telephones) {}
