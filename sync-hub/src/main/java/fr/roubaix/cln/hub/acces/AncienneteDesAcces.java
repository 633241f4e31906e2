package fr.roubaix.cln.hub.acces;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.Appel;

/** How far back the access log goes, day by day, and the end of a day of it. */
@Component
public class AncienneteDesAcces {

    private final JdbcClient jdbc;

    AncienneteDesAcces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first day, from this one on, on which somebody opened a file. */
    public Optional<LocalDate> premier(LocalDate depuis) {
        return jdbc.sql("SELECT min(le) AS le FROM acces WHERE le >= ?")
                .param(JdbcJournalDesAcces.debut(depuis))
                .query((row, _) -> {
                    long le = row.getLong("le");
                    return row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(le));
                })
                .single()
                .map(le -> LocalDate.ofInstant(le, Appel.ROUBAIX));
    }

    /** Removes the lines of a day, inside the transaction of the caller. */
    public int oublier(LocalDate jour) {
        return jdbc.sql("DELETE FROM acces WHERE le >= ? AND le < ?")
                .params(JdbcJournalDesAcces.debut(jour), JdbcJournalDesAcces.debut(jour.plusDays(1)))
                .update();
    }
}
