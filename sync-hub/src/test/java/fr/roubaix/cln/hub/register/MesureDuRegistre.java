package fr.roubaix.cln.hub.register;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.storage.Database;

/** What the chain costs: acts written in the register against the same rows inserted bare, each in its own transaction. */
public final class MesureDuRegistre {

    private static final Auteur AUTEUR = new Auteur("mesure", List.of("ADMIN"));

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JdbcRegistre registre;

    /** @param database at the version of the program */
    public MesureDuRegistre(Database database) {
        this.jdbc = JdbcClient.create(database.template());
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        this.registre = new JdbcRegistre(jdbc, Clock.systemUTC());
        jdbc.sql("""
                CREATE TABLE registre_brut (numero BIGINT PRIMARY KEY, le BIGINT, auteur TEXT, roles TEXT, acte TEXT,
                       objet TEXT, motif TEXT, details TEXT, precedente TEXT, empreinte TEXT)""").update();
    }

    /** Seconds that so many acts take, written in the register one after the other. */
    public double inscrire(int actes) {
        long start = System.nanoTime();
        for (int i = 0; i < actes; i++) {
            var acte = acte(i);
            transaction.executeWithoutResult(_ -> registre.inscrire(AUTEUR, acte));
        }
        return seconds(start);
    }

    /** Seconds that so many rows take, made beforehand and inserted one after the other from this number on. */
    public double inserer(int actes, long premier) {
        var lignes = java.util.stream.IntStream.range(0, actes)
                .mapToObj(i -> Ligne.nouvelle(premier + i, Instant.EPOCH, AUTEUR, acte(i), Ligne.ORIGINE))
                .toList();
        long start = System.nanoTime();
        for (Ligne ligne : lignes) {
            transaction.executeWithoutResult(
                    _ -> jdbc.sql("INSERT INTO registre_brut VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                            .params(
                                    ligne.numero(),
                                    ligne.le().toEpochMilli(),
                                    ligne.auteur(),
                                    ligne.roles(),
                                    ligne.acte(),
                                    ligne.objet(),
                                    ligne.motif(),
                                    ligne.details(),
                                    ligne.precedente(),
                                    ligne.empreinte())
                            .update());
        }
        return seconds(start);
    }

    /**
     * Checks what was measured.
     *
     * @throws IllegalStateException the chain is broken, or does not hold this number of acts
     */
    public void verifier(long attendues) {
        if (!(Lignes.verifier(jdbc) instanceof Constat.Intacte(Registre.Tete tete)) || tete.numero() != attendues) {
            throw new IllegalStateException("the register does not hold what was measured");
        }
    }

    private static Inscription acte(int i) {
        return Acte.CANDIDATURE_RECEVABLE
                .sur("CODE-" + i)
                .motif("Pièces vues au guichet")
                .avec("rang", i);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
