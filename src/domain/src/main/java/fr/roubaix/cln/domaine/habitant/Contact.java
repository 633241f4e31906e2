package fr.roubaix.cln.domaine.habitant;

import org.jspecify.annotations.Nullable;

/** Ways to reach a person beside their postal address, which is always enough. */
public record Contact(
        @Nullable Telephone telephone, @Nullable Courriel courriel) {

    /** Only the postal address. */
    public static final Contact AUCUN = new Contact(null, null);
}
