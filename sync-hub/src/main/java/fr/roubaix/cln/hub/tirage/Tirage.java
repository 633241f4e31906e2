package fr.roubaix.cln.hub.tirage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.AnnonceDrand;
import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.Graine;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.PreuveDrand;
import fr.roubaix.cln.hub.fleet.Completude.Derogation;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.Hash;

/**
 * The public draw of a call (art. 7 §2), at the stage it has reached. Each stage holds the one before, so it cannot exist
 * without it; none is ever skipped.
 */
public sealed interface Tirage {

    CeremonieId id();

    /** The list and its freezing, which every stage rests on. */
    Arret arret();

    default AppelId appel() {
        return id().appel();
    }

    /** The reading of criterion 3, once one is chosen; it may change until the plan under it is confirmed. */
    default Optional<Lecture> lectureRetenue() {
        return switch (this) {
            case ListeArretee _ -> Optional.empty();
            case LectureChoisie choisie -> Optional.of(choisie.lecture());
            case PlanConfirme plan -> Optional.of(plan.avant().lecture());
            case SeanceOuverte seance -> Optional.of(seance.avant().avant().lecture());
            case AvecDes des -> Optional.of(des.lecture());
        };
    }

    /** No die is thrown: the freeze can still be annulled, with a reason and by two voices. */
    sealed interface AvantLesDes extends Tirage {}

    /** From the first die on: what was fixed before stands. */
    sealed interface AvecDes extends Tirage {
        SeanceOuverte seance();

        /** In the order thrown. */
        List<Lancer> lancers();

        default Lecture lecture() {
            return seance().avant().avant().lecture();
        }

        /** The digits as they stand now. */
        default String chiffres() {
            return lancers().stream()
                    .map(lancer -> Integer.toString(lancer.chiffre()))
                    .collect(Collectors.joining());
        }

        @Override
        default CeremonieId id() {
            return seance().id();
        }

        @Override
        default Arret arret() {
            return seance().arret();
        }
    }

    /** The members are known. */
    sealed interface ResultatConnu extends AvecDes {
        Tire tire();

        default Graine graine() {
            return tire().avant().graine();
        }

        /** When the members were drawn. */
        default Acte tirage() {
            return tire().acte();
        }

        @Override
        default SeanceOuverte seance() {
            return tire().avant().seance();
        }

        @Override
        default List<Lancer> lancers() {
            return tire().avant().lancers();
        }
    }

    /** The list is frozen and published (codes only); no reading is chosen. */
    record ListeArretee(CeremonieId id, Arret arret) implements AvantLesDes {}

    /** The reading of criterion 3 is chosen; it may change until the plan under it is confirmed. */
    record LectureChoisie(ListeArretee avant, Lecture lecture, Acte choix) implements AvantLesDes {
        @Override
        public CeremonieId id() {
            return avant.id();
        }

        @Override
        public Arret arret() {
            return avant.arret();
        }
    }

    /** The plan under the reading is confirmed; those present are being registered. */
    record PlanConfirme(LectureChoisie avant, Acte confirmation) implements AvantLesDes {
        @Override
        public CeremonieId id() {
            return avant.id();
        }

        @Override
        public Arret arret() {
            return avant.arret();
        }
    }

    /**
     * The public session is open before the people whom art. 7 §2 asks for; no die is thrown.
     *
     * @param lancers how many throws were announced, no more and no fewer; empty in a session that an earlier version opened,
     *     which takes {@value Des#MINIMUM} or more
     * @param drand the round that holds now
     * @param remplaces the rounds that were announced before it, and why another one was
     */
    record SeanceOuverte(
            PlanConfirme avant,
            Optional<Integer> lancers,
            Optional<AnnonceDrand> drand,
            List<TourRemplace> remplaces,
            Acte ouverture)
            implements AvantLesDes {
        public SeanceOuverte {
            remplaces = List.copyOf(remplaces);
        }

        /** How many throws there will be, at least. */
        public int attendus() {
            return lancers.orElse(Des.MINIMUM);
        }

        /** The round that was announced at the opening. */
        public Optional<AnnonceDrand> premierTour() {
            return remplaces.isEmpty()
                    ? drand
                    : Optional.of(remplaces.getFirst().avant());
        }

        /** Whether the round may be known at this instant, so that no digit may move any more. */
        boolean tourConnu(Instant le) {
            return lancers.isPresent()
                    && drand.filter(annonce -> annonce.connueLe(le)).isPresent();
        }

        SeanceOuverte annoncer(TourRemplace tour) {
            return new SeanceOuverte(
                    avant,
                    lancers,
                    Optional.of(tour.apres()),
                    Stream.concat(remplaces.stream(), Stream.of(tour)).toList(),
                    ouverture);
        }

        /** The day of the session, in Roubaix: what the call announced is a plan, this is a fact. */
        public LocalDate jour() {
            return LocalDate.ofInstant(ouverture.le(), Appel.ROUBAIX);
        }

        @Override
        public CeremonieId id() {
            return avant.id();
        }

        @Override
        public Arret arret() {
            return avant.arret();
        }
    }

