package fr.roubaix.cln.hub.tirage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.Empreinte;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Resultat;
import fr.roubaix.cln.hub.fleet.Completude.Derogation;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.KioskId;

@Repository
class JdbcTirages implements TiragesModifiables {

    private final JdbcClient jdbc;

    JdbcTirages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean arreter(AppelId appel, Tirage.Arret arret) {
        int ajoute = jdbc.sql("""
                        INSERT INTO tirage (appel, liste, empreinte, arretee_le, arretee_par)
                        VALUES (:appel, :liste, :empreinte, :le, :par)
                        ON CONFLICT DO NOTHING
                        """)
                .param("appel", appel.valeur())
                .param("liste", arret.liste().octets())
                .param("empreinte", arret.liste().empreinte().hex())
                .param("le", arret.acte().le().toEpochMilli())
                .param("par", arret.acte().par().valeur())
                .update();
        if (ajoute == 0) {
            return false;
        }
        arret.sansPreference()
                .forEach((secteur, nombre) -> jdbc.sql("""
                                INSERT INTO sans_preference (appel, secteur, nombre) VALUES (:appel, :secteur, :nombre)
                                """)
                        .param("appel", appel.valeur())
                        .param("secteur", secteur.name())
                        .param("nombre", nombre)
                        .update());
        arret.derogations().forEach(derogation -> noter(appel, derogation));
        return true;
    }

    private void noter(AppelId appel, Derogation derogation) {
        jdbc.sql("""
                        INSERT INTO derogation_du_tirage (appel, borne, mairie, nom, manque, motif, par, le)
                        VALUES (:appel, :borne, :mairie, :nom, :manque, :motif, :par, :le)
                        """)
                .param("appel", appel.valeur())
                .param("borne", derogation.borne().numero())
                .param("mairie", derogation.mairie().name())
                .param("nom", derogation.nom())
                .param("manque", derogation.manque())
                .param("motif", derogation.motif())
                .param("par", derogation.par().valeur())
                .param("le", derogation.le().toEpochMilli())
                .update();
    }

    @Override
    public boolean annuler(AppelId appel, Empreinte vue, String motif, Tirage.Acte acte) {
        // An update that changes nothing holds the row until the end: no die comes between the copy and the removal.
        int tenue = jdbc.sql("""
                        UPDATE tirage SET empreinte = :vue
                        WHERE appel = :appel AND empreinte = :vue AND des IS NULL
                        """)
                .param("appel", appel.valeur())
                .param("vue", vue.hex())
                .update();
        if (tenue == 0) {
            return false;
        }
        jdbc.sql("""
                        INSERT INTO arret_annule
                               (appel, annule_le, annule_par, motif, liste, empreinte, arretee_le, arretee_par)
                        SELECT appel, :le, :par, :motif, liste, empreinte, arretee_le, arretee_par
                        FROM tirage WHERE appel = :appel AND des IS NULL
                        """)
                .param("appel", appel.valeur())
                .param("le", acte.le().toEpochMilli())
                .param("par", acte.par().valeur())
                .param("motif", motif)
                .update();
        return jdbc.sql("DELETE FROM tirage WHERE appel = :appel AND des IS NULL")
                        .param("appel", appel.valeur())
                        .update()
                == 1;
    }

    @Override
    public boolean choisir(AppelId appel, Empreinte vue, Lecture lecture, Tirage.Acte acte) {
        return jdbc.sql("""
                        UPDATE tirage SET lecture = :lecture, lecture_le = :le, lecture_par = :par
                        WHERE appel = :appel AND empreinte = :vue AND des IS NULL
                        """)
                        .param("appel", appel.valeur())
                        .param("vue", vue.hex())
                        .param("lecture", lecture.name())
                        .param("le", acte.le().toEpochMilli())
                        .param("par", acte.par().valeur())
                        .update()
                == 1;
    }

    @Override
    public boolean lancer(AppelId appel, Empreinte vue, Lecture lecture, Des des, Tirage.Acte acte) {
        return jdbc.sql("""
                        UPDATE tirage SET des = :des, des_le = :le, des_par = :par
                        WHERE appel = :appel AND empreinte = :vue AND lecture = :lecture AND des IS NULL
                        """)
                        .param("appel", appel.valeur())
                        .param("vue", vue.hex())
                        .param("lecture", lecture.name())
                        .param("des", des.chiffres())
                        .param("le", acte.le().toEpochMilli())
                        .param("par", acte.par().valeur())
                        .update()
                == 1;
    }

