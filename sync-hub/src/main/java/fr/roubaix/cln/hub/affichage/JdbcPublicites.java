package fr.roubaix.cln.hub.affichage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.domaine.affichage.LieuDAffichage;
import fr.roubaix.cln.hub.security.Identifiant;

@Repository
class JdbcPublicites implements PublicitesModifiables {

    private final JdbcClient jdbc;

    JdbcPublicites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public DatesDuProcesVerbal de(ProcesVerbalClos pv) {
        List<Ecriture<Parution>> parutions = jdbc.sql("""
                        SELECT numero, jour, support, ou, motif, le, par FROM publication_du_pv
                        WHERE appel = :appel AND pv = :pv ORDER BY numero
                        """)
                .param("appel", pv.id().appel().valeur())
                .param("pv", pv.pv().hex())
                .query((row, _) -> ecriture(row, parution(row)))
                .list();
        var affichages = new EnumMap<LieuDAffichage, List<Ecriture<LocalDate>>>(LieuDAffichage.class);
        jdbc.sql("""
                        SELECT lieu, numero, jour, motif, le, par FROM affichage_du_pv
                        WHERE appel = :appel AND pv = :pv ORDER BY lieu, numero
                        """)
                .param("appel", pv.id().appel().valeur())
                .param("pv", pv.pv().hex())
                .query(row -> {
                    affichages
                            .computeIfAbsent(LieuDAffichage.valueOf(row.getString("lieu")), _ -> new ArrayList<>())
                            .add(ecriture(row, jour(row)));
                });
        return new DatesDuProcesVerbal(parutions, affichages);
    }

    @Override
    public boolean ecrire(ProcesVerbalClos pv, Ecriture<Parution> ecriture) {
        var parution = ecriture.valeur();
        return jdbc.sql("""
                        INSERT INTO publication_du_pv
                            (appel, repetition, pv, numero, jour, support, ou, motif, le, par)
                        VALUES (:appel, 0, :pv, :numero, :jour, :support, :ou, :motif, :le, :par)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("appel", pv.id().appel().valeur())
                        .param("pv", pv.pv().hex())
                        .param("numero", ecriture.numero())
                        .param("jour", parution.map(p -> p.le().toString()).orElse(null), Types.VARCHAR)
                        .param("support", parution.map(p -> p.support().name()).orElse(null), Types.VARCHAR)
                        .param("ou", parution.map(Parution::ou).orElse(null), Types.VARCHAR)
                        .param("motif", ecriture.motif())
                        .param("le", ecriture.le().toEpochMilli())
                        .param("par", ecriture.par().valeur())
                        .update()
                == 1;
    }

    @Override
    public boolean ecrire(ProcesVerbalClos pv, LieuDAffichage lieu, Ecriture<LocalDate> ecriture) {
        return jdbc.sql("""
                        INSERT INTO affichage_du_pv (appel, repetition, pv, lieu, numero, jour, motif, le, par)
                        VALUES (:appel, 0, :pv, :lieu, :numero, :jour, :motif, :le, :par)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("appel", pv.id().appel().valeur())
                        .param("pv", pv.pv().hex())
                        .param("lieu", lieu.name())
                        .param("numero", ecriture.numero())
                        .param(
                                "jour",
                                ecriture.valeur().map(LocalDate::toString).orElse(null),
                                Types.VARCHAR)
                        .param("motif", ecriture.motif())
                        .param("le", ecriture.le().toEpochMilli())
                        .param("par", ecriture.par().valeur())
                        .update()
                == 1;
    }

    private static Optional<Parution> parution(ResultSet row) throws SQLException {
        var jour = jour(row);
        return jour.isEmpty()
                ? Optional.empty()
                : Optional.of(new Parution(
                        jour.get(), Parution.Support.valueOf(row.getString("support")), row.getString("ou")));
    }

    private static Optional<LocalDate> jour(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("jour")).map(LocalDate::parse);
    }

    private static <T> Ecriture<T> ecriture(ResultSet row, Optional<T> valeur) throws SQLException {
        return new Ecriture<>(
                row.getInt("numero"),
                valeur,
                row.getString("motif"),
                new Identifiant(row.getString("par")),
                Instant.ofEpochMilli(row.getLong("le")));
    }
}
