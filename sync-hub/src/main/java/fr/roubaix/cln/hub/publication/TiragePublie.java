package fr.roubaix.cln.hub.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
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
     */
    record Entete(AppelId appel, String titre, LocalDate jour, String lieu, Instant arreteeLe) {}

    /**
     * The list is frozen, the members are not drawn.
     *
     * @param lecture the reading of criterion 3, once chosen
     */
    record ListePubliee(Entete entete, ListeDuTirage liste, Optional<Lecture> lecture) implements TiragePublie {}

    /**
     * The members are drawn.
     *
     * @param pv the bytes of {@code pv.json}
     */
    record Proclame(Entete entete, ListeDuTirage liste, Bytes pv, Instant tireLe) implements TiragePublie {}
}
