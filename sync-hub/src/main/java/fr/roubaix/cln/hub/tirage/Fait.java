package fr.roubaix.cln.hub.tirage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.AnnonceDrand;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.PreuveDrand;
import fr.roubaix.cln.hub.fleet.Completude.Derogation;
import fr.roubaix.cln.sync.Hash;

/** What happened in a ceremony. A ceremony is the row of its facts: none is changed, none is removed. */
sealed interface Fait {

    /** Part of the course: an operator who was shown another state is told so. */
    default boolean estUnPas() {
        return switch (this) {
            case Mention _, Desistement _, SiegesReveles _ -> false;
            case ListeArretee _,
                    ArretAnnule _,
                    LectureChoisie _,
                    PlanConfirme _,
                    PresenceInscrite _,
                    PresenceRetiree _,
                    Arrivee _,
                    Depart _,
                    SeanceOuverte _,
                    SeanceOuverteAvecCompte _,
                    DrandRemplace _,
                    DeLance _,
                    DeCorrige _,
                    DeRetire _,
                    DrandSaisi _,
                    GraineConfirmee _,
                    Tire _,
                    Proclame _,
                    Clos _ -> true;
        };
    }

    record ListeArretee(
            ListeDuTirage liste,
            Map<Secteur, Integer> sansPreference,
            List<Derogation> derogations,
            Comptes comptes,
            List<BorneProuvee> bornes)
            implements Fait {}

    record ArretAnnule(String motif) implements Fait {}

    record LectureChoisie(Lecture lecture) implements Fait {}

    record PlanConfirme() implements Fait {}

    record PresenceInscrite(String nom, QualiteDePresence qualite, boolean presente) implements Fait {}

    record PresenceRetiree(int numero) implements Fait {}

    /** Somebody registered as absent, or who had left, is there. */
    record Arrivee(int numero) implements Fait {}

    record Depart(int numero) implements Fait {}

    /** The session opened without a number of throws, as earlier versions did. */
    record SeanceOuverte(Optional<AnnonceDrand> drand) implements Fait {}

    /** The session opened for exactly so many throws. */
    record SeanceOuverteAvecCompte(int lancers, Optional<AnnonceDrand> drand) implements Fait {}

    /** Another round announced, before anybody can know it. */
    record DrandRemplace(AnnonceDrand drand, String motif) implements Fait {}

    record DeLance(int chiffre, int lanceur) implements Fait {}

    /**
     * A digit mended.
     *
     * @param position from 1
     */
    record DeCorrige(int position, int chiffre) implements Fait {}

    /** The last digit taken away: it was typed without a throw. */
    record DeRetire() implements Fait {}

    record DrandSaisi(PreuveDrand preuve) implements Fait {}

    record GraineConfirmee() implements Fait {}

    record Tire(Hash pv) implements Fait {}

    record SiegesReveles(int combien) implements Fait {}

    record Proclame() implements Fait {}

    record Mention(Cahier.Mention.Genre genre, String texte) implements Fait {}

    record Desistement(IdDeListe id, Cahier.Desistement.Cause cause) implements Fait {}

    record Clos() implements Fait {}
}
