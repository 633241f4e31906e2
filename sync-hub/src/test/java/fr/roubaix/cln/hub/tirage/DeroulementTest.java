package fr.roubaix.cln.hub.tirage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.hub.tirage.Cahier.Desistement.Cause;
import fr.roubaix.cln.hub.tirage.Cahier.Mention.Genre;
import fr.roubaix.cln.sync.Hash;

/** What may follow what in a ceremony: every refusal at its stage, then what holds whatever people try. */
class DeroulementTest {

    private static final CeremonieId ID = new CeremonieId.Publique(new AppelId("2027"));
    private static final Fait DELCOURT =
            new Fait.PresenceInscrite("Mme Delcourt", QualiteDePresence.CO_PRESIDENT, true);
    private static final Fait AMRANI = new Fait.PresenceInscrite("M. Amrani", QualiteDePresence.ELU_D_OPPOSITION, true);
    private static final Fait ABSENT = new Fait.PresenceInscrite("M. Vasseur", QualiteDePresence.CO_PRESIDENT, false);
    private static final Fait OPEN = new Fait.SeanceOuverteAvecCompte(30, Optional.empty());
    private static final Fait OPEN_FORMERLY = new Fait.SeanceOuverte(Optional.empty());
    private static final Fait OPEN_WITH_DRAND = new Fait.SeanceOuverte(Optional.of(Faits.ROUND));
    private static final Fait DIE = new Fait.DeLance(7, 4);
    private static final Fait SEED = new Fait.GraineConfirmee();
    private static final Fait DRAWN = new Fait.Tire(new Hash("b".repeat(64)));
    private static final Fait WITHDRAWN =
            new Fait.Desistement(new IdDeListe("000000000A"), Cause.RETRAIT_DE_LA_PERSONNE);

