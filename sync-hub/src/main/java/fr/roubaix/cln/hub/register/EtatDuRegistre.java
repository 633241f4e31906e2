package fr.roubaix.cln.hub.register;

import java.time.Instant;

import fr.roubaix.cln.hub.register.Registre.Tete;

/**
 * The register as a document quotes it: whoever keeps the paper can prove later that nothing before its head was changed.
 *
 * @param lignes how many rows there are; the number of the head when none is missing
 * @param constat what a verification found when this was asked for
 * @param par who asked for the document
 */
public record EtatDuRegistre(long lignes, Tete tete, Constat constat, Instant le, String par) {

    private static final int GROUPE = 4;

    /** The hash of the head in groups of four characters, as one compares it by eye. */
    public String empreinteEnGroupes() {
        return tete.empreinte().replaceAll("(.{" + GROUPE + "})(?!$)", "$1 ");
    }

    public boolean intact() {
        return constat instanceof Constat.Intacte;
    }
}