    @Override
    public boolean conclure(AppelId appel, byte[] procesVerbal, Tirage.Acte acte) {
        return jdbc.sql("""
                        UPDATE tirage SET pv = :pv, tire_le = :le, tire_par = :par
                        WHERE appel = :appel AND des IS NOT NULL AND pv IS NULL
                        """)
                        .param("appel", appel.valeur())
                        .param("pv", procesVerbal)
                        .param("le", acte.le().toEpochMilli())
                        .param("par", acte.par().valeur())
                        .update()
                == 1;
    }

    @Override
    public Optional<Tirage> tirage(AppelId appel) {
        Map<Secteur, Integer> sansPreference = sansPreference(appel);
        List<Derogation> derogations = derogations(appel);
        return jdbc.sql("""
                        SELECT liste, empreinte, arretee_le, arretee_par, lecture, lecture_le, lecture_par,
                               des, des_le, des_par, tire_le, tire_par
                        FROM tirage WHERE appel = :appel
                        """)
                .param("appel", appel.valeur())
                .query((row, _) -> tirage(appel, sansPreference, derogations, row))
                .optional();
    }

    @Override
    public Optional<byte[]> procesVerbal(AppelId appel) {
        return jdbc.sql("SELECT pv FROM tirage WHERE appel = :appel AND pv IS NOT NULL")
                .param("appel", appel.valeur())
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    private Map<Secteur, Integer> sansPreference(AppelId appel) {
        var nombres = new EnumMap<Secteur, Integer>(Secteur.class);
        jdbc.sql("SELECT secteur, nombre FROM sans_preference WHERE appel = :appel")
                .param("appel", appel.valeur())
                .query(row -> {
                    nombres.put(Secteur.valueOf(row.getString("secteur")), row.getInt("nombre"));
                });
        return nombres;
    }

    private List<Derogation> derogations(AppelId appel) {
        return jdbc.sql("""
                        SELECT borne, mairie, nom, manque, motif, par, le FROM derogation_du_tirage
                        WHERE appel = :appel ORDER BY borne
                        """)
                .param("appel", appel.valeur())
                .query((row, _) -> new Derogation(
                        new KioskId(row.getInt("borne")),
                        Secteur.valueOf(row.getString("mairie")),
                        row.getString("nom"),
                        row.getString("manque"),
                        row.getString("motif"),
                        new Identifiant(row.getString("par")),
                        Instant.ofEpochMilli(row.getLong("le"))))
                .list();
    }

    private static Tirage tirage(
            AppelId appel, Map<Secteur, Integer> sansPreference, List<Derogation> derogations, ResultSet row)
            throws SQLException {
        var arret = new Tirage.Arret(liste(row), sansPreference, derogations, acte(row, "arretee"));
        String lecture = row.getString("lecture");
        if (lecture == null) {
            return new Tirage.ListeArretee(appel, arret);
        }
        var retenue = Lecture.valueOf(lecture);
        var choix = acte(row, "lecture");
        String des = row.getString("des");
        if (des == null) {
            return new Tirage.LectureChoisie(appel, arret, retenue, choix);
        }
        var saisie = acte(row, "des");
        return row.getString("tire_par") == null
                ? new Tirage.DesEntres(appel, arret, retenue, choix, new Des(des), saisie)
                : new Tirage.Tire(appel, arret, retenue, choix, new Des(des), saisie, acte(row, "tire"));
    }

    /** The list is read again from its bytes and must still have the fingerprint that was announced. */
    private static ListeDuTirage liste(ResultSet row) throws SQLException {
        return switch (ListeDuTirage.lire(row.getBytes("liste"))) {
            case Resultat.Accepte(var liste) when liste.empreinte().hex().equals(row.getString("empreinte")) -> liste;
            case Resultat.Accepte<ListeDuTirage> _ ->
                throw new IllegalStateException("the frozen list has lost its fingerprint");
            case Resultat.Refuse(var defaut) ->
                throw new IllegalStateException("the frozen list was altered: " + defaut.phrase());
        };
    }

    private static Tirage.Acte acte(ResultSet row, String quoi) throws SQLException {
        return new Tirage.Acte(
                new Identifiant(Objects.requireNonNull(row.getString(quoi + "_par"))),
                Instant.ofEpochMilli(row.getLong(quoi + "_le")));
    }
}
