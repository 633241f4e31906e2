package fr.roubaix.cln.hub.tirage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.tirage.Empreinte;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Resultat;
import fr.roubaix.cln.hub.security.Identifiant;

@Repository
class JdbcTirages implements TiragesModifiables {

    private final JdbcClient jdbc;

    JdbcTirages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void creer(CeremonieId.Publique id) {
        ajouter(id, 0);
    }

    @Override
    public CeremonieId.Repetition creerUneRepetition(AppelId appel, CleDeSalle cle) {
        jdbc.sql("""
                        INSERT INTO repetition (appel, derniere) VALUES (:appel, 1)
                        ON CONFLICT (appel) DO UPDATE SET derniere = repetition.derniere + 1
                        """).param("appel", appel.valeur()).update();
        int numero = jdbc.sql("SELECT derniere FROM repetition WHERE appel = :appel")
                .param("appel", appel.valeur())
                .query(Integer.class)
                .single();
        var id = new CeremonieId.Repetition(appel, numero);
        ajouter(id, numero);
        jdbc.sql("INSERT INTO salle_de_repetition (tirage, cle) VALUES (:tirage, :cle)")
                .param("tirage", id.cle())
                .param("cle", cle.texte())
                .update();
        return id;
    }

    private void ajouter(CeremonieId id, int repetition) {
        jdbc.sql("""
                        INSERT INTO tirage (id, appel, repetition) VALUES (:id, :appel, :repetition)
                        ON CONFLICT DO NOTHING
                        """)
                .param("id", id.cle())
                .param("appel", id.appel().valeur())
                .param("repetition", repetition)
                .update();
    }

    /** An update that changes nothing holds the row until the end of the transaction, on both databases. */
    @Override
    public boolean tenir(CeremonieId id) {
        return jdbc.sql("UPDATE tirage SET repetition = repetition WHERE id = :id")
                        .param("id", id.cle())
                        .update()
                == 1;
    }

    @Override
    public boolean ecrire(CeremonieId id, int version, Fait fait, Tirage.Acte acte) {
        int numero = version + 1;
        int ecrit = jdbc.sql("""
                        INSERT INTO fait_du_tirage (tirage, numero, genre, contenu, le, par, confirme_par)
                        VALUES (:tirage, :numero, :genre, :contenu, :le, :par, :confirmePar)
                        ON CONFLICT DO NOTHING
                        """)
                .param("tirage", id.cle())
                .param("numero", numero)
                .param("genre", FaitJson.genre(fait))
                .param("contenu", FaitJson.ecrire(fait))
                .param("le", acte.le().toEpochMilli())
                .param("par", acte.par().valeur())
                .param(
                        "confirmePar",
                        acte.confirmePar().map(Identifiant::valeur).orElse(null))
                .update();
        if (ecrit == 1 && fait instanceof Fait.ListeArretee arretee) {
            jdbc.sql("""
                            INSERT INTO liste_arretee (tirage, numero, empreinte, liste)
                            VALUES (:tirage, :numero, :empreinte, :liste)
                            """)
                    .param("tirage", id.cle())
                    .param("numero", numero)
                    .param("empreinte", arretee.liste().empreinte().hex())
                    .param("liste", arretee.liste().octets())
                    .update();
        }
        return ecrit == 1;
    }

    @Override
    public boolean garder(CeremonieId id, byte[] procesVerbal) {
        return jdbc.sql("INSERT INTO pv_du_tirage (tirage, pv) VALUES (:tirage, :pv) ON CONFLICT DO NOTHING")
                        .param("tirage", id.cle())
                        .param("pv", procesVerbal)
                        .update()
                == 1;
    }

    @Override
    public boolean jeter(CeremonieId.Repetition id) {
        return jdbc.sql("DELETE FROM tirage WHERE id = :id AND repetition > 0")
                        .param("id", id.cle())
                        .update()
                == 1;
    }

    @Override
    public EtatDuTirage etat(CeremonieId id) {
        var etat = EtatDuTirage.avant(id);
        for (Ecrit ecrit : faits(id)) {
            etat = switch (Deroulement.suite(etat, ecrit.fait(), ecrit.acte())) {
                case Deroulement.Permise(var suivant) -> suivant;
                case Deroulement.Refusee(var refus) ->
                    throw new IllegalStateException("the facts of " + id + " were altered: " + refus);
            };
        }
        return etat;
    }

    private record Ecrit(Fait fait, Tirage.Acte acte) {}

