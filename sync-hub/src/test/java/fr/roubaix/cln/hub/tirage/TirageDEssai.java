package fr.roubaix.cln.hub.tirage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.Hash;

/** Puts a draw at a stage, for tests of what others show of it. */
public final class TirageDEssai {

    private static final Instant START = Instant.ofEpochMilli(1_812_844_800_000L);

    private final JdbcTirages tirages;
    private final CeremonieId id;
    private int version;

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
        var essai = new TirageDEssai(jdbc, new JdbcTirages(jdbc).creerUneRepetition(appel));
        essai.ecrire(List.of(new Fait.ListeArretee(liste, Map.of(), List.of(), Comptes.AUCUN, List.of())));
        return essai;
    }

    public void confirmerLePlan(Lecture lecture) {
        ecrire(List.of(new Fait.LectureChoisie(lecture), new Fait.PlanConfirme()));
    }

    /** Before a co-president and an élu of the opposition, whose names no page may show. */
    public void ouvrir(String coPresident, String opposition) {
        ecrire(List.of(
                new Fait.PresenceInscrite(coPresident, Qualite.CO_PRESIDENT, true),
                new Fait.PresenceInscrite(opposition, Qualite.ELU_D_OPPOSITION, true),
                new Fait.SeanceOuverte(Optional.empty())));
    }

    /** Somebody comes in. */
    public void inscrire(String nom, Qualite qualite) {
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

    /** From a frozen list to the proclamation, with these dice and this {@code pv.json}. */
    public static void proclamer(JdbcClient jdbc, AppelId appel, Lecture lecture, String des, byte[] pv) {
        var essai = new TirageDEssai(jdbc, appel);
        var faits = new ArrayList<Fait>();
        faits.add(new Fait.LectureChoisie(lecture));
        faits.add(new Fait.PlanConfirme());
        int lanceur = essai.version + faits.size() + 1;
        faits.add(new Fait.PresenceInscrite("Mme Delcourt", Qualite.CO_PRESIDENT, true));
        faits.add(new Fait.PresenceInscrite("M. Amrani", Qualite.ELU_D_OPPOSITION, true));
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
            if (!tirages.ecrire(id, version, fait, new Tirage.Acte(new Identifiant("claire.d"), START))) {
                throw new AssertionError("somebody else wrote in " + id);
            }
            version++;
        }
        tirages.etat(id);
    }
}
