package fr.roubaix.cln.hub.tirage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.Graine;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Resultat;
import fr.roubaix.cln.domaine.tirage.TirageAuSort;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.verifier.PvJson;

/** Puts a draw at a stage, for tests of what others show of it. */
public final class TirageDEssai {

    private static final Instant START = Instant.ofEpochMilli(1_812_844_800_000L);

    private static final String DES = "407291380556213799028815504417";

    private final JdbcTirages tirages;
    private final CeremonieId id;
    private int version;
    private Instant maintenant = START;

    private TirageDEssai(JdbcClient jdbc, CeremonieId id) {
        this.tirages = new JdbcTirages(jdbc);
        this.id = id;
        this.version = tirages.version(id);
    }

    private TirageDEssai(JdbcClient jdbc, AppelId appel) {
        this(jdbc, new CeremonieId.Publique(appel));
    }

    /** The draw of a call whose list is frozen, to be led step by step. */
    public static TirageDEssai de(JdbcClient jdbc, AppelId appel) {
        return new TirageDEssai(jdbc, appel);
    }

    /** A rehearsal whose list is frozen; the first of its call has number 1. */
    public static TirageDEssai repeter(JdbcClient jdbc, AppelId appel, ListeDuTirage liste) {
        var essai = new TirageDEssai(jdbc, new JdbcTirages(jdbc).creerUneRepetition(appel, CleDeSalle.nouvelle()));
        essai.ecrire(List.of(new Fait.ListeArretee(liste, Map.of(), List.of(), Comptes.AUCUN, List.of())));
        return essai;
    }

    /** Where the room looks at a rehearsal. */
    public static String salle(JdbcClient jdbc, AppelId appel, int numero) {
        return new JdbcTirages(jdbc)
                .cleDeSalle(new CeremonieId.Repetition(appel, numero))
                .orElseThrow()
                .chemin();
    }

    /** A rehearsal is thrown away. */
    public static void jeter(JdbcClient jdbc, AppelId appel, int numero) {
        new JdbcTirages(jdbc).jeter(new CeremonieId.Repetition(appel, numero));
    }

    /** The freeze is annulled, for this reason. */
    public void annuler(String motif) {
        ecrire(List.of(new Fait.ArretAnnule(motif)));
    }

    /** What follows happens then. */
    public void a(Instant instant) {
        maintenant = instant;
    }

    public void confirmerLePlan(Lecture lecture) {
        ecrire(List.of(new Fait.LectureChoisie(lecture), new Fait.PlanConfirme()));
    }

    /** Before a co-president and an élu of the opposition, whose names no page may show. */
    public void ouvrir(String coPresident, String opposition) {
        ecrire(List.of(
                new Fait.PresenceInscrite(coPresident, QualiteDePresence.CO_PRESIDENT, true),
                new Fait.PresenceInscrite(opposition, QualiteDePresence.ELU_D_OPPOSITION, true),
                new Fait.SeanceOuverteAvecCompte(DES.length(), Optional.empty())));
    }

    /** Somebody comes in. */
    public void inscrire(String nom, QualiteDePresence qualite) {
        ecrire(List.of(new Fait.PresenceInscrite(nom, qualite, true)));
    }

    /** Those who are there throw, in turn. */
    public void lancer(String des) {
        var presents = tirages.etat(id).cahier().presents();
        for (int i = 0; i < des.length(); i++) {
            ecrire(List.of(new Fait.DeLance(
                    des.charAt(i) - '0', presents.get(i % presents.size()).numero())));
        }
    }

    public void corriger(int position, int chiffre) {
        ecrire(List.of(new Fait.DeCorrige(position, chiffre)));
    }

    public void confirmerLaGraine() {
        ecrire(List.of(new Fait.GraineConfirmee()));
    }

    public void tirer(byte[] pv) {
        ecrire(List.of(new Fait.Tire(Hash.of(pv))));
        tirages.garder(id, pv);
    }

    public void reveler(int combien) {
        ecrire(List.of(new Fait.SiegesReveles(combien)));
    }

    public void proclamer() {
        ecrire(List.of(new Fait.Proclame()));
    }

    /** With this remark in the procès-verbal. */
    public void clore(String remarque) {
        ecrire(List.of(new Fait.Mention(Cahier.Mention.Genre.REMARQUE, remarque), new Fait.Clos()));
    }

    /** Freezes this list. */
    public static void arreter(JdbcClient jdbc, AppelId appel, ListeDuTirage liste) {
        var essai = new TirageDEssai(jdbc, appel);
        essai.tirages.creer(new CeremonieId.Publique(appel));
        essai.ecrire(List.of(new Fait.ListeArretee(liste, Map.of(), List.of(), Comptes.AUCUN, List.of())));
    }

