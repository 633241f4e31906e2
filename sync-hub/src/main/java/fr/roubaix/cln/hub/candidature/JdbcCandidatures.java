package fr.roubaix.cln.hub.candidature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.EnvelopeId;

@Repository
class JdbcCandidatures implements CandidaturesModifiables {

    private static final String COLONNES = "SELECT code, appel, secteur, parite, classe, mairie, deposee_le, recue_le,"
            + " hors_delai, etat, motif, precisions, decidee_le, decidee_par, effacee_le FROM candidature ";

    private final JdbcClient jdbc;

    JdbcCandidatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void noter(AppelId appel) {
        numeroter();
        jdbc.sql("""
                        INSERT INTO registre_de_l_appel (appel, changement, gelee) VALUES (:appel, 1, 0)
                        ON CONFLICT (appel) DO UPDATE SET changement = registre_de_l_appel.changement + 1
                        """).param("appel", appel.valeur()).update();
    }

    @Override
    public boolean noterSiDegelee(AppelId appel) {
        numeroter();
        return jdbc.sql("UPDATE registre_de_l_appel SET changement = changement + 1 WHERE appel = :appel AND gelee = 0")
                        .param("appel", appel.valeur())
                        .update()
                == 1;
    }

    /**
     * Takes the next number of a change. Whoever changes a status holds this row until the end of its transaction, so
     * that numbers are committed in their order. It is taken before the row of a call, always: no two writers can wait
     * for each other.
     */
    @Override
    public void numeroter() {
        jdbc.sql("UPDATE changement_de_statut SET dernier = dernier + 1").update();
    }

    @Override
    public boolean geler(AppelId appel, boolean gelee) {
        return jdbc.sql("""
                        UPDATE registre_de_l_appel SET gelee = :apres, changement = changement + 1
                        WHERE appel = :appel AND gelee <> :apres
                        """)
                        .param("appel", appel.valeur())
                        .param("apres", gelee ? 1 : 0)
                        .update()
                == 1;
    }

    @Override
    public boolean gelee(AppelId appel) {
        return jdbc.sql("SELECT COUNT(*) FROM registre_de_l_appel WHERE appel = :appel AND gelee = 1")
                        .param("appel", appel.valeur())
                        .query(Long.class)
                        .single()
                == 1;
    }

