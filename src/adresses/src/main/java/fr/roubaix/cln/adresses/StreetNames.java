package fr.roubaix.cln.adresses;

import java.util.Locale;

/** How the names of streets are written for people. */
final class StreetNames {

    private StreetNames() {}

    /** White space folded, the apostrophe of French typography. */
    static String tidy(String raw) {
        return raw.replaceAll("[\\s\\p{Z}]+", " ").strip().replace('\'', '’');
    }

    /** After a number: {@code Rue de l’Essai} becomes {@code rue de l’Essai}; a name that is no way keeps its capital. */
    static String inALine(String street) {
        boolean way = Parts.startsWithWay(AddressKey.of(street).words());
        return way ? street.substring(0, 1).toLowerCase(Locale.ROOT) + street.substring(1) : street;
    }
}
