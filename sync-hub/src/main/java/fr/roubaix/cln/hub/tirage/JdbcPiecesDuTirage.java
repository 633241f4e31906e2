package fr.roubaix.cln.hub.tirage;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.domaine.tirage.Empreinte;
import fr.roubaix.cln.sync.Hash;

@Repository
class JdbcPiecesDuTirage implements PiecesDuTirage {

    private final JdbcClient jdbc;

    JdbcPiecesDuTirage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Gardees> de(CeremonieId id) {
        return jdbc.sql("""
                        SELECT ceremonie_sha256, programme, page_hors_ligne, pdf_sha256 FROM pieces_du_tirage
                        WHERE tirage = :tirage
                        """)
                .param("tirage", id.cle())
                .query((row, _) -> gardees(row))
                .optional();
    }

    private static Gardees gardees(ResultSet row) throws SQLException {
        return new Gardees(
                new Hash(row.getString("ceremonie_sha256")),
                new CeremonieJson.Programmes(
                        Optional.ofNullable(row.getString("programme")).map(Empreinte::new),
                        new Empreinte(row.getString("page_hors_ligne"))),
                Optional.ofNullable(row.getString("pdf_sha256")).map(Hash::new));
    }

    @Override
    public Optional<String> page(CeremonieId id) {
        return jdbc.sql("SELECT page FROM pieces_du_tirage WHERE tirage = :tirage AND page IS NOT NULL")
                .param("tirage", id.cle())
                .query((row, _) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .optional();
    }

    @Override
    public Optional<byte[]> ceremonie(CeremonieId id) {
        return jdbc.sql("SELECT ceremonie FROM pieces_du_tirage WHERE tirage = :tirage")
                .param("tirage", id.cle())
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    @Override
    public Optional<byte[]> pdf(CeremonieId id) {
        return jdbc.sql("SELECT pdf FROM pieces_du_tirage WHERE tirage = :tirage AND pdf IS NOT NULL")
                .param("tirage", id.cle())
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    @Override
    public boolean garder(CeremonieId id, byte[] ceremonie, CeremonieJson.Programmes programmes, String page) {
        return jdbc.sql("""
                        INSERT INTO pieces_du_tirage
                            (tirage, ceremonie, ceremonie_sha256, programme, page_hors_ligne, page)
                        VALUES (:tirage, :ceremonie, :sha256, :programme, :horsLigne, :page)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("tirage", id.cle())
                        .param("ceremonie", ceremonie)
                        .param("sha256", Hash.of(ceremonie).hex())
                        .param(
                                "programme",
                                programmes.java().map(Empreinte::hex).orElse(null))
                        .param("horsLigne", programmes.page().hex())
                        .param("page", page.getBytes(StandardCharsets.UTF_8))
                        .update()
                == 1;
    }

    @Override
    public boolean garderLePdf(CeremonieId id, byte[] pdf) {
        return jdbc.sql("""
                        UPDATE pieces_du_tirage SET pdf = :pdf, pdf_sha256 = :sha256, page = NULL
                        WHERE tirage = :tirage AND pdf IS NULL
                        """)
                        .param("tirage", id.cle())
                        .param("pdf", pdf)
                        .param("sha256", Hash.of(pdf).hex())
                        .update()
                == 1;
    }

    @Override
    public boolean garderLeProgramme(Empreinte sha256, byte[] octets) {
        return jdbc.sql("""
                        INSERT INTO programme_garde (sha256, octets)
                        SELECT :sha256, :octets WHERE EXISTS (
                            SELECT 1 FROM pieces_du_tirage p JOIN tirage t ON t.id = p.tirage
                            WHERE t.repetition = 0 AND (p.programme = :sha256 OR p.page_hors_ligne = :sha256))
                        ON CONFLICT DO NOTHING
                        """)
                        .param("sha256", sha256.hex())
                        .param("octets", octets)
                        .update()
                == 1;
    }

    @Override
    public Optional<byte[]> programme(Empreinte sha256) {
        return jdbc.sql("SELECT octets FROM programme_garde WHERE sha256 = :sha256")
                .param("sha256", sha256.hex())
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    @Override
    public Set<Empreinte> programmesGardes(Collection<Empreinte> demandes) {
        return Set.copyOf(jdbc.sql("SELECT sha256 FROM programme_garde WHERE sha256 IN (:demandes)")
                .param("demandes", demandes.stream().map(Empreinte::hex).toList())
                .query((row, _) -> new Empreinte(row.getString(1)))
                .list());
    }

    @Override
    public List<CeremonieId> sansPdf() {
        return jdbc.sql("""
                        SELECT f.tirage FROM fait_du_tirage f
                        LEFT JOIN pieces_du_tirage p ON p.tirage = f.tirage
                        WHERE f.genre = 'CLOS' AND p.pdf IS NULL ORDER BY f.tirage
                        """)
                .query((row, _) -> CeremonieId.lire(row.getString(1)))
                .list();
    }
}
