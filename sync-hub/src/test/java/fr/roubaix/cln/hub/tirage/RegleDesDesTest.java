package fr.roubaix.cln.hub.tirage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.tirage.AnnonceDrand;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.PreuveDrand;
import fr.roubaix.cln.hub.security.Identifiant;

/** Nobody stops throwing when the result suits them, and nobody moves a digit knowing the round of drand. */
class RegleDesDesTest {

    private static final int THROWER = 4;
    private static final Instant KNOWN = Faits.ROUND.publieLe();
    private static final Instant BEFORE = KNOWN.minusMillis(1);

    private Instant now = Faits.START;
    private EtatDuTirage state = EtatDuTirage.avant(new CeremonieId.Publique(new AppelId("2027")));

    @ParameterizedTest
    @ValueSource(ints = {30, 31, 45, 60})
    void as_many_throws_as_were_announced_and_not_one_more_nor_one_fewer(int announced) {
        open(announced, Optional.empty());
        dice(announced - 1);
        assertThat(refused(new Fait.GraineConfirmee())).contains(Refus.DES_MANQUANTS);
        dice(1);
        assertThat(refused(new Fait.DeLance(7, THROWER))).contains(Refus.LANCERS_TOUS_ENTRES);
        done(new Fait.DeRetire());
        assertThat(refused(new Fait.GraineConfirmee())).contains(Refus.DES_MANQUANTS);
        dice(1);
        done(new Fait.GraineConfirmee());
        assertThat(state.tirage().orElseThrow())
                .isInstanceOfSatisfying(
                        Tirage.GraineConfirmee.class,
                        seed -> assertThat(seed.graine().des().chiffres()).hasSize(announced));
    }

    @Test
    void an_annulled_session_is_opened_again_with_another_number() {
        open(30, Optional.of(Faits.ROUND));
        replaced(Faits.LATER, "Le réseau est coupé.");
        done(new Fait.ArretAnnule("Une erreur de secteur"));
        open(40, Optional.of(Faits.ROUND));
        assertThat(seance().attendus()).isEqualTo(40);
        assertThat(seance().remplaces()).isEmpty();
        assertThat(seance().premierTour()).contains(Faits.ROUND);
    }

    @Test
    void a_digit_moves_until_the_instant_of_the_round_and_not_from_then_on() {
        open(30, Optional.of(Faits.ROUND));
        dice(29);
        now = BEFORE;
        done(new Fait.DeCorrige(3, 9));
        done(new Fait.DeRetire());
        dice(1);
        now = KNOWN;
        assertThat(refused(new Fait.DeLance(7, THROWER))).contains(Refus.TOUR_A_REMPLACER);
        assertThat(refused(new Fait.DeCorrige(3, 1))).contains(Refus.TOUR_A_REMPLACER);
        assertThat(refused(new Fait.DeRetire())).contains(Refus.TOUR_A_REMPLACER);
        assertThat(refused(new Fait.DrandSaisi(Faits.PROOF))).contains(Refus.DES_MANQUANTS);
    }

    @Test
    void complete_dice_stand_with_the_round_that_was_announced() {
        open(30, Optional.of(Faits.ROUND));
        dice(30);
        now = KNOWN;
        assertThat(refused(new Fait.DeLance(7, THROWER))).contains(Refus.DES_FIGES);
        assertThat(refused(new Fait.DeCorrige(3, 9))).contains(Refus.DES_FIGES);
        assertThat(refused(new Fait.DeRetire())).contains(Refus.DES_FIGES);
        assertThat(refused(new Fait.DrandRemplace(Faits.LATER, "Il ne nous va pas.")))
                .contains(Refus.DES_FIGES);
        done(new Fait.Mention(Cahier.Mention.Genre.INCIDENT, "Le troisième chiffre était un 9."));
        done(new Fait.DrandSaisi(Faits.PROOF));
        assertThat(refused(new Fait.DeCorrige(3, 9))).contains(Refus.DES_FIGES);
        assertThat(refused(new Fait.DrandRemplace(Faits.LATER, "Il ne nous va pas.")))
                .contains(Refus.DRAND_DEJA_SAISI);
        done(new Fait.GraineConfirmee());
    }

