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
    private final CeremonieId.Publique id;
    private int version;

    private TirageDEssai(JdbcClient jdbc, AppelId appel) {
        this.tirages = new JdbcTirages(jdbc);
        this.id = new CeremonieId.Publique(appel);
        this.version = tirages.version(id);
    }

    /** Freezes this list. */
    public static void arreter(JdbcClient jdbc, AppelId appel, ListeDuTirage liste) {
        var essai = new TirageDEssai(jdbc, appel);
        essai.tirages.creer(essai.id);
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
