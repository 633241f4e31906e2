package fr.roubaix.cln.hub.register;

import java.time.Clock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import fr.roubaix.cln.hub.register.Registre.Tete;

/** What a document says of the register at an instant: a sheet printed by hand, or a procès-verbal. */
@Service
public class EtatsDuRegistre {

    private final VerificationDuRegistre verification;
    private final Registre registre;
    private final JdbcClient jdbc;
    private final Clock clock;

    EtatsDuRegistre(VerificationDuRegistre verification, Registre registre, JdbcClient jdbc, Clock clock) {
        this.verification = verification;
        this.registre = registre;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Verifies the chain, and gives the head that was verified. */
    @Consultation
    @PreAuthorize(ConsultationDuRegistre.LECTEURS)
    public EtatDuRegistre maintenant() {
        var constat = verification.verifier();
        Tete tete = constat instanceof Constat.Intacte(Tete verifiee) ? verifiee : registre.tete();
        long lignes = jdbc.sql("SELECT count(*) FROM registre WHERE numero <= ?")
                .param(tete.numero())
                .query(Long.class)
                .single();
        return new EtatDuRegistre(
                lignes, tete, constat, clock.instant(), Auteur.connecte().nom());
    }
}
