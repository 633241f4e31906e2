package fr.roubaix.cln.hub.tirage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.domaine.tirage.AnnonceDrand;
import fr.roubaix.cln.hub.security.DeuxVoix;
import fr.roubaix.cln.hub.tirage.Cahier.Mention.Genre;

/** Dice and the round of drand: what is typed wrong, what is mended, and until when. */
class CeremonieDesTest extends CeremonyOnBothDatabases {

    @Test
    void a_throw_that_is_no_digit_writes_nothing() {
        upToTheSession(Optional.empty());
        int version = version();
        for (String typed : List.of("", "x", "12", "\uFF17", "\u0667", "7 ", "-1", "¹")) {
            assertThat(act().lancer(id, pas(), typed, thrower()))
                    .as("« " + typed + " »")
                    .contains(Refus.CHIFFRE_MAL_FORME);
        }
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void a_confirmation_falls_when_a_digit_moves_and_holds_when_somebody_remarks() {
        upToTheSession(Optional.empty());
        dice(30);
        assertThat(act().proposerLaGraine(id, pas())).isEmpty();
        as("opposition", "OBSERVATEUR");
        assertThat(act().porter(id, Genre.REMARQUE, "On n’entend pas au fond.")).isEmpty();
        as("claire.d", "TIRAGE");
        assertThat(act().corriger(id, pas(), 3, "9")).isEmpty();
        assertThat(confirm()).isEqualTo(DeuxVoix.Refus.ETAT_CHANGE);
        assertThat(act().proposerLaGraine(id, pas())).isEmpty();
        as("opposition", "OBSERVATEUR");
        assertThat(act().porter(id, Genre.REMARQUE, "On entend mieux.")).isEmpty();
        assertThat(confirm()).isInstanceOf(DeuxVoix.Issue.Faite.class);
        assertThat(act().corriger(id, pas(), 3, "1")).contains(Refus.GRAINE_DEJA_CONFIRMEE);
        assertThat(act().lancer(id, pas(), "1", thrower())).contains(Refus.GRAINE_DEJA_CONFIRMEE);
        assertThat(state().cahier().corrections()).singleElement().satisfies(c -> {
            assertThat(c.position()).isEqualTo(3);
            assertThat(c.apres()).contains(9);
            assertThat(c.acte().par().valeur()).isEqualTo("claire.d");
        });
    }

    @Test
    void a_round_of_drand_is_checked_before_it_enters_the_seed() {
        upToTheSession(Optional.of(Faits.ROUND));
        dice(29);
        String round = Long.toString(Faits.ROUND.tour());
        assertThat(act().saisirDrand(id, pas(), round, Faits.PROOF.alea(), Faits.SIGNATURE))
                .contains(Refus.DES_MANQUANTS);
        dice(1);
        assertThat(act().saisirDrand(id, pas(), round, Faits.PROOF.alea(), Faits.SIGNATURE))
                .contains(Refus.DRAND_PAS_ENCORE_PUBLIE);
        clock().set(Faits.ROUND.publieLe());
        assertThat(act().saisirDrand(id, pas(), "1", Faits.PROOF.alea(), Faits.SIGNATURE))
                .contains(Refus.DRAND_AUTRE_TOUR);
        assertThat(act().saisirDrand(id, pas(), round, "f".repeat(64), Faits.SIGNATURE))
                .contains(Refus.DRAND_ALEA_AUTRE_QUE_SIGNATURE);
        assertThat(act().saisirDrand(id, pas(), round, "f".repeat(63), Faits.SIGNATURE))
                .contains(Refus.DRAND_ALEA_MAL_FORME);
        assertThat(act().saisirDrand(id, pas(), round, Faits.PROOF.alea(), "ab".repeat(48)))
                .contains(Refus.DRAND_SIGNATURE_MAL_FORMEE);
        assertThat(act().proposerLaGraine(id, pas())).contains(Refus.DRAND_MANQUANT);
        assertThat(act().saisirDrand(id, pas(), round, Faits.PROOF.alea().toUpperCase(Locale.ROOT), Faits.SIGNATURE))
                .isEmpty();
        assertThat(act().proposerLaGraine(id, pas())).isEmpty();
        assertThat(confirm()).isInstanceOf(DeuxVoix.Issue.Faite.class);
        assertThat(state().tirage().orElseThrow())
                .isInstanceOfSatisfying(
                        Tirage.GraineConfirmee.class,
                        graine -> assertThat(graine.graine().texte())
                                .endsWith("|drand=" + round + ":" + Faits.PROOF.alea()));
    }

    @Test
    void a_round_that_is_published_already_cannot_be_announced_not_even_between_the_two_voices() {
        upToThePeople();
        assertThat(act().proposerLOuverture(id, pas(), 30, Optional.of(Faits.ROUND)))
                .isEmpty();
        clock().set(Faits.ROUND.publieLe());
        assertThat(confirm()).isEqualTo(DeuxVoix.Refus.ETAT_CHANGE);
        assertThat(act().proposerLOuverture(id, pas(), 30, Optional.of(Faits.ROUND)))
                .contains(Refus.DRAND_DEJA_PUBLIE);
    }

    @Test
    void thirty_digits_are_needed_and_twenty_nine_say_how_many_are_missing() {
        upToTheSession(Optional.empty());
        dice(29);
        assertThat(act().proposerLaGraine(id, pas())).contains(Refus.DES_MANQUANTS);
        assertThat(voices().enAttente()).isEmpty();
        dice(1);
        both(act().proposerLaGraine(id, pas()));
    }

    @Test
    void a_proposal_that_a_correction_overtook_makes_way_for_the_next_whoever_makes_it() {
        upToTheSession(Optional.empty());
        dice(30);
        assertThat(act().proposerLaGraine(id, pas())).isEmpty();
        assertThat(act().proposerLaGraine(id, pas())).contains(Refus.ATTEND_UNE_SECONDE_VOIX);
        assertThat(act().corriger(id, pas(), 3, "9")).isEmpty();
        as("presidence", "PRESIDENCE");
        var overtaken = voices().enAttente().getFirst();
        assertThat(voices().confirmer(overtaken.numero(), overtaken.empreinte()))
                .isEqualTo(DeuxVoix.Refus.ETAT_CHANGE);
        as("bruno.t", "TIRAGE");
        assertThat(act().proposerLaGraine(id, pas())).isEmpty();
        as("presidence", "PRESIDENCE");
        assertThat(voices().confirmer(overtaken.numero(), overtaken.empreinte()))
                .isEqualTo(DeuxVoix.Refus.EXPIRE);
        assertThat(voices().enAttente())
                .singleElement()
                .satisfies(
                        waiting -> assertThat(waiting.premiere().par().valeur()).isEqualTo("bruno.t"));
        assertThat(confirm()).isInstanceOf(DeuxVoix.Issue.Faite.class);
    }

    @Test
    void the_number_of_throws_is_chosen_by_two_voices_and_holds_for_the_room_too() {
        upToThePeople();
        for (int wrong : List.of(-1, 0, 29, 61, 200)) {
            assertThat(act().proposerLOuverture(id, pas(), wrong, Optional.empty()))
                    .contains(Refus.LANCERS_MAL_FORMES);
        }
        assertThat(act().proposerLOuverture(id, pas(), 31, Optional.empty())).isEmpty();
        assertThat(voices().enAttente().getFirst().texte())
                .contains("Nombre de lancers annoncé : 31, ni plus ni moins.");
        assertThat(confirm()).isInstanceOf(DeuxVoix.Issue.Faite.class);
        dice(30);
        assertThat(act().proposerLaGraine(id, pas())).contains(Refus.DES_MANQUANTS);
        dice(1);
        assertThat(act().lancer(id, pas(), "7", thrower())).contains(Refus.LANCERS_TOUS_ENTRES);
        assertThat(room().seance().flatMap(Tirage.SeanceOuverte::lancers)).contains(31);
        assertThat(room().chiffres()).hasSize(31);
        both(act().proposerLaGraine(id, pas()));
    }

    @Test
    void from_the_instant_of_the_round_on_no_digit_moves_by_the_clock_of_the_act() {
        upToTheSession(Optional.of(Faits.ROUND));
        dice(29);
        clock().set(Faits.ROUND.publieLe().minusMillis(1));
        assertThat(act().corriger(id, pas(), 3, "9")).isEmpty();
        clock().set(Faits.ROUND.publieLe());
        int version = version();
        assertThat(act().lancer(id, pas(), "7", thrower())).contains(Refus.TOUR_A_REMPLACER);
        assertThat(act().corriger(id, pas(), 3, "1")).contains(Refus.TOUR_A_REMPLACER);
        assertThat(act().retirerLeDernier(id, pas())).contains(Refus.TOUR_A_REMPLACER);
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void another_round_is_announced_by_two_voices_with_a_reason_that_names_nobody() {
        upToTheSession(Optional.of(Faits.ROUND));
        dice(12);
        clock().set(Faits.ROUND.publieLe());
        assertThat(act().proposerUnAutreTour(id, pas(), Faits.LATER, " ")).contains(Refus.MOTIF_MANQUANT);
        assertThat(act().proposerUnAutreTour(id, pas(), Faits.LATER, "Camille Nom est en retard"))
                .contains(Refus.NOM_DE_CANDIDAT);
        assertThat(act().proposerUnAutreTour(id, pas(), Faits.ROUND, "Un dé a roulé"))
                .contains(Refus.DRAND_DEJA_PUBLIE);
        assertThat(act().proposerUnAutreTour(id, pas(), Faits.LATER, "Un dé a roulé"))
                .isEmpty();
        assertThat(voices().enAttente().getFirst().texte())
                .contains(
                        "Nouveau tour : réseau default, tour " + Faits.LATER.tour(),
                        "Tour abandonné : réseau default, tour " + Faits.ROUND.tour(),
                        "12 sur 30",
                        "Motif, écrit au procès-verbal : Un dé a roulé");
        clock().set(Faits.LATER.publieLe());
        assertThat(confirm()).isEqualTo(DeuxVoix.Refus.ETAT_CHANGE);
        var evenLater = new AnnonceDrand(Faits.LATER.chaine(), Faits.LATER.tour() + 20);
        both(act().proposerUnAutreTour(id, pas(), evenLater, "La présidence relisait"));
        assertThat(lastAct()).startsWith("DRAND_REMPLACE appel 2027");
        assertThat(room().seance().orElseThrow().remplaces()).singleElement().satisfies(tour -> {
            assertThat(tour.avant()).isEqualTo(Faits.ROUND);
            assertThat(tour.apres()).isEqualTo(evenLater);
            assertThat(tour.acte().confirmePar()).isPresent();
        });
        dice(18);
        assertThat(act().proposerLaGraine(id, pas())).contains(Refus.DRAND_MANQUANT);
        clock().set(evenLater.publieLe());
        assertThat(act().corriger(id, pas(), 3, "9")).contains(Refus.DES_FIGES);
        assertThat(act().proposerUnAutreTour(
                                id, pas(), new AnnonceDrand(evenLater.chaine(), evenLater.tour() + 9), "Non"))
                .contains(Refus.DES_FIGES);
        assertThat(act().saisirDrand(id, pas(), Long.toString(evenLater.tour()), Faits.PROOF.alea(), Faits.SIGNATURE))
                .isEmpty();
        both(act().proposerLaGraine(id, pas()));
    }
}
