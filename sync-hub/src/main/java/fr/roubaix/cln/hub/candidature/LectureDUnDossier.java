package fr.roubaix.cln.hub.candidature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.acces.JournalDesAcces;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.sync.EnvelopeId;

/** All that is kept of one application and of the person who made it, restricted or not. */
@Service
@Interne("part of the export of one person, whose use case is guarded")
public class LectureDUnDossier {

    private final CandidaturesModifiables candidatures;
    private final Identites identites;
    private final JournalDesAcces acces;
    private final JdbcClient jdbc;

    LectureDUnDossier(
            CandidaturesModifiables candidatures, Identites identites, JournalDesAcces acces, JdbcClient jdbc) {
        this.candidatures = candidatures;
        this.identites = identites;
        this.acces = acces;
        this.jdbc = jdbc;
    }

    /** Reads it all, and notes the access. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Complet> lire(ReceiptCode code) {
        return candidatures.dossier(code).map(dossier -> {
            acces.noter(code, JournalDesAcces.Ecran.DROITS);
            return new Complet(
                    dossier,
                    candidatures.envelope(code).orElseThrow(),
                    identite(identites.ouvrir(code, candidatures.identite(code).orElseThrow())),
                    decisions(code));
        });
    }

    private static Map<String, String> identite(Identites.Lecture lecture) {
        var champs = new LinkedHashMap<String, String>();
        if (lecture instanceof Identites.Lecture.Lue(var identite)) {
            champs.put("Nom de naissance", identite.nomDeNaissance());
            champs.put("Nom d’usage", Objects.requireNonNullElse(identite.nomDUsage(), ""));
            champs.put("Prénoms", identite.prenoms());
            champs.put("Date de naissance", identite.naissance().toString());
            champs.put("Adresse", identite.voie());
            champs.put("Complément d’adresse", identite.complement());
            champs.put("Téléphone", Objects.requireNonNullElse(identite.telephone(), ""));
            champs.put("Courriel", Objects.requireNonNullElse(identite.courriel(), ""));
            champs.put(
                    "Accord pour la publication du nom", identite.publication().name());
        }
        return champs;
    }

    private List<Decision> decisions(ReceiptCode code) {
        return jdbc.sql("SELECT le, par, etat, motif, precisions FROM decision WHERE code = ? ORDER BY numero")
                .param(code.texte())
                .query(LectureDUnDossier::decision)
                .list();
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        return new Decision(
                Instant.ofEpochMilli(row.getLong("le")),
                row.getString("par"),
                row.getString("etat"),
                Objects.requireNonNullElse(row.getString("motif"), ""),
                row.getString("precisions"));
    }

    /**
     * Everything of one application.
     *
     * @param identite what the person wrote, by French label; empty when it cannot be read any more
     */
    public record Complet(
            Dossier dossier, EnvelopeId envelope, Map<String, String> identite, List<Decision> decisions) {}

    /** One decision that was taken; the words are those of the database. */
    public record Decision(Instant le, String par, String etat, String motif, String precisions) {}
}