    @Test
    void incomplete_dice_go_on_with_a_later_round_as_often_as_it_takes() {
        open(30, Optional.of(Faits.ROUND));
        dice(10);
        AnnonceDrand current = Faits.ROUND;
        for (int i = 1; i <= 4; i++) {
            now = current.publieLe();
            assertThat(refused(new Fait.DeLance(7, THROWER))).contains(Refus.TOUR_A_REMPLACER);
            assertThat(refused(new Fait.DrandRemplace(current, "Trop court"))).contains(Refus.DRAND_DEJA_PUBLIE);
            var later = new AnnonceDrand(current.chaine(), current.tour() + 1);
            replaced(later, "Trop court, " + i);
            dice(5);
            current = later;
        }
        now = current.publieLe();
        var proof = new PreuveDrand(current, Faits.PROOF.alea(), Faits.SIGNATURE);
        assertThat(refused(new Fait.DrandSaisi(Faits.PROOF))).contains(Refus.DRAND_AUTRE_TOUR);
        done(new Fait.DrandSaisi(proof));
        done(new Fait.GraineConfirmee());
        assertThat(seance().remplaces())
                .extracting(Tirage.TourRemplace::motif)
                .containsExactly("Trop court, 1", "Trop court, 2", "Trop court, 3", "Trop court, 4");
        assertThat(seance().premierTour()).contains(Faits.ROUND);
        assertThat(seance().drand()).contains(current);
    }

    @Test
    void a_round_that_nobody_knows_may_make_way_for_another_so_that_a_slip_of_the_keyboard_blocks_nothing() {
        open(30, Optional.of(new AnnonceDrand(Faits.ROUND.chaine(), AnnonceDrand.TOUR_MAXIMAL)));
        dice(30);
        replaced(Faits.ROUND, "Un chiffre de trop dans le numéro du tour");
        assertThat(seance().drand()).contains(Faits.ROUND);
        assertThat(refused(new Fait.DrandRemplace(Faits.ROUND, "Le même"))).contains(Refus.DRAND_MEME_TOUR);
        assertThat(refused(new Fait.DrandRemplace(Faits.LATER, " "))).contains(Refus.MOTIF_MANQUANT);
        assertThat(refused(new Fait.DrandRemplace(Faits.LATER, "Un signe\u0001 caché")))
                .contains(Refus.TEXTE_MAL_FORME);
    }

    @Test
    void no_round_is_announced_once_the_dice_have_begun_without_one() {
        open(30, Optional.empty());
        assertThat(refused(new Fait.DrandRemplace(Faits.LATER, "Pour plus de hasard")))
                .contains(Refus.DRAND_NON_ANNONCE);
        dice(1);
        assertThat(refused(new Fait.DrandRemplace(Faits.LATER, "Pour plus de hasard")))
                .contains(Refus.DRAND_NON_ANNONCE);
    }

    @Test
    void a_session_of_an_earlier_version_is_read_under_the_rule_of_its_time() {
        people();
        done(new Fait.SeanceOuverte(Optional.of(Faits.ROUND)));
        dice(20);
        now = KNOWN;
        dice(13);
        done(new Fait.DeRetire());
        done(new Fait.DeCorrige(3, 9));
        done(new Fait.DrandSaisi(Faits.PROOF));
        done(new Fait.DeCorrige(4, 8));
        done(new Fait.GraineConfirmee());
        assertThat(seance().lancers()).isEmpty();
    }

    private Tirage.SeanceOuverte seance() {
        return switch (state.tirage().orElseThrow()) {
            case Tirage.SeanceOuverte seance -> seance;
            case Tirage.AvecDes des -> des.seance();
            case Tirage.ListeArretee _, Tirage.LectureChoisie _, Tirage.PlanConfirme _ ->
                throw new AssertionError("no session is open");
        };
    }

    private void people() {
        List.of(
                        Faits.frozen(),
                        new Fait.LectureChoisie(Lecture.PRIORITE_ABSOLUE),
                        new Fait.PlanConfirme(),
                        new Fait.PresenceInscrite("Mme Delcourt", QualiteDePresence.CO_PRESIDENT, true),
                        new Fait.PresenceInscrite("M. Amrani", QualiteDePresence.ELU_D_OPPOSITION, true))
                .forEach(this::done);
    }

    private void open(int announced, Optional<AnnonceDrand> round) {
        people();
        done(new Fait.SeanceOuverteAvecCompte(announced, round));
    }

    private void dice(int many) {
        int thrower = state.cahier().presents().getFirst().numero();
        for (int i = 0; i < many; i++) {
            done(new Fait.DeLance(i % 10, thrower));
        }
    }

    private void replaced(AnnonceDrand round, String why) {
        done(new Fait.DrandRemplace(round, why));
    }

    private void done(Fait fait) {
        state = Faits.after(state, fait, acte());
    }

    private Optional<Refus> refused(Fait fait) {
        return switch (Deroulement.suite(state, fait, acte())) {
            case Deroulement.Refusee(var refus) -> Optional.of(refus);
            case Deroulement.Permise _ -> Optional.empty();
        };
    }

    private Tirage.Acte acte() {
        return new Tirage.Acte(new Identifiant("claire.d"), now);
    }
}
