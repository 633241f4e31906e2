package fr.roubaix.cln.hub.appel;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts the changes to what kiosks are told, so that a poll of the bulletin costs one small read. It stands here because
 * calls are the lowest of what the bulletin says: a store that holds some of it raises the count at each write, in the
 * same transaction and after the write.
 */
public final class BulletinChanges {

    private final JdbcClient jdbc;

    public BulletinChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The bulletin may say something else once this transaction is committed. */
    public void raise() {
        jdbc.sql("UPDATE bulletin_change SET number = number + 1").update();
    }

    /** Raises the count when so many rows changed, and gives that number back. */
    public int raiseIfAny(int rows) {
        if (rows > 0) {
            raise();
        }
        return rows;
    }
}