    /** A closed call whose draw is to come. */
    public static void appel(JdbcClient jdbc, AppelId appel) {
        jdbc.sql("""
                        INSERT INTO appel
                            (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le, ouvert_par,
                            clos_le, clos_par, clos_motif)
                        VALUES (:id, :titre, '2027-05-05', '2027-06-06', '2027-06-06', '2027-06-13', 'Mairie', :le, 'maud.v',
                            :le, 'maud.v', '')
                        """)
                .param("id", appel.valeur())
                .param("titre", "Appel " + appel)
                .param("le", START.toEpochMilli())
                .update();
    }

    /** The draw of a call whose list was annulled, with the list of two people frozen again. */
    public static TirageDEssai arreteEncore(JdbcClient jdbc, AppelId appel) {
        var essai = new TirageDEssai(jdbc, appel);
        essai.ecrire(List.of(new Fait.ListeArretee(deuxCandidats(), Map.of(), List.of(), Comptes.AUCUN, List.of())));
        return essai;
    }

    /** The draw of a call, with a list of two people that is frozen. */
    public static TirageDEssai arrete(JdbcClient jdbc, AppelId appel) {
        arreter(jdbc, appel, deuxCandidats());
        return new TirageDEssai(jdbc, appel);
    }

    /** A call and its draw, whose procès-verbal was closed on 13 June 2027. */
    public static void close(JdbcClient jdbc, AppelId appel) {
        appel(jdbc, appel);
        arrete(jdbc, appel).jusquALaCloture();
    }

    /** A rehearsal led to its end. */
    public static void repetitionClose(JdbcClient jdbc, AppelId appel) {
        repeter(jdbc, appel, deuxCandidats()).jusquALaCloture();
    }

    private void jusquALaCloture() {
        jusquALaProclamation();
        clore("Rien à redire.");
    }

    /** From the list of two people to the proclamation. */
    public void jusquALaProclamation() {
        jusquAuTirage();
        proclamer();
    }

    /** From the list of two people to the draw, which nobody outside knows yet. */
    public void jusquAuTirage() {
        jusquALaSeance();
        lancer(DES);
        confirmerLaGraine();
        tirer();
    }

    /** From the list of two people to the session, no die being thrown. */
    public void jusquALaSeance() {
        confirmerLePlan(Lecture.PRIORITE_ABSOLUE);
        ouvrir("Mme Delcourt", "M. Amrani");
    }

    /** The dice of the draw of two people after the first one. */
    public void lancerLeReste() {
        lancer(DES.substring(1));
    }

    /** Draws from the list of two people. */
    public void tirer() {
        var graine = Graine.de(Lecture.PRIORITE_ABSOLUE, deuxCandidats(), new Des(DES));
        tirer(PvJson.write(TirageAuSort.tirer(deuxCandidats(), graine, VersionDuReglement.DE_2025)));
    }

    private static ListeDuTirage deuxCandidats() {
        String lignes = ListeDuTirage.EN_TETE + "\n000000000A;NORD;F;16-25;CANDIDAT\n000000000B;EST;H;65+;CANDIDAT\n";
        return switch (ListeDuTirage.lire(lignes.getBytes(StandardCharsets.UTF_8))) {
            case Resultat.Accepte(var liste) -> liste;
            case Resultat.Refuse(var defaut) -> throw new AssertionError(defaut.phrase());
        };
    }

    /** From a frozen list to the proclamation, with these dice and this {@code pv.json}. */
    public static void proclamer(JdbcClient jdbc, AppelId appel, Lecture lecture, String des, byte[] pv) {
        var essai = new TirageDEssai(jdbc, appel);
        var faits = new ArrayList<Fait>();
        faits.add(new Fait.LectureChoisie(lecture));
        faits.add(new Fait.PlanConfirme());
        int lanceur = essai.version + faits.size() + 1;
        faits.add(new Fait.PresenceInscrite("Mme Delcourt", QualiteDePresence.CO_PRESIDENT, true));
        faits.add(new Fait.PresenceInscrite("M. Amrani", QualiteDePresence.ELU_D_OPPOSITION, true));
        faits.add(new Fait.SeanceOuverte(Optional.empty()));
        des.chars().forEach(c -> faits.add(new Fait.DeLance(c - '0', lanceur)));
        faits.add(new Fait.GraineConfirmee());
        faits.add(new Fait.Tire(Hash.of(pv)));
        faits.add(new Fait.Proclame());
        essai.ecrire(faits);
        essai.tirages.garder(essai.id, pv);
    }

    private void ecrire(List<Fait> faits) {
        for (Fait fait : faits) {
            if (!tirages.ecrire(id, version, fait, new Tirage.Acte(new Identifiant("claire.d"), maintenant))) {
                throw new AssertionError("somebody else wrote in " + id);
            }
            version++;
        }
        tirages.etat(id);
    }
}
