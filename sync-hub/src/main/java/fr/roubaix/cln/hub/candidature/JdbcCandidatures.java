package fr.roubaix.cln.hub.candidature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.Circonstances;
import fr.roubaix.cln.domaine.candidature.NumeroDOriginal;
import fr.roubaix.cln.domaine.candidature.Origine;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.EnvelopeId;

@Repository
class JdbcCandidatures implements CandidaturesModifiables {

    private static final String LISTE =
            "code, appel, secteur, parite, classe, mairie, deposee_le, recue_le, hors_delai,"
                    + " decidee_le, decidee_par, effacee_le, changement, origine, original, saisie_par, signee, secteur_confirme,"
                    + " horloge_douteuse, " + ColonnesDeStatut.COLONNES;
    private static final String COLONNES = "SELECT " + LISTE + " FROM candidature ";

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
                                                 recue_le, hors_delai, etat, precisions, identite, scellement, effacee_le,
                                                 origine, original, saisie_par, signee, secteur_confirme,
                                                 horloge_douteuse, changement)
                        VALUES (:code, :envelope, :appel, :secteur, :parite, :classe, :mairie, :deposeeLe,
                                :recueLe, :horsDelai, 'DEPOSEE', '', :identite, 1, :effaceeLe,
                                :origine, :original, :saisiePar, :signee, :secteurConfirme, :horlogeDouteuse,
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
                        .param("origine", dossier.circonstances().origine().name())
                        .param(
                                "original",
                                dossier.circonstances()
                                        .original()
                                        .map(NumeroDOriginal::valeur)
                                        .orElse(null),
                                Types.VARCHAR)
                        .param("saisiePar", dossier.circonstances().saisiePar().orElse(null), Types.VARCHAR)
                        .param("signee", dossier.circonstances().signee() ? 1 : 0)
                        .param("secteurConfirme", dossier.circonstances().secteurConfirme() ? 1 : 0)
                        .param("horlogeDouteuse", dossier.circonstances().horlogeDouteuse() ? 1 : 0)
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
    public boolean decider(Dossier.Vu vu, Statut apres, OptionalLong retour, Trace trace) {
        var auteur = Auteur.de(apres, trace);
        int change = ColonnesDeStatut.de(apres)
                .dans(jdbc.sql("""
                        UPDATE candidature SET etat = :etat, stade = :stade, motif = :motif, mots = :mots,
                               proposee_par = :proposeePar, manques = :manques, echeance = :echeance, moyen = :moyen,
                               faite_le = :faiteLe, faite_par = :faitePar, decidee_le = :le, decidee_par = :par,
                               changement = (SELECT dernier FROM changement_de_statut)
                        WHERE code = :code AND changement = :vu AND effacee_le IS NULL
                        """))
                .param("code", vu.code().texte())
                .param("vu", vu.changement())
                .param("le", auteur.le().toEpochMilli())
                .param("par", auteur.par().valeur())
                .update();
        if (change == 0) {
            return false;
        }
        ColonnesDeStatut.de(apres)
                .dans(jdbc.sql("""
                        INSERT INTO decision (code, numero, etat, stade, motif, precisions, mots, proposee_par, manques, echeance,
                                              moyen, faite_le, faite_par, retour, le, par)
                        SELECT :code, COUNT(*) + 1, :etat, :stade, :motif, '', :mots, :proposeePar, :manques, :echeance,
                               :moyen, :faiteLe, :faitePar, :retour, :le, :par
                        FROM decision WHERE code = :code
                        """))
                .param("code", vu.code().texte())
                .param("retour", retour.isPresent() ? retour.getAsLong() : null, Types.BIGINT)
                .param("le", trace.le().toEpochMilli())
                .param("par", trace.par().valeur())
                .update();
        return true;
    }

    /** Who first decided so, when: a decision that holds again keeps its author. */
    private record Auteur(Instant le, Identifiant par) {
        static Auteur de(Statut statut, Trace trace) {
            return switch (statut) {
                case Statut.AExaminer _ -> new Auteur(trace.le(), trace.par());
                case Statut.ACompleter(var _, var _, var le, var par) -> new Auteur(le, par);
                case Statut.Completee(var le, var par) -> new Auteur(le, par);
                case Statut.IrrecevabiliteProposee(var _, var _, var le, var par) -> new Auteur(le, par);
                case Statut.Recevable(var le, var par) -> new Auteur(le, par);
                case Statut.Irrecevable(var _, var _, var le, var par, var _) -> new Auteur(le, par);
                case Statut.Retiree(var _, var le, var par) -> new Auteur(le, par);
            };
        }
    }

    @Override
    public List<Decision> decisions(ReceiptCode code) {
        return jdbc.sql("SELECT numero, retour, le, par, " + ColonnesDeStatut.COLONNES
                        + " FROM decision WHERE code = :code ORDER BY numero")
                .param("code", code.texte())
                .query((row, _) -> {
                    long numero = row.getLong("retour");
                    var retour = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(numero);
                    return new Decision(
                            row.getLong("numero"),
                            ColonnesDeStatut.lire(row, "le", "par"),
                            retour,
                            Instant.ofEpochMilli(row.getLong("le")),
                            new Identifiant(row.getString("par")));
                })
                .list();
    }

    @Override
    public Optional<ReceiptCode> parOriginal(AppelId appel, NumeroDOriginal original) {
        return jdbc.sql("SELECT code FROM candidature WHERE appel = :appel AND original = :original")
                .param("appel", appel.valeur())
                .param("original", original.valeur())
                .query((row, _) -> code(row))
                .optional();
    }

    @Override
    public Map<Secteur, Integer> fichesPapier(AppelId appel) {
        var parMairie = new EnumMap<Secteur, Integer>(Secteur.class);
        jdbc.sql("SELECT mairie, COUNT(*) AS nombre FROM candidature WHERE appel = :appel AND (origine = 'PAPIER'"
                        + " OR code IN (SELECT code FROM fiche_de_mairie)) GROUP BY mairie")
                .param("appel", appel.valeur())
                .query(row -> {
                    parMairie.put(Secteur.valueOf(row.getString("mairie")), row.getInt("nombre"));
                });
        return parMairie;
    }

    @Override
    public void noterLePapier(EnvelopeId envelope, ReceiptCode code, ReceptionDeCandidature.Papier papier) {
        jdbc.sql(
                        "INSERT INTO fiche_de_mairie (envelope, code, recue_le, postee_le) VALUES (:envelope, :code, :recue, :postee)")
                .param("envelope", envelope.toString())
                .param("code", code.texte())
                .param("recue", papier.recueLe().toString())
                .param("postee", papier.posteeLe().map(LocalDate::toString).orElse(null), Types.VARCHAR)
                .update();
    }

    @Override
    public Optional<ReceptionDeCandidature.Papier> papier(ReceiptCode code) {
        return jdbc.sql("SELECT recue_le, postee_le FROM fiche_de_mairie WHERE code = :code")
                .param("code", code.texte())
                .query((row, _) -> new ReceptionDeCandidature.Papier(
                        LocalDate.parse(row.getString("recue_le")),
                        Optional.ofNullable(row.getString("postee_le")).map(LocalDate::parse)))
                .optional();
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
        return jdbc.sql("SELECT " + LISTE
                        + ", identite FROM candidature WHERE appel = :appel AND changement > :changement")
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
    public boolean rectifier(Dossier.Vu vu, Dossier apres, byte[] identite) {
        return jdbc.sql("""
                        UPDATE candidature SET secteur = :secteur, parite = :parite, classe = :classe,
                               secteur_confirme = :secteurConfirme, identite = :identite, scellement = 1,
                               changement = (SELECT dernier FROM changement_de_statut)
                        WHERE code = :code AND changement = :vu AND effacee_le IS NULL
                        """)
                        .param("secteur", apres.secteur().name())
                        .param("parite", apres.parite().name())
                        .param("classe", apres.classe().map(ClasseAge::name).orElse(null), Types.VARCHAR)
                        .param("secteurConfirme", apres.circonstances().secteurConfirme() ? 1 : 0)
                        .param("identite", identite)
                        .param("code", vu.code().texte())
                        .param("vu", vu.changement())
                        .update()
                == 1;
    }

    @Override
    public boolean effacer(ReceiptCode code, Instant le) {
        // What staff wrote besides may speak of the person.
        jdbc.sql("UPDATE decision SET precisions = '', mots = NULL WHERE code = :code")
                .param("code", code.texte())
                .update();
        // So does a withdrawal that nobody settled: under its seal stands a name.
        jdbc.sql("UPDATE retrait SET scelle = :rien WHERE code = :code")
                .param("rien", new byte[0])
                .param("code", code.texte())
                .update();
        return jdbc.sql("""
                        UPDATE candidature SET identite = :rien, scellement = 1, effacee_le = :le, precisions = '', mots = NULL,
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
    public long aExaminer(AppelId appel) {
        return jdbc.sql("SELECT COUNT(*) FROM candidature WHERE appel = :appel AND effacee_le IS NULL AND "
                        + ColonnesDeStatut.ATTEND)
                .param("appel", appel.valeur())
                .query(Long.class)
                .single();
    }

    @Override
    public List<Dossier> aSuivre(AppelId appel) {
        return jdbc.sql(COLONNES + "WHERE appel = :appel AND effacee_le IS NULL AND " + ColonnesDeStatut.ATTEND
                        + " AND (secteur_confirme = 1 OR stade IN ('A_COMPLETER', 'IRRECEVABILITE_PROPOSEE'))"
                        + " ORDER BY recue_le, code")
                .param("appel", appel.valeur())
                .query(JdbcCandidatures::dossier)
                .list();
    }

    @Override
    public List<Effectif> effectifs(AppelId appel) {
        return jdbc.sql("SELECT secteur, parite, classe, COUNT(*) AS nombre FROM candidature WHERE appel = :appel AND "
                        + ColonnesDeStatut.EN_JEU + " GROUP BY secteur, parite, classe")
                .param("appel", appel.valeur())
                .query((row, _) -> new Effectif(
                        Secteur.valueOf(row.getString("secteur")),
                        Parite.valueOf(row.getString("parite")),
                        Optional.ofNullable(row.getString("classe")).map(ClasseAge::valueOf),
                        row.getInt("nombre")))
                .list();
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
                ColonnesDeStatut.lire(row, "decidee_le", "decidee_par"),
                circonstances(row),
                row.getLong("changement"),
                effaceeLe(row));
    }

    private static Circonstances circonstances(ResultSet row) throws SQLException {
        return new Circonstances(
                Origine.valueOf(row.getString("origine")),
                Optional.ofNullable(row.getString("original")).map(NumeroDOriginal::new),
                Optional.ofNullable(row.getString("saisie_par")),
                row.getInt("signee") == 1,
                row.getInt("secteur_confirme") == 1,
                row.getInt("horloge_douteuse") == 1);
    }

    private static Optional<Instant> effaceeLe(ResultSet row) throws SQLException {
        long le = row.getLong("effacee_le");
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(le));
    }

    static ReceiptCode code(ResultSet row) throws SQLException {
        return code(row.getString("code"));
    }

    static ReceiptCode code(String texte) {
        return switch (ReceiptCode.lire(texte)) {
            case Saisie.Lue(var code) -> code;
            case Saisie.Refusee(var motif) ->
                throw new IllegalStateException("not a receipt code in the database: " + motif);
        };
    }
}
