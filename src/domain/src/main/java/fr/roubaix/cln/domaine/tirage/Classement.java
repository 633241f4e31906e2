package fr.roubaix.cln.domaine.tirage;

/** A candidate and their rank. Every candidate has one, seated or not. */
public record Classement(IdDeListe id, Rang rang) {}