    @Override
    public long changement(AppelId appel) {
        return jdbc.sql("SELECT changement FROM registre_de_l_appel WHERE appel = :appel")
                .param("appel", appel.valeur())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    @Override
    public boolean ajouter(Dossier dossier, EnvelopeId envelope, byte[] identite) {
        return jdbc.sql("""
                        INSERT INTO candidature (code, envelope, appel, secteur, parite, classe, mairie, deposee_le,
                                                 recue_le, hors_delai, etat, precisions, identite, scellement, effacee_le, changement)
                        VALUES (:code, :envelope, :appel, :secteur, :parite, :classe, :mairie, :deposeeLe,
                                :recueLe, :horsDelai, 'DEPOSEE', '', :identite, 1, :effaceeLe,
                                (SELECT dernier FROM changement_de_statut))
                        ON CONFLICT DO NOTHING
                        """)
                        .param("code", dossier.code().texte())
                        .param("envelope", envelope.toString())
                        .param("appel", dossier.appel().valeur())
                        .param("secteur", dossier.secteur().name())
                        .param("parite", dossier.parite().name())
                        .param("classe", dossier.classe().map(ClasseAge::name).orElse(null), Types.VARCHAR)
                        .param("mairie", dossier.mairie().name())
                        .param("deposeeLe", dossier.deposeeLe().toEpochMilli())
                        .param("recueLe", dossier.recueLe().toEpochMilli())
                        .param("horsDelai", dossier.horsDelai() ? 1 : 0)
                        .param("identite", identite)
                        .param(
                                "effaceeLe",
                                dossier.effaceeLe().map(Instant::toEpochMilli).orElse(null),
                                Types.BIGINT)
                        .update()
                == 1;
    }

    @Override
    public Optional<EnvelopeId> envelope(ReceiptCode code) {
        return jdbc.sql("SELECT envelope FROM candidature WHERE code = :code")
                .param("code", code.texte())
                .query((row, _) -> new EnvelopeId(UUID.fromString(row.getString(1))))
                .optional();
    }

    @Override
    public boolean contient(EnvelopeId envelope) {
        return jdbc.sql("SELECT COUNT(*) FROM candidature WHERE envelope = :envelope")
                        .param("envelope", envelope.toString())
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public Optional<Dossier> deLEnveloppe(EnvelopeId envelope) {
        return jdbc.sql(COLONNES + "WHERE envelope = :envelope")
                .param("envelope", envelope.toString())
                .query(JdbcCandidatures::dossier)
                .optional();
    }

    @Override
    public boolean decider(ReceiptCode code, Statut avant, Statut apres, Trace trace) {
        int change = jdbc.sql("""
                        UPDATE candidature SET etat = :etat, motif = :motif, precisions = :precisions,
                               decidee_le = :le, decidee_par = :par,
                               changement = (SELECT dernier FROM changement_de_statut)
                        WHERE code = :code AND etat = :avant
                        """)
                .param("code", code.texte())
                .param("avant", etat(avant))
                .param("etat", etat(apres))
                .param("motif", motif(apres), Types.VARCHAR)
                .param("precisions", precisions(apres))
                .param("le", trace.le().toEpochMilli())
                .param("par", trace.par().valeur())
                .update();
        if (change == 0) {
            return false;
        }
        jdbc.sql("""
                        INSERT INTO decision (code, numero, etat, motif, precisions, le, par)
                        SELECT :code, COUNT(*) + 1, :etat, :motif, :precisions, :le, :par FROM decision WHERE code = :code
                        """)
                .param("code", code.texte())
                .param("etat", etat(apres))
                .param("motif", motif(apres), Types.VARCHAR)
                .param("precisions", precisions(apres))
                .param("le", trace.le().toEpochMilli())
                .param("par", trace.par().valeur())
                .update();
        return true;
    }

    @Override
    public Optional<byte[]> identite(ReceiptCode code) {
        return jdbc.sql("SELECT identite FROM candidature WHERE code = :code")
                .param("code", code.texte())
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    @Override
    public List<Scellee> changeesDepuis(AppelId appel, long changement) {
        return jdbc.sql("""
                        SELECT code, appel, secteur, parite, classe, mairie, deposee_le, recue_le, hors_delai, etat, motif,
                               precisions, decidee_le, decidee_par, effacee_le, identite
                        FROM candidature WHERE appel = :appel AND changement > :changement
                        """)
                .param("appel", appel.valeur())
                .param("changement", changement)
                .query((row, number) -> new Scellee(dossier(row, number), row.getBytes("identite")))
                .list();
    }

    @Override
    public long dernierChangement() {
        return jdbc.sql("SELECT dernier FROM changement_de_statut")
                .query(Long.class)
                .single();
    }

    @Override
    public long nombre(AppelId appel) {
        return jdbc.sql("SELECT COUNT(*) FROM candidature WHERE appel = :appel")
                .param("appel", appel.valeur())
                .query(Long.class)
                .single();
    }

    @Override
    public void relire(Collection<ReceiptCode> codes) {
        codes.forEach(code -> jdbc.sql(
                        "UPDATE candidature SET changement = (SELECT dernier FROM changement_de_statut) WHERE code = ?")
                .param(code.texte())
                .update());
    }

    @Override
    public boolean effacer(ReceiptCode code, Instant le) {
        jdbc.sql("UPDATE decision SET precisions = '' WHERE code = ?")
                .param(code.texte())
                .update();
        return jdbc.sql("""
                        UPDATE candidature SET identite = :rien, scellement = 1, effacee_le = :le, precisions = '',
                               changement = (SELECT dernier FROM changement_de_statut)
                        WHERE code = :code AND effacee_le IS NULL
                        """)
                        .param("rien", new byte[0])
                        .param("le", le.toEpochMilli())
                        .param("code", code.texte())
                        .update()
                == 1;
    }

    @Override
    public List<Dossier> dossiers(AppelId appel) {
        return jdbc.sql(COLONNES + "WHERE appel = :appel ORDER BY recue_le, code")
                .param("appel", appel.valeur())
                .query(JdbcCandidatures::dossier)
                .list();
    }

    @Override
    public Optional<Dossier> dossier(ReceiptCode code) {
        return jdbc.sql(COLONNES + "WHERE code = :code")
                .param("code", code.texte())
                .query(JdbcCandidatures::dossier)
                .optional();
    }

    private static Dossier dossier(ResultSet row, int number) throws SQLException {
        return new Dossier(
                code(row),
                new AppelId(row.getString("appel")),
                Secteur.valueOf(row.getString("secteur")),
                Parite.valueOf(row.getString("parite")),
                Optional.ofNullable(row.getString("classe")).map(ClasseAge::valueOf),
                Secteur.valueOf(row.getString("mairie")),
                Instant.ofEpochMilli(row.getLong("deposee_le")),
                Instant.ofEpochMilli(row.getLong("recue_le")),
                row.getInt("hors_delai") == 1,
                statut(row),
                effaceeLe(row));
    }

    private static Optional<Instant> effaceeLe(ResultSet row) throws SQLException {
        long le = row.getLong("effacee_le");
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(le));
    }

    private static Statut statut(ResultSet row) throws SQLException {
        String etat = row.getString("etat");
        if (etat.equals("DEPOSEE")) {
            return new Statut.AExaminer();
        }
        Instant le = Instant.ofEpochMilli(row.getLong("decidee_le"));
        var par = new Identifiant(Objects.requireNonNull(row.getString("decidee_par")));
        return etat.equals("RECEVABLE")
                ? new Statut.Recevable(le, par)
                : new Statut.Irrecevable(
                        MotifDIrrecevabilite.valueOf(row.getString("motif")), row.getString("precisions"), le, par);
    }

    static ReceiptCode code(ResultSet row) throws SQLException {
        return switch (ReceiptCode.lire(row.getString("code"))) {
            case Saisie.Lue(var code) -> code;
            case Saisie.Refusee(var motif) ->
                throw new IllegalStateException("not a receipt code in the database: " + motif);
        };
    }

    private static String etat(Statut statut) {
        return switch (statut) {
            case Statut.AExaminer _ -> "DEPOSEE";
            case Statut.Recevable _ -> "RECEVABLE";
            case Statut.Irrecevable _ -> "IRRECEVABLE";
        };
    }

    private static @Nullable String motif(Statut statut) {
        return statut instanceof Statut.Irrecevable irrecevable
                ? irrecevable.motif().name()
                : null;
    }

    private static String precisions(Statut statut) {
        return statut instanceof Statut.Irrecevable irrecevable ? irrecevable.precisions() : "";
    }
}