    private List<Ecrit> faits(CeremonieId id) {
        return jdbc.sql("""
                        SELECT f.numero, f.genre, f.contenu, f.le, f.par, f.confirme_par, l.empreinte, l.liste
                        FROM fait_du_tirage f
                        LEFT JOIN liste_arretee l ON l.tirage = f.tirage AND l.numero = f.numero
                        WHERE f.tirage = :tirage ORDER BY f.numero
                        """)
                .param("tirage", id.cle())
                .query((row, _) -> new Ecrit(fait(row), acte(row)))
                .list();
    }

    private static Fait fait(ResultSet row) throws SQLException {
        byte[] liste = row.getBytes("liste");
        return liste == null
                ? FaitJson.lire(row.getString("genre"), row.getString("contenu"))
                : FaitJson.lire(liste(liste, row.getString("empreinte")), row.getString("contenu"));
    }

    /** The list is read again from its bytes and must still have the fingerprint that was announced. */
    private static ListeDuTirage liste(byte[] octets, String empreinte) {
        return switch (ListeDuTirage.lire(octets)) {
            case Resultat.Accepte(var liste) when liste.empreinte().hex().equals(empreinte) -> liste;
            case Resultat.Accepte<ListeDuTirage> _ ->
                throw new IllegalStateException("the frozen list has lost its fingerprint");
            case Resultat.Refuse(var defaut) ->
                throw new IllegalStateException("the frozen list was altered: " + defaut.phrase());
        };
    }

    private static Tirage.Acte acte(ResultSet row) throws SQLException {
        return new Tirage.Acte(
                new Identifiant(row.getString("par")),
                Instant.ofEpochMilli(row.getLong("le")),
                Optional.ofNullable(row.getString("confirme_par")).map(Identifiant::new));
    }

    @Override
    public List<Datee> chronologie(CeremonieId id) {
        return jdbc.sql("""
                        SELECT numero, genre, le, par, confirme_par FROM fait_du_tirage
                        WHERE tirage = :tirage ORDER BY numero
                        """)
                .param("tirage", id.cle())
                .query((row, _) -> new Datee(row.getInt("numero"), row.getString("genre"), acte(row)))
                .list();
    }

    @Override
    public int version(CeremonieId id) {
        return jdbc.sql("SELECT coalesce(max(numero), 0) FROM fait_du_tirage WHERE tirage = :tirage")
                .param("tirage", id.cle())
                .query(Integer.class)
                .single();
    }

    @Override
    public List<CeremonieId.Repetition> repetitions(AppelId appel) {
        return jdbc.sql(
                        "SELECT repetition FROM tirage WHERE appel = :appel AND repetition > 0 ORDER BY repetition DESC")
                .param("appel", appel.valeur())
                .query((row, _) -> new CeremonieId.Repetition(appel, row.getInt(1)))
                .list();
    }

    @Override
    public Optional<byte[]> listeArretee(CeremonieId.Publique id, Empreinte empreinte) {
        return jdbc
                .sql("SELECT liste FROM liste_arretee WHERE tirage = :tirage AND empreinte = :empreinte")
                .param("tirage", id.cle())
                .param("empreinte", empreinte.hex())
                .query((row, _) -> row.getBytes(1))
                .list()
                .stream()
                .findFirst();
    }

    @Override
    public Optional<CeremonieId.Repetition> repetition(CleDeSalle cle) {
        return jdbc.sql("""
                        SELECT t.appel, t.repetition FROM salle_de_repetition s JOIN tirage t ON t.id = s.tirage
                        WHERE s.cle = :cle
                        """)
                .param("cle", cle.texte())
                .query((row, _) ->
                        new CeremonieId.Repetition(new AppelId(row.getString("appel")), row.getInt("repetition")))
                .optional();
    }

    @Override
    public Optional<CleDeSalle> cleDeSalle(CeremonieId.Repetition id) {
        return jdbc.sql("SELECT cle FROM salle_de_repetition WHERE tirage = :tirage")
                .param("tirage", id.cle())
                .query((row, _) -> new CleDeSalle(row.getString(1)))
                .optional();
    }

    @Override
    public Optional<byte[]> procesVerbal(CeremonieId id) {
        return jdbc.sql("SELECT pv FROM pv_du_tirage WHERE tirage = :tirage")
                .param("tirage", id.cle())
                .query((row, _) -> row.getBytes(1))
                .optional();
    }
}
