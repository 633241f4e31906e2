package fr.roubaix.cln.hub.register;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.hub.register.Registre.Tete;

/** Every row up to a number, a page at a time: a register of years is never wholly in memory. */
final class Lignes implements Iterator<Ligne> {

    private static final int PAGE = 1_000;

    private final JdbcClient jdbc;
    private final long derniere;
    private List<Ligne> page = List.of();
    private int lues;
    private long vue;

    private Lignes(JdbcClient jdbc, long derniere) {
        this.jdbc = jdbc;
        this.derniere = derniere;
        this.vue = Long.MIN_VALUE;
    }

    /** Verifies the register of this database, while others may write in it. */
    static Constat verifier(JdbcClient jdbc) {
        // In this order: a head read later names every row that was there before.
        long derniere = jdbc.sql("SELECT coalesce(max(numero), 0) FROM registre")
                .query(Long.class)
                .single();
        Tete tete = JdbcRegistre.tete(jdbc);
        return Chaine.verifier(new Lignes(jdbc, Math.max(derniere, tete.numero())), tete);
    }

    @Override
    public boolean hasNext() {
        if (lues == page.size()) {
            page = JdbcRegistre.apres(jdbc, vue, PAGE);
            lues = 0;
        }
        return lues < page.size() && page.get(lues).numero() <= derniere;
    }

    @Override
    public Ligne next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Ligne ligne = page.get(lues++);
        vue = ligne.numero();
        return ligne;
    }
}