    /** Dice are being thrown. */
    record DesEnCours(SeanceOuverte seance, List<Lancer> lancers) implements AvecDes {
        public DesEnCours {
            lancers = List.copyOf(lancers);
        }

        /** Whether every throw announced is there. */
        public boolean complets() {
            return lancers.size() >= seance.attendus();
        }
    }

    /** The dice are thrown, and the round of drand that was announced is entered: the seed is to be confirmed. */
    record DrandSaisi(DesEnCours avant, PreuveDrand drand, Acte saisie) implements AvecDes {
        @Override
        public SeanceOuverte seance() {
            return avant.seance();
        }

        @Override
        public List<Lancer> lancers() {
            return avant.lancers();
        }
    }

    /** The seed is confirmed: from here on nothing can change what the draw will give, and there is no other attempt. */
    record GraineConfirmee(DesEnCours avant, Optional<PreuveDrand> drand, Graine graine, Acte confirmation)
            implements AvecDes {
        @Override
        public SeanceOuverte seance() {
            return avant.seance();
        }

        @Override
        public List<Lancer> lancers() {
            return avant.lancers();
        }
    }

    /**
     * The members are drawn.
     *
     * @param pv hash of {@code pv.json}
     * @param reveles how many seats the operator has shown to the room, in the order of the procès-verbal
     */
    record Tire(GraineConfirmee avant, Hash pv, Acte acte, int reveles) implements ResultatConnu {
        @Override
        public Tire tire() {
            return this;
        }
    }

    /** The result is proclaimed; remarks may still be written. */
    record Proclame(Tire tire, Acte proclamation) implements ResultatConnu {}

    /** The procès-verbal is closed: nothing more is written in it. */
    record Clos(Proclame avant, Acte cloture) implements ResultatConnu {
        @Override
        public Tire tire() {
            return avant.tire();
        }
    }

    /**
     * A frozen list.
     *
     * @param sansPreference how many candidates of each sector have no preference, which the list no longer shows
     * @param derogations what the list was frozen without, and why: they stand in the procès-verbal
     * @param comptes what became of every application received
     * @param bornes the proof, kiosk by kiosk, that none is missing
     */
    record Arret(
            ListeDuTirage liste,
            Map<Secteur, Integer> sansPreference,
            List<Derogation> derogations,
            Comptes comptes,
            List<BorneProuvee> bornes,
            Acte acte) {
        public Arret {
            derogations = List.copyOf(derogations);
            sansPreference = Map.copyOf(sansPreference);
            bornes = List.copyOf(bornes);
        }
    }

    /** A round of drand announced in the place of another, by two voices. */
    record TourRemplace(AnnonceDrand avant, AnnonceDrand apres, String motif, Acte acte) {}

    /**
     * One throw of a ten-sided die.
     *
     * @param lanceur who threw it: the number of a {@link Cahier.Presence}
     * @param acte who typed it, and when
     */
    record Lancer(int chiffre, int lanceur, Acte acte) {}

    /**
     * Who did something, and when.
     *
     * @param confirmePar the second voice, where the act needs one; {@code le} is then the instant of the confirmation
     */
    record Acte(Identifiant par, Instant le, Optional<Identifiant> confirmePar) {
        public Acte(Identifiant par, Instant le) {
            this(par, le, Optional.empty());
        }
    }
}
