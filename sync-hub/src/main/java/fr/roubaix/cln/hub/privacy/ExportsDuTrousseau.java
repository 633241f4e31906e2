package fr.roubaix.cln.hub.privacy;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;

/**
 * Takes the protected file of keys away on two media, and proves each of them: what is brought back is opened with the
 * phrase as a person types it, and compared with the keys at work. After a rotation or a change of phrase both are to be made again.
 */
@Service
public class ExportsDuTrousseau {

    private static final Logger LOG = LoggerFactory.getLogger(ExportsDuTrousseau.class);

    /** A file of keys with a hundred rotations is a tenth of this. */
    static final int TAILLE_MAXIMUM = 1 << 20;

    private final TrousseauFile trousseau;
    private final JdbcClient jdbc;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    ExportsDuTrousseau(TrousseauFile trousseau, JdbcClient jdbc, AgentConnecte agent, Registre registre, Clock clock) {
        this.trousseau = trousseau;
        this.jdbc = jdbc;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    /** How many of the two media do not yet hold, proven, the keys at work. */
    @Interne("a count, told on the dashboard")
    public long aProuver() {
        try {
            String empreinte = trousseau.empreinte();
            return Arrays.stream(Support.values())
                    .filter(support -> !prouve(support, empreinte))
                    .count();
        } catch (UncheckedIOException | IllegalArgumentException e) {
            LOG.error("The file of keys cannot be read any more", e);
            return Support.values().length;
        }
    }

    /** Where each medium stands. */
    @Consultation
    @PreAuthorize("hasRole('ADMIN')")
    public List<Etat> supports() {
        String empreinte = trousseau.empreinte();
        return Arrays.stream(Support.values())
                .map(support -> etat(support, empreinte))
                .toList();
    }

    /** Whether this is a protected file of keys, of any hub; no phrase is needed to see it. */
    static boolean estUnTrousseau(byte[] octets) {
        try {
            TrousseauProtege.lire(octets);
            return octets.length <= TAILLE_MAXIMUM;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** The protected file, noted as taken away on a medium. */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public byte[] exporter(Support support) {
        byte[] octets = trousseau.octets();
        jdbc.sql("""
                        INSERT INTO export_du_trousseau (numero, support, empreinte, fait_le, fait_par)
                        SELECT coalesce(max(numero), 0) + 1, :support, :empreinte, :le, :par FROM export_du_trousseau
                        """)
                .param("support", support.numero())
                .param("empreinte", trousseau.empreinte())
                .param("le", clock.millis())
                .param("par", agent.identifiant().valeur())
                .update();
        registre.inscrire(Acte.TROUSSEAU_EXPORTE.sur("support " + support.numero()));
        LOG.info("Le trousseau a été exporté vers le support {}", support.numero());
        return octets;
    }

    /**
     * Proves a medium with the file that was brought back from it.
     *
     * @param phrase as typed again: what opens the file here proves that the person has it too
     */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public Issue prouver(Support support, byte[] rapporte, String phrase) {
        String rapportee;
        try {
            var fichier = TrousseauProtege.lire(rapporte);
            var contenu = fichier.ouvrir(fichier.derivation().cle(PhraseDePasse.de(phrase)));
            rapportee = TrousseauFile.empreinte(contenu, fichier.derivation());
        } catch (PhraseRefuseeException e) {
            return new Issue.PhraseRefusee();
        } catch (IllegalArgumentException e) {
            return new Issue.PasUnTrousseau();
        }
        String empreinte = trousseau.empreinte();
        if (!rapportee.equals(empreinte)) {
            return new Issue.AutresCles();
        }
        boolean note = jdbc.sql("""
                        UPDATE export_du_trousseau SET prouve_le = :le, prouve_par = :par
                        WHERE numero = (SELECT max(numero) FROM export_du_trousseau
                                        WHERE support = :support AND empreinte = :empreinte)
                        """)
                        .param("le", clock.millis())
                        .param("par", agent.identifiant().valeur())
                        .param("support", support.numero())
                        .param("empreinte", empreinte)
                        .update()
                == 1;
        if (!note) {
            return new Issue.JamaisExporte();
        }
        registre.inscrire(Acte.TROUSSEAU_PROUVE.sur("support " + support.numero()));
        return new Issue.Prouve();
    }

    private boolean prouve(Support support, String empreinte) {
        return jdbc.sql("""
                        SELECT count(*) FROM export_du_trousseau
                        WHERE support = :support AND empreinte = :empreinte AND prouve_le IS NOT NULL
                        """)
                        .param("support", support.numero())
                        .param("empreinte", empreinte)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private Etat etat(Support support, String empreinte) {
        return jdbc.sql("""
                        SELECT empreinte, fait_le, prouve_le FROM export_du_trousseau
                        WHERE support = :support ORDER BY numero DESC LIMIT 1
                        """)
                .param("support", support.numero())
                .query((row, _) -> new Etat(
                        support,
                        Optional.of(Instant.ofEpochMilli(row.getLong("fait_le"))),
                        row.getString("empreinte").equals(empreinte),
                        instant(row.getObject("prouve_le"))))
                .optional()
                .orElseGet(() -> new Etat(support, Optional.empty(), false, Optional.empty()));
    }

    private static Optional<Instant> instant(@Nullable Object millis) {
        return millis instanceof Number nombre
                ? Optional.of(Instant.ofEpochMilli(nombre.longValue()))
                : Optional.empty();
    }

    /** The two media, kept in two places. */
    public enum Support {
        PREMIER(1),
        SECOND(2);

        private final int numero;

        Support(int numero) {
            this.numero = numero;
        }

        int numero() {
            return numero;
        }
    }

    /**
     * Where a medium stands.
     *
     * @param actuel it holds the keys at work; false after a rotation or a change of phrase
     */
    public record Etat(Support support, Optional<Instant> exporteLe, boolean actuel, Optional<Instant> prouveLe) {}

    /** What became of a proof. */
    public sealed interface Issue {
        record Prouve() implements Issue {}

        /** Whole, but another phrase opens it. */
        record PhraseRefusee() implements Issue {}

        /** Cut, altered, or something else. */
        record PasUnTrousseau() implements Issue {}

        /** The keys of another hub, or from before a rotation or a change of phrase. */
        record AutresCles() implements Issue {}

        /** The keys at work were never taken away on this medium. */
        record JamaisExporte() implements Issue {}
    }
}
