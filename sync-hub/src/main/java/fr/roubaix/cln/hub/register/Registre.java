package fr.roubaix.cln.hub.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where every act that matters is written. A row is written in the transaction of the act itself: both are kept, or
 * neither is, and the register has no gap.
 */
public interface Registre {

    /**
     * Writes an act in the name of the person signed in.
     *
     * @return the number of the row
     */
    @Transactional(propagation = Propagation.MANDATORY)
    long inscrire(Inscription acte);

    /** Writes an act in this name. */
    @Transactional(propagation = Propagation.MANDATORY)
    long inscrire(Auteur auteur, Inscription acte);

    /** The last row now: its hash holds every row before, and can be printed on a document. */
    Tete tete();

    /** The last row that tells this act on this object, to be printed beside what the act made. */
    Optional<Tete> derniere(Acte acte, String objet);

    /** What was last done to this object among these acts, the latest first. */
    List<Fait> derniers(String objet, Set<Acte> actes, int combien);

    /**
     * An act of the past.
     *
     * @param motif empty when the act asked for none
     */
    record Fait(Acte acte, Instant le, String auteur, String motif) {}

    /**
     * A row.
     *
     * @param numero 0 for the head of a register in which nothing is written
     * @param empreinte its SHA-256, in hexadecimal
     */
    record Tete(long numero, String empreinte) {}
}
