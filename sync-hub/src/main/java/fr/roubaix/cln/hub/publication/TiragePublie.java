package fr.roubaix.cln.hub.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.hub.affichage.ProcesVerbalClos;
import fr.roubaix.cln.sync.Bytes;

/**
 * A draw as everyone may read it: codes, sector, sex and age class, never a name. Published from the freezing of its list;
 * a rehearsal never is.
 */
sealed interface TiragePublie {

    Entete entete();

    ListeDuTirage liste();

    /**
     * Which draw it is.
     *
     * @param titre of its call
     * @param jour announced for the draw
     * @param arreteeLe when the list was frozen
     * @param annulees lists that were frozen before this one and annulled, the first one first
     */
    record Entete(
            AppelId appel, String titre, LocalDate jour, String lieu, Instant arreteeLe, List<ListeAnnulee> annulees) {
        public Entete {
            annulees = List.copyOf(annulees);
        }
    }

    /**
     * The list is frozen, the result is not proclaimed.
     *
     * @param lecture the reading of criterion 3, once chosen
     */
    record ListePubliee(Entete entete, ListeDuTirage liste, Optional<Lecture> lecture, Des des)
            implements TiragePublie {}

    /** How far the dice have come while the result is not proclaimed. */
    enum Des {
        A_VENIR,
        EN_COURS,
        LANCES
    }

    /** The members are known to everyone. */
    sealed interface AvecResultat extends TiragePublie {
        Resultat resultat();

        @Override
        default Entete entete() {
            return resultat().entete();
        }

        @Override
        default ListeDuTirage liste() {
            return resultat().liste();
        }
    }

    /**
     * What was proclaimed.
     *
     * @param pv the bytes of {@code pv.json}
     * @param proclameLe when it became public: the hub knows the members from the draw on, and tells nobody
     */
    record Resultat(Entete entete, ListeDuTirage liste, Bytes pv, Instant proclameLe) {}

    /** The result is proclaimed; the procès-verbal may still receive remarks. */
    record Proclame(Resultat resultat) implements AvecResultat {}

    /** The procès-verbal is closed: its pieces are there for everyone, and do not change any more. */
    record Clos(Resultat resultat, ProcesVerbalClos procesVerbal) implements AvecResultat {}
}
