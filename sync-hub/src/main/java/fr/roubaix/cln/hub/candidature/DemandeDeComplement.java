package fr.roubaix.cln.hub.candidature;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is asked of a person before their application is decided.
 *
 * @param manques at least one
 * @param precisions what staff add, for the person to read
 * @param echeance last day, inclusive
 */
public record DemandeDeComplement(Set<Manque> manques, Precisions precisions, LocalDate echeance, Moyen moyen) {

    static final int PRECISIONS_MAXIMUM = 500;

    public DemandeDeComplement {
        if (manques.isEmpty()) {
            throw new IllegalArgumentException("something is missing, or nothing is asked");
        }
        manques = Set.copyOf(manques);
    }

    /** As it is typed. */
    DemandeDeComplement(Set<Manque> manques, String precisions, LocalDate echeance, Moyen moyen) {
        this(manques, new Precisions.Claires(borner(precisions)), echeance, moyen);
    }

    DemandeDeComplement avec(Precisions mots) {
        return new DemandeDeComplement(manques, mots, echeance, moyen);
    }

    /** Whether nothing in it says what is asked. */
    boolean muette() {
        return manques.contains(Manque.AUTRE) && precisions.equals(Precisions.aucunes());
    }

    /** Whether the last day to answer is over. */
    public boolean passee(LocalDate aujourdhui) {
        return aujourdhui.isAfter(echeance);
    }

    /** In the order in which the form asks for them. */
    public Set<Manque> enOrdre() {
        return EnumSet.copyOf(manques);
    }

    /** What a field of free text keeps. */
    static String borner(String texte) {
        String net = texte.strip();
        return net.codePointCount(0, net.length()) <= PRECISIONS_MAXIMUM
                ? net
                : net.substring(0, net.offsetByCodePoints(0, PRECISIONS_MAXIMUM));
    }

    /** What a form may lack. */
    public enum Manque {
        NOM,
        DATE_DE_NAISSANCE,
        ADRESSE,
        SIGNATURE,
        ORIGINAL,
        AUTRE
    }

    /** How the person is asked. */
    public enum Moyen {
        COURRIER,
        TELEPHONE
    }
}