    private static final List<Fait> NOTHING = List.of();
    private static final List<Fait> LIST = List.of(Faits.frozen());
    private static final List<Fait> READING = plus(LIST, new Fait.LectureChoisie(Lecture.PRIORITE_ABSOLUE));
    private static final List<Fait> PLAN = plus(READING, new Fait.PlanConfirme());
    private static final List<Fait> PEOPLE = plus(PLAN, DELCOURT, AMRANI, ABSENT);
    private static final List<Fait> SESSION = plus(PEOPLE, OPEN);
    private static final List<Fait> ONE_DIE = plus(SESSION, DIE);
    private static final List<Fait> DICE_29 = plus(SESSION, dice(29));
    private static final List<Fait> DICE = plus(SESSION, dice(30));
    private static final List<Fait> DICE_AND_DRAND = plus(plus(PEOPLE, OPEN_WITH_DRAND), dice(30));
    private static final List<Fait> SEEDED = plus(DICE, SEED);
    private static final List<Fait> DRAW = plus(SEEDED, DRAWN);
    private static final List<Fait> SAID = plus(DRAW, new Fait.Proclame());
    private static final List<Fait> CLOSED = plus(SAID, new Fait.Clos());

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(NOTHING, new Fait.LectureChoisie(Lecture.SIEGE_RESERVE), Refus.PAS_DE_LISTE),
                arguments(LIST, Faits.frozen(), Refus.DEJA_ARRETEE),
                arguments(LIST, new Fait.PlanConfirme(), Refus.LECTURE_MANQUANTE),
                arguments(LIST, DELCOURT, Refus.PLAN_NON_CONFIRME),
                arguments(LIST, new Fait.ArretAnnule(" "), Refus.MOTIF_MANQUANT),
                arguments(LIST, WITHDRAWN, Refus.ANNULER_PLUTOT),
                arguments(PLAN, new Fait.LectureChoisie(Lecture.SIEGE_RESERVE), Refus.PLAN_DEJA_CONFIRME),
                arguments(PLAN, new Fait.PlanConfirme(), Refus.PLAN_DEJA_CONFIRME),
                arguments(PLAN, DIE, Refus.SEANCE_NON_OUVERTE),
                arguments(
                        PLAN,
                        new Fait.PresenceInscrite(" ", QualiteDePresence.CO_PRESIDENT, true),
                        Refus.NOM_MAL_FORME),
                arguments(
                        PLAN,
                        new Fait.PresenceInscrite("x".repeat(101), QualiteDePresence.AUTRE, true),
                        Refus.NOM_MAL_FORME),
                arguments(
                        PLAN,
                        new Fait.PresenceInscrite("M. Amrani", QualiteDePresence.ELU_D_OPPOSITION, false),
                        Refus.ABSENT_NON_CO_PRESIDENT),
                arguments(PEOPLE, DELCOURT, Refus.DEJA_INSCRIT),
                arguments(PEOPLE, new Fait.PresenceRetiree(99), Refus.PRESENCE_INCONNUE),
                arguments(plus(PLAN, AMRANI), OPEN, Refus.CO_PRESIDENT_MANQUANT),
                arguments(plus(PLAN, AMRANI, ABSENT), OPEN, Refus.CO_PRESIDENT_MANQUANT),
                arguments(plus(PLAN, DELCOURT), OPEN, Refus.OPPOSITION_MANQUANTE),
                arguments(PEOPLE, new Fait.SeanceOuverteAvecCompte(29, Optional.empty()), Refus.LANCERS_MAL_FORMES),
                arguments(PEOPLE, new Fait.SeanceOuverteAvecCompte(61, Optional.empty()), Refus.LANCERS_MAL_FORMES),
                arguments(LIST, new Fait.Arrivee(4), Refus.PLAN_NON_CONFIRME),
                arguments(PEOPLE, new Fait.Arrivee(99), Refus.PRESENCE_INCONNUE),
                arguments(PEOPLE, new Fait.Arrivee(4), Refus.DEJA_LA),
                arguments(PEOPLE, new Fait.Depart(6), Refus.DEJA_PARTI),
                arguments(plus(PEOPLE, new Fait.Depart(4)), OPEN, Refus.CO_PRESIDENT_MANQUANT),
                arguments(plus(PEOPLE, new Fait.Depart(5)), OPEN, Refus.OPPOSITION_MANQUANTE),
                arguments(plus(SESSION, new Fait.Depart(4)), DIE, Refus.LANCEUR_ABSENT),
                arguments(CLOSED, new Fait.Arrivee(6), Refus.PROCES_VERBAL_CLOS),
                arguments(SESSION, OPEN, Refus.SEANCE_OUVERTE),
                arguments(SESSION, new Fait.PresenceRetiree(4), Refus.SEANCE_OUVERTE),
                arguments(SESSION, new Fait.DeLance(10, 4), Refus.CHIFFRE_MAL_FORME),
                arguments(SESSION, new Fait.DeLance(7, 6), Refus.LANCEUR_ABSENT),
                arguments(SESSION, new Fait.DeLance(7, 99), Refus.LANCEUR_ABSENT),
                arguments(SESSION, new Fait.DeRetire(), Refus.DES_MANQUANTS),
                arguments(ONE_DIE, new Fait.ArretAnnule("Trop tard"), Refus.DES_ENTRES),
                arguments(ONE_DIE, new Fait.LectureChoisie(Lecture.SIEGE_RESERVE), Refus.DES_ENTRES),
                arguments(ONE_DIE, new Fait.DeCorrige(2, 1), Refus.CHIFFRE_MAL_FORME),
                arguments(ONE_DIE, new Fait.DeCorrige(0, 1), Refus.CHIFFRE_MAL_FORME),
                arguments(ONE_DIE, new Fait.DeCorrige(1, 7), Refus.CHIFFRE_INCHANGE),
                arguments(
                        ONE_DIE,
                        new Fait.Desistement(new IdDeListe("000000000Z"), Cause.ERREUR_CONSTATEE),
                        Refus.NUMERO_INCONNU),
                arguments(plus(ONE_DIE, WITHDRAWN), WITHDRAWN, Refus.DEJA_NOTE),
                arguments(DICE_29, SEED, Refus.DES_MANQUANTS),
                arguments(DICE, new Fait.DrandSaisi(Faits.PROOF), Refus.DRAND_NON_ANNONCE),
                arguments(DICE_AND_DRAND, SEED, Refus.DRAND_MANQUANT),
                arguments(plus(DICE_AND_DRAND, new Fait.DrandSaisi(Faits.PROOF)), DIE, Refus.DRAND_DEJA_SAISI),
                arguments(
                        plus(DICE_AND_DRAND, new Fait.DrandSaisi(Faits.PROOF)),
                        new Fait.DeRetire(),
                        Refus.DRAND_DEJA_SAISI),
                arguments(plus(plus(PEOPLE, OPEN_FORMERLY), dice(200)), DIE, Refus.TROP_DE_DES),
                arguments(DICE, DRAWN, Refus.GRAINE_NON_CONFIRMEE),
                arguments(SEEDED, DIE, Refus.GRAINE_DEJA_CONFIRMEE),
                arguments(SEEDED, new Fait.DeCorrige(1, 1), Refus.GRAINE_DEJA_CONFIRMEE),
                arguments(SEEDED, new Fait.DeRetire(), Refus.GRAINE_DEJA_CONFIRMEE),
                arguments(SEEDED, SEED, Refus.GRAINE_DEJA_CONFIRMEE),
                arguments(SEEDED, new Fait.ArretAnnule("Un autre essai"), Refus.DES_ENTRES),
                arguments(SEEDED, new Fait.Proclame(), Refus.PAS_ENCORE_TIRE),
                arguments(SEEDED, new Fait.SiegesReveles(1), Refus.PAS_ENCORE_TIRE),
                arguments(DRAW, DRAWN, Refus.DEJA_TIRE),
                arguments(DRAW, new Fait.SiegesReveles(0), Refus.DEJA_REVELE),
                arguments(DRAW, new Fait.Clos(), Refus.PAS_ENCORE_PROCLAME),
                arguments(SAID, new Fait.Proclame(), Refus.DEJA_PROCLAME),
                arguments(SAID, new Fait.Mention(Genre.REMARQUE, " "), Refus.TEXTE_MAL_FORME),
                arguments(SAID, new Fait.Mention(Genre.REMARQUE, "x".repeat(2001)), Refus.TEXTE_MAL_FORME),
                arguments(CLOSED, new Fait.Mention(Genre.REMARQUE, "Trop tard"), Refus.PROCES_VERBAL_CLOS),
                arguments(CLOSED, WITHDRAWN, Refus.PROCES_VERBAL_CLOS),
                arguments(CLOSED, new Fait.Clos(), Refus.PROCES_VERBAL_CLOS));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_may_not_follow_is_refused_and_says_why(List<Fait> before, Fait fait, Refus expected) {
        var etat = after(before);
        assertThat(Deroulement.suite(etat, fait, Faits.acte(etat.version())))
                .isEqualTo(new Deroulement.Refusee(expected));
    }

    @Test
    void a_round_of_drand_is_announced_while_nobody_knows_it_and_entered_once_it_is_published() {
        var late = new Tirage.Acte(new Identifiant("claire.d"), Faits.ROUND.publieLe());
        assertThat(Deroulement.suite(after(PEOPLE), OPEN_WITH_DRAND, late))
                .isEqualTo(new Deroulement.Refusee(Refus.DRAND_DEJA_PUBLIE));
        assertThat(Deroulement.suite(after(DICE_AND_DRAND), new Fait.DrandSaisi(Faits.PROOF), Faits.acte(0)))
                .isEqualTo(new Deroulement.Refusee(Refus.DRAND_PAS_ENCORE_PUBLIE));
    }

    @Test
    void a_correction_keeps_what_was_there_and_who_threw_it() {
        var etat = after(plus(ONE_DIE, new Fait.DeCorrige(1, 3), new Fait.DeRetire(), new Fait.DeLance(5, 5)));
        assertThat(etat.cahier().corrections())
                .extracting(Cahier.Correction::position, Cahier.Correction::avant, Cahier.Correction::apres)
                .containsExactly(tuple(1, 7, Optional.of(3)), tuple(1, 3, Optional.empty()));
        assertThat(etat.tirage().orElseThrow()).isInstanceOfSatisfying(Tirage.DesEnCours.class, des -> {
            assertThat(des.chiffres()).isEqualTo("5");
            assertThat(des.lancers().getFirst().lanceur()).isEqualTo(5);
        });
    }

    @Test
    void an_annulled_freeze_stays_in_the_book_of_the_next_and_its_people_do_not() {
        var etat = after(plus(SESSION, new Fait.ArretAnnule("Un retrait"), Faits.frozen(Faits.otherList())));
        assertThat(etat.cahier().annules()).singleElement().satisfies(annule -> {
            assertThat(annule.motif()).isEqualTo("Un retrait");
            assertThat(annule.liste()).isEqualTo(Faits.frozen().liste().empreinte());
        });
        assertThat(etat.cahier().presences()).isEmpty();
        assertThat(etat.tirage().orElseThrow()).isInstanceOf(Tirage.ListeArretee.class);
    }

    @Test
    void a_remark_moves_the_version_and_not_the_step_that_confirmations_rest_on() {
        var before = after(DICE);
        var remarked = after(plus(DICE, new Fait.Mention(Genre.REMARQUE, "On n’entend pas au fond.")));
        assertThat(remarked.version()).isEqualTo(before.version() + 1);
        assertThat(remarked.pas()).isEqualTo(before.pas());
    }

    @Test
    void whatever_people_try_the_course_never_goes_back_and_the_seed_never_changes() {
        long seed = 20270613;
        var random = new Random(seed);
        for (int walk = 0; walk < 40; walk++) {
            var tried = new Walk(random);
            for (int step = 0; step < 400; step++) {
                tried.step("seed " + seed + ", walk " + walk + ", step " + step);
            }
        }
    }

    /** People who try anything, the next step of the course more often than not. */
    private static final class Walk {
        private final Random random;
        private EtatDuTirage etat = EtatDuTirage.avant(ID);

        Walk(Random random) {
            this.random = random;
        }

        void step(String where) {
            var acte = Faits.acte(etat.version());
            Fait fait = random.nextInt(3) == 0 ? anything() : likely();
            var suite = Deroulement.suite(etat, fait, acte);
            assertThat(Deroulement.suite(etat, fait, acte)).as(where).isEqualTo(suite);
            if (suite instanceof Deroulement.Permise(var next)) {
                check(where + ", " + fait, etat, next, fait);
                etat = next;
            }
        }

        private static void check(String where, EtatDuTirage before, EtatDuTirage after, Fait fait) {
            assertThat(after.version()).as(where).isEqualTo(before.version() + 1);
            assertThat(after.pas()).as(where).isIn(before.pas(), after.version());
            boolean annulled = fait instanceof Fait.ArretAnnule;
            if (!annulled) {
                assertThat(rank(after)).as(where).isGreaterThanOrEqualTo(rank(before));
                before.tirage()
                        .ifPresent(t -> assertThat(after.tirage().orElseThrow().arret())
                                .as(where)
                                .isEqualTo(t.arret()));
            } else {
                assertThat(rank(before)).as(where).isLessThan(5);
            }
            if (rank(before) >= 3 && !annulled) {
                assertThat(after.tirage().orElseThrow().lectureRetenue())
                        .as(where)
                        .isEqualTo(before.tirage().orElseThrow().lectureRetenue());
            }
            if (rank(before) >= 6) {
                assertThat(graine(after)).as(where).isEqualTo(graine(before));
            }
            if (rank(after) >= 4) {
                assertThat(after.cahier().presences())
                        .as(where)
                        .filteredOn(Cahier.Presence::estVenue)
                        .extracting(Cahier.Presence::qualite)
                        .contains(QualiteDePresence.CO_PRESIDENT, QualiteDePresence.ELU_D_OPPOSITION);
            }
            assertThat(after.cahier().mentions())
                    .as(where)
                    .containsAll(before.cahier().mentions());
            assertThat(after.cahier().corrections())
                    .as(where)
                    .containsAll(before.cahier().corrections());
            assertThat(after.cahier().annules())
                    .as(where)
                    .containsAll(before.cahier().annules());
            assertThat(rank(before)).as(where + " after the end").isLessThan(9);
        }

        private Fait likely() {
            return switch (rank(etat)) {
                case 0 ->
                    Faits.frozen(
                            random.nextBoolean()
                                    ? Faits.otherList()
                                    : Faits.frozen().liste());
                case 1 -> new Fait.LectureChoisie(List.of(Lecture.values()).get(random.nextInt(2)));
                case 2 -> new Fait.PlanConfirme();
                case 3 ->
                    etat.cahier().present(QualiteDePresence.CO_PRESIDENT)
                            ? etat.cahier().present(QualiteDePresence.ELU_D_OPPOSITION) ? OPEN : AMRANI
                            : DELCOURT;
                case 4, 5 ->
                    etat.tirage().orElseThrow() instanceof Tirage.DesEnCours des && des.complets()
                            ? SEED
                            : new Fait.DeLance(
                                    random.nextInt(10),
                                    etat.cahier().presences().getFirst().numero());
                case 6 -> DRAWN;
                case 7 -> new Fait.Proclame();
                default -> random.nextInt(20) == 0 ? new Fait.Clos() : new Fait.Mention(Genre.INCIDENT, "Bruit");
            };
        }

        private Fait anything() {
            var all = random.nextBoolean() ? Faits.wholeCeremony() : Faits.announcedCeremony();
            return random.nextInt(4) == 0
                    ? new Fait.DeCorrige(random.nextInt(40), random.nextInt(12) - 1)
                    : all.get(random.nextInt(all.size()));
        }

        private static Optional<String> graine(EtatDuTirage etat) {
            return switch (etat.tirage().orElseThrow()) {
                case Tirage.GraineConfirmee confirmee ->
                    Optional.of(confirmee.graine().texte());
                case Tirage.ResultatConnu connu -> Optional.of(connu.graine().texte());
                case Tirage.AvantLesDes _, Tirage.DesEnCours _, Tirage.DrandSaisi _ -> Optional.empty();
            };
        }

        private static int rank(EtatDuTirage etat) {
            return etat.tirage()
                    .map(tirage -> switch (tirage) {
                        case Tirage.ListeArretee _ -> 1;
                        case Tirage.LectureChoisie _ -> 2;
                        case Tirage.PlanConfirme _ -> 3;
                        case Tirage.SeanceOuverte _ -> 4;
                        case Tirage.DesEnCours _, Tirage.DrandSaisi _ -> 5;
                        case Tirage.GraineConfirmee _ -> 6;
                        case Tirage.Tire _ -> 7;
                        case Tirage.Proclame _ -> 8;
                        case Tirage.Clos _ -> 9;
                    })
                    .orElse(0);
        }
    }

    private static EtatDuTirage after(List<Fait> faits) {
        var etat = EtatDuTirage.avant(ID);
        for (Fait fait : faits) {
            etat = Faits.after(etat, fait, Faits.acte(etat.version()));
        }
        return etat;
    }

    private static List<Fait> plus(List<Fait> before, Fait... others) {
        var all = new ArrayList<>(before);
        all.addAll(List.of(others));
        return List.copyOf(all);
    }

    private static Fait[] dice(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> new Fait.DeLance(i % 10, i % 2 + 4))
                .toArray(Fait[]::new);
    }
}
