package fr.roubaix.cln.hub.candidature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;
import fr.roubaix.cln.hub.candidature.DemandeDeComplement.Manque;
import fr.roubaix.cln.hub.candidature.DemandeDeComplement.Moyen;
import fr.roubaix.cln.hub.candidature.Statut.VoieDeRetrait;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.Bytes;

/** A status as the columns of {@code candidature} and {@code decision} hold it. */
record ColonnesDeStatut(
        String etat,
        String stade,
        @Nullable String motif,
        Precisions precisions,
        @Nullable String proposeePar,
        @Nullable String manques,
        @Nullable String echeance,
        @Nullable String moyen,
        @Nullable String faiteLe,
        @Nullable String faitePar) {

    /** The columns, for a {@code SELECT}; who decided and when has other names in each table. */
    static final String COLONNES =
            "etat, stade, motif, mots, proposee_par, manques, echeance, moyen, faite_le," + " faite_par";

    /** Which rows have a status that {@link Statut#attend() waits}, and which one that {@link Statut#enJeu() is in play}. */
    static final String ATTEND = "etat = 'DEPOSEE'";

    static final String EN_JEU = "etat IN ('DEPOSEE', 'RECEVABLE')";

    static ColonnesDeStatut de(Statut statut) {
        return switch (statut) {
            case Statut.AExaminer _ -> simple("DEPOSEE", "");
            case Statut.ACompleter(var demande, var faite, var _, var _) ->
                new ColonnesDeStatut(
                        "DEPOSEE",
                        "A_COMPLETER",
                        null,
                        demande.precisions(),
                        null,
                        demande.enOrdre().stream().map(Manque::name).collect(Collectors.joining(",")),
                        demande.echeance().toString(),
                        demande.moyen().name(),
                        faite.map(f -> f.le().toString()).orElse(null),
                        faite.map(f -> f.par().valeur()).orElse(null));
            case Statut.Completee _ -> simple("DEPOSEE", "COMPLETEE");
            case Statut.IrrecevabiliteProposee(var motif, var precisions, var _, var _) ->
                new ColonnesDeStatut(
                        "DEPOSEE",
                        "IRRECEVABILITE_PROPOSEE",
                        motif.name(),
                        precisions,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case Statut.Recevable _ -> simple("RECEVABLE", "");
            case Statut.Irrecevable(var motif, var precisions, var _, var _, var proposeePar) ->
                new ColonnesDeStatut(
                        "IRRECEVABLE",
                        "",
                        motif.name(),
                        precisions,
                        proposeePar.map(Identifiant::valeur).orElse(null),
                        null,
                        null,
                        null,
                        null,
                        null);
            case Statut.Retiree(var voie, var _, var _) ->
                new ColonnesDeStatut(
                        "IRRECEVABLE",
                        "RETIREE",
                        null,
                        Precisions.aucunes(),
                        null,
                        null,
                        null,
                        voie.name(),
                        null,
                        null);
        };
    }

    private static ColonnesDeStatut simple(String etat, String stade) {
        return new ColonnesDeStatut(etat, stade, null, Precisions.aucunes(), null, null, null, null, null, null);
    }

    /** Reads a row; {@code le} and {@code par} name the columns that say when and by whom. */
    static Statut lire(ResultSet row, String colonneLe, String colonnePar) throws SQLException {
        String etat = row.getString("etat");
        String stade = row.getString("stade");
        if (etat.equals("DEPOSEE") && stade.isEmpty()) {
            return new Statut.AExaminer();
        }
        Instant le = Instant.ofEpochMilli(row.getLong(colonneLe));
        var par = new Identifiant(Objects.requireNonNull(row.getString(colonnePar)));
        return switch (stade) {
            case "A_COMPLETER" -> new Statut.ACompleter(demande(row), faite(row), le, par);
            case "COMPLETEE" -> new Statut.Completee(le, par);
            case "IRRECEVABILITE_PROPOSEE" -> new Statut.IrrecevabiliteProposee(motif(row), precisions(row), le, par);
            case "RETIREE" -> new Statut.Retiree(VoieDeRetrait.valueOf(row.getString("moyen")), le, par);
            default ->
                etat.equals("RECEVABLE")
                        ? new Statut.Recevable(le, par)
                        : new Statut.Irrecevable(
                                motif(row),
                                precisions(row),
                                le,
                                par,
                                Optional.ofNullable(row.getString("proposee_par"))
                                        .map(Identifiant::new));
        };
    }

    StatementSpec dans(StatementSpec requete) {
        return requete.param("etat", etat)
                .param("stade", stade)
                .param("motif", motif, Types.VARCHAR)
                .param("mots", octets(precisions), Types.BINARY)
                .param("proposeePar", proposeePar, Types.VARCHAR)
                .param("manques", manques, Types.VARCHAR)
                .param("echeance", echeance, Types.VARCHAR)
                .param("moyen", moyen, Types.VARCHAR)
                .param("faiteLe", faiteLe, Types.VARCHAR)
                .param("faitePar", faitePar, Types.VARCHAR);
    }

    private static Optional<Statut.Faite> faite(ResultSet row) throws SQLException {
        var par = row.getString("faite_par");
        return Optional.ofNullable(row.getString("faite_le"))
                .map(le -> new Statut.Faite(LocalDate.parse(le), new Identifiant(Objects.requireNonNull(par))));
    }

    /**
     * What is stored of words; none when there are none.
     *
     * @throws IllegalStateException they are not sealed: nothing of a person is stored in clear
     */
    static byte @Nullable [] octets(Precisions precisions) {
        return switch (precisions) {
            case Precisions.Scellees(var octets) -> octets.toArray();
            case Precisions.Claires(var texte) -> {
                if (!texte.isEmpty()) {
                    throw new IllegalStateException("words about a person are sealed before they are stored");
                }
                yield null;
            }
        };
    }

    private static Precisions precisions(ResultSet row) throws SQLException {
        byte[] mots = row.getBytes("mots");
        return mots == null ? Precisions.aucunes() : new Precisions.Scellees(Bytes.of(mots));
    }

    private static MotifDIrrecevabilite motif(ResultSet row) throws SQLException {
        return MotifDIrrecevabilite.valueOf(row.getString("motif"));
    }

    private static DemandeDeComplement demande(ResultSet row) throws SQLException {
        return new DemandeDeComplement(
                Arrays.stream(row.getString("manques").split(",", -1))
                        .map(Manque::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Manque.class))),
                precisions(row),
                LocalDate.parse(row.getString("echeance")),
                Moyen.valueOf(row.getString("moyen")));
    }
}
