package fr.roubaix.cln.hub.tirage;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.Graine;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.hub.fleet.Completude.Derogation;
import fr.roubaix.cln.hub.security.Identifiant;

/** The draw of a call (art. 7 §2), at the stage it has reached. Stages follow one another; none is ever skipped. */
public sealed interface Tirage {

    AppelId appel();

    /** The list and its freezing, which every stage rests on. */
    Arret arret();

    /** The list is frozen; no reading is chosen. */
    record ListeArretee(AppelId appel, Arret arret) implements Tirage {}

    /** The reading of criterion 3 is chosen; no die is thrown. */
    record LectureChoisie(AppelId appel, Arret arret, Lecture lecture, Acte choix) implements Tirage {}

    /** The dice are entered: from here on nothing can change what the draw will give. */
    record DesEntres(AppelId appel, Arret arret, Lecture lecture, Acte choix, Des des, Acte saisie) implements Tirage {
        public Graine graine() {
            return Graine.de(lecture, arret.liste(), des);
        }
    }

    /** The members are drawn and the procès-verbal is kept. */
    record Tire(AppelId appel, Arret arret, Lecture lecture, Acte choix, Des des, Acte saisie, Acte tirage)
            implements Tirage {
        public Graine graine() {
            return Graine.de(lecture, arret.liste(), des);
        }
    }

    /**
     * A frozen list.
     *
     * @param sansPreference how many candidates of each sector have no preference, which the list no longer shows
     * @param derogations what the list was frozen without, and why: they stand in the procès-verbal
     */
    record Arret(ListeDuTirage liste, Map<Secteur, Integer> sansPreference, List<Derogation> derogations, Acte acte) {
        public Arret {
            derogations = List.copyOf(derogations);
            sansPreference = Map.copyOf(sansPreference);
        }
    }

    /** Who did something, and when. */
    record Acte(Identifiant par, Instant le) {}
}
