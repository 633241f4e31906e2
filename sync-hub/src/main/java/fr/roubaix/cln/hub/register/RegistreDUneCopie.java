package fr.roubaix.cln.hub.register;

import java.time.Instant;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register inside a copy of the database, that a command holds before the copy is put in its place. */
public final class RegistreDUneCopie {

    private RegistreDUneCopie() {}

    /**
     * Writes what the command does. A copy older than the register has none: its first row will be written after the
     * migrations.
     *
     * @param copie in the transaction of the command
     */
    public static void inscrire(JdbcClient copie, String commande, Inscription acte, Instant le) {
        if (tenu(copie)) {
            JdbcRegistre.ajouter(copie, Auteur.commande(commande), acte, le);
        }
    }

    private static boolean tenu(JdbcClient copie) {
        try {
            return !copie.sql("SELECT 1 FROM registre_tete")
                    .query(Integer.class)
                    .list()
                    .isEmpty();
        } catch (DataAccessException _) {
            return false;
        }
    }
}
