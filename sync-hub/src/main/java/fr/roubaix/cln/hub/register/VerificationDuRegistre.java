package fr.roubaix.cln.hub.register;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import fr.roubaix.cln.hub.register.Registre.Tete;

/** Verifies the chain, each day and whenever somebody asks, and keeps what was found last. */
@Service
public class VerificationDuRegistre {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationDuRegistre.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    VerificationDuRegistre(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Verifies every row now. */
    @Consultation
    @PreAuthorize(ConsultationDuRegistre.LECTEURS)
    public Constat verifier() {
        return faire();
    }

    /** The same, by the hub itself. */
    @Interne("scheduled work")
    void chaqueJour() {
        faire();
    }

    private Constat faire() {
        Constat constat = Lignes.verifier(jdbc);
        switch (constat) {
            case Constat.Intacte(Tete tete) -> noter(tete, "");
            case Constat.Rompue rompue -> {
                LOG.error("Registre : {}", rompue.phrase());
                noter(JdbcRegistre.tete(jdbc), rompue.phrase());
            }
        }
        return constat;
    }

    private void noter(Tete tete, String rupture) {
        jdbc.sql("""
                INSERT INTO registre_verifie (single, le, lignes, empreinte, rupture) VALUES (1, ?, ?, ?, ?)
                ON CONFLICT (single) DO UPDATE
                SET le = excluded.le, lignes = excluded.lignes, empreinte = excluded.empreinte,
                    rupture = excluded.rupture""")
                .params(clock.millis(), tete.numero(), tete.empreinte(), rupture)
                .update();
    }

    /** What the last verification found; empty before the first one. */
    @Interne("shown by the register and the dashboard, which have their own rules; a sentence without content")
    public Optional<Derniere> derniere() {
        return jdbc.sql("SELECT le, lignes, rupture FROM registre_verifie WHERE single = 1")
                .query((row, _) -> new Derniere(
                        Instant.ofEpochMilli(row.getLong("le")),
                        row.getLong("lignes"),
                        Optional.of(row.getString("rupture")).filter(texte -> !texte.isEmpty())))
                .optional();
    }

    /**
     * A verification.
     *
     * @param rupture what was wrong, in a French sentence
     */
    public record Derniere(Instant le, long lignes, Optional<String> rupture) {}
}
