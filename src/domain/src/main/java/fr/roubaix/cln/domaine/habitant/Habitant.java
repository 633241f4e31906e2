package fr.roubaix.cln.domaine.habitant;

import org.jspecify.annotations.Nullable;

/**
 * A resident as they identify themselves.
 *
 * @param nomDUsage the usage name when it differs from the birth name
 */
public record Habitant(
        Nom nomDeNaissance, @Nullable Nom nomDUsage, Nom prenoms, DateDeNaissance naissance, Adresse adresse) {}
