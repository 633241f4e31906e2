package fr.roubaix.cln.hub.tirage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.hub.security.DeuxVoix;
import fr.roubaix.cln.hub.tirage.Cahier.Desistement.Cause;
import fr.roubaix.cln.hub.tirage.Cahier.Mention.Genre;
import fr.roubaix.cln.sync.SigningKey;

/** The steps of a ceremony: who may do them, what holds them back, what a withdrawal changes, and every act whole or not at all. */
class CeremonieEtapesTest extends CeremonyOnBothDatabases {

    @Test
    void a_withdrawal_annuls_the_freeze_before_the_first_die_and_is_a_refusal_after() {
        upToTheSession(Optional.empty());
        IdDeListe somebody = state().tirage()
                .orElseThrow()
                .arret()
                .liste()
                .lignes()
                .getFirst()
                .id();
        assertThat(act().noterLeDesistement(id, somebody, Cause.RETRAIT_DE_LA_PERSONNE))
                .contains(Refus.ANNULER_PLUTOT);
        var list = hub.getBean(ArretDeLaListe.class);
        assertThat(list.proposerLAnnulation(id, pas(), " ")).contains(Refus.MOTIF_MANQUANT);
        assertThat(list.proposerLAnnulation(id, pas(), "Une personne se retire"))
                .isEmpty();
        assertThat(confirm()).isInstanceOf(DeuxVoix.Issue.Faite.class);
        assertThat(frozen()).isFalse();
        assertThat(state().tirage()).isEmpty();
        upToTheSession(Optional.empty());
        assertThat(state().cahier().annules()).singleElement().satisfies(annule -> {
            assertThat(annule.motif()).isEqualTo("Une personne se retire");
            assertThat(annule.annulation().confirmePar()).isPresent();
        });
        dice(1);
        assertThat(list.proposerLAnnulation(id, pas(), "Une autre se retire")).contains(Refus.DES_ENTRES);
        var before = state().tirage().orElseThrow().arret();
        assertThat(act().noterLeDesistement(id, somebody, Cause.RETRAIT_DE_LA_PERSONNE))
                .isEmpty();
        assertThat(state().tirage().orElseThrow().arret()).isEqualTo(before);
        assertThat(lastAct()).startsWith("DESISTEMENT_NOTE appel 2027");
    }

    @Test
    void renewed_members_hold_their_seats_and_a_fifth_in_a_sector_is_refused_with_its_line() {
        var members = hub.getBean(InscriptionDesReconduits.class);
        assertThat(members.inscrire(
                        APPEL,
                        "secteur;sexe;classe\nNord;F;26-64\nNord;F;65+\nNORD;H;16-25\nnord;h;26-64\n\nNord;F;26-64"))
                .isEqualTo(
                        new InscriptionDesReconduits.Issue.LigneRefusee(7, LignesDeReconduits.Defaut.PLUS_DE_QUATRE));
        assertThat(members.inscrire(APPEL, "Nord;F;26-64\nLille;F;65+"))
                .isEqualTo(new InscriptionDesReconduits.Issue.LigneRefusee(2, LignesDeReconduits.Defaut.SECTEUR));
        assertThat(members.inscrire(APPEL, "Nord;F;26-64\nSud;H;65+"))
                .isEqualTo(new InscriptionDesReconduits.Issue.Inscrits(2));
        assertThat(hub.getBean(Reconduits.class).de(APPEL)).hasSize(2);
        assertThat(hub.getBean(ArretDeLaListe.class).proposer(id)).isEmpty();
        assertThat(voices().enAttente().getFirst().texte())
                .contains(
                        "Membres reconduits, déjà assis : Nord une femme de 26-64 ans, Sud un homme de 65+ ans.",
                        "Candidatures reçues 40, recevables 40, irrecevables 0, retirées 0.",
                        "Sans préférence entre femmes et hommes : Centre 0");
        assertThat(confirm()).isInstanceOf(DeuxVoix.Issue.Faite.class);
        assertThat(state().tirage().orElseThrow().arret().liste().reconduits()).isEqualTo(2);
        assertThat(members.inscrire(APPEL, ""))
                .isEqualTo(new InscriptionDesReconduits.Issue.Refusee(Refus.DEJA_ARRETEE));
    }

    @Test
    void whoever_watches_may_remark_and_nothing_else_and_nobody_confirms_their_own_step() {
        upToThePeople();
        assertThat(act().proposerLOuverture(id, pas(), 30, Optional.empty())).isEmpty();
        as("claire.d", "TIRAGE", "PRESIDENCE");
        var waiting = voices().enAttente().getFirst();
        assertThat(voices().confirmer(waiting.numero(), waiting.empreinte())).isEqualTo(DeuxVoix.Refus.MEME_PERSONNE);
        for (String role : List.of("OBSERVATEUR", "PRESIDENCE")) {
            as("autre", role);
            assertThatThrownBy(() -> act().lancer(id, pas(), "1", thrower())).isInstanceOf(AccessDeniedException.class);
            assertThat(act().porter(id, Genre.REMARQUE, "Vu.")).isEmpty();
        }
        as("maud.v", "SECRETARIAT");
        assertThatThrownBy(() -> act().porter(id, Genre.REMARQUE, "Vu.")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatever_is_tried_an_act_is_done_whole_with_its_row_in_the_register_or_not_at_all() {
        long seed = 6_2027;
        var random = new Random(seed);
        id = rehearse();
        upToThePeople();
        for (int i = 0; i < 150; i++) {
            int version = version();
            long rows = rows();
            boolean done = act(random).isEmpty();
            String where = "seed " + seed + ", act " + i;
            assertThat(version()).as(where).isBetween(version, version + 1);
            assertThat(rows() > rows).as(where).isEqualTo(done);
            assertThat(version() > version && !done).as(where).isFalse();
        }
        assertThat(version()).as("seed " + seed).isGreaterThan(40);
    }

    @Test
    void a_list_is_not_frozen_while_a_kiosk_is_missing_not_even_between_the_two_voices() {
        var list = hub.getBean(ArretDeLaListe.class);
        assertThat(list.proposer(id)).isEmpty();
        var jdbc = hub.getBean(JdbcClient.class);
        jdbc.sql(
                        "INSERT INTO kiosk (number, mairie, name, public_key, enrolled_at) VALUES (1, 'NORD', 'Accueil', ?, 1)")
                .param(SigningKey.generate().verifyingKey().raw().base64url())
                .update();
        assertThat(confirm()).isEqualTo(DeuxVoix.Refus.ETAT_CHANGE);
        assertThat(list.proposer(id)).contains(Refus.COMPLETUDE_NON_PROUVEE);
        assertThat(frozen()).isFalse();
        assertThat(state().tirage()).isEmpty();
    }

    @Test
    void no_session_opens_without_a_co_president_and_an_elected_member_of_the_opposition() {
        both(hub.getBean(ArretDeLaListe.class).proposer(id));
        assertThat(act().choisir(id, pas(), Lecture.PRIORITE_ABSOLUE)).isEmpty();
        both(act().proposerLePlan(id, pas()));
        assertThat(act().inscrire(id, pas(), "M. Amrani", QualiteDePresence.ELU_D_OPPOSITION, true))
                .isEmpty();
        assertThat(act().proposerLOuverture(id, pas(), 30, Optional.empty())).contains(Refus.CO_PRESIDENT_MANQUANT);
        assertThat(act().inscrire(id, pas(), "Mme Delcourt", QualiteDePresence.CO_PRESIDENT, true))
                .isEmpty();
        assertThat(act().retirer(
                                id,
                                pas(),
                                state().cahier().presents().getFirst().numero()))
                .isEmpty();
        assertThat(act().proposerLOuverture(id, pas(), 30, Optional.empty())).contains(Refus.OPPOSITION_MANQUANTE);
        assertThat(act().lancer(id, pas(), "7", thrower())).contains(Refus.SEANCE_NON_OUVERTE);
    }

    @Test
    void a_co_president_who_comes_late_is_no_longer_absent_and_nobody_is_both() {
        upToThePeople();
        assertThat(act().inscrire(id, pas(), "M. Émile Vasseur", QualiteDePresence.CO_PRESIDENT, false))
                .isEmpty();
        assertThat(act().inscrire(id, pas(), "m. emile  vasseur", QualiteDePresence.CO_PRESIDENT, true))
                .contains(Refus.INSCRIT_ABSENT);
        assertThat(act().inscrire(id, pas(), "M. Emile Vasseur", QualiteDePresence.CO_PRESIDENT, false))
                .contains(Refus.DEJA_INSCRIT);
        assertThat(act().inscrire(id, pas(), "MME DELCOURT", QualiteDePresence.CO_PRESIDENT, false))
                .contains(Refus.INSCRIT_PRESENT);
        both(act().proposerLOuverture(id, pas(), 30, Optional.empty()));
        int late = state().cahier().absents().getFirst().numero();
        assertThat(act().lancer(id, pas(), "7", late)).contains(Refus.LANCEUR_ABSENT);
        assertThat(act().arriver(id, pas() - 1, late)).contains(Refus.L_ECRAN_A_CHANGE);
        assertThat(act().arriver(id, pas(), late)).isEmpty();
        assertThat(lastAct()).startsWith("ARRIVEE_AU_TIRAGE appel 2027");
        assertThat(state().cahier().absents()).isEmpty();
        assertThat(room().presents()).extracting(Cahier.Presence::nom).contains("M. Émile Vasseur");
        assertThat(act().lancer(id, pas(), "7", late)).isEmpty();
        assertThat(act().partir(id, pas(), late)).isEmpty();
        assertThat(lastAct()).startsWith("DEPART_DU_TIRAGE appel 2027");
        assertThat(act().partir(id, pas(), late)).contains(Refus.DEJA_PARTI);
        assertThat(act().lancer(id, pas(), "7", late)).contains(Refus.LANCEUR_ABSENT);
        assertThat(state().cahier().absents()).isEmpty();
        assertThat(room().chiffres()).hasSize(1);
        as("opposition", "OBSERVATEUR");
        assertThatThrownBy(() -> act().arriver(id, pas(), late)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void the_session_that_waits_for_its_second_voice_does_not_open_once_the_opposition_left() {
        upToThePeople();
        assertThat(act().proposerLOuverture(id, pas(), 30, Optional.empty())).isEmpty();
        int opposition = state().cahier().presents().getLast().numero();
        assertThat(act().partir(id, pas(), opposition)).isEmpty();
        assertThat(confirm()).isEqualTo(DeuxVoix.Refus.ETAT_CHANGE);
        assertThat(act().proposerLOuverture(id, pas(), 30, Optional.empty())).contains(Refus.OPPOSITION_MANQUANTE);
        assertThat(act().arriver(id, pas(), opposition)).isEmpty();
        both(act().proposerLOuverture(id, pas(), 30, Optional.empty()));
    }

    /** One act at random, on what the screen shows or on what it showed before. */
    private Optional<Refus> act(Random random) {
        int seen = random.nextInt(8) == 0 ? Math.max(0, pas() - 1) : pas();
        return switch (random.nextInt(14)) {
            case 0 -> answered(hub.getBean(ArretDeLaListe.class).proposer(id));
            case 1 -> act().choisir(id, seen, List.of(Lecture.values()).get(random.nextInt(2)));
            case 2 -> answered(act().proposerLePlan(id, seen));
            case 3 ->
                act().inscrire(
                                id,
                                seen,
                                "Témoin " + random.nextInt(9),
                                List.of(QualiteDePresence.values()).get(random.nextInt(6)),
                                true);
            case 4 -> answered(act().proposerLOuverture(id, seen, 30, Optional.empty()));
            case 5, 6, 7, 8, 9 ->
                act().lancer(
                                id,
                                seen,
                                Integer.toString(random.nextInt(10)),
                                state().cahier().presents().isEmpty() ? 0 : thrower());
            case 10 -> act().corriger(id, seen, random.nextInt(12), Integer.toString(random.nextInt(10)));
            case 11 -> answered(act().proposerLaGraine(id, seen));
            case 12 -> act().tirer(id, seen);
            default -> act().porter(id, Genre.INCIDENT, "Bruit");
        };
    }

    private Optional<Refus> answered(Optional<Refus> proposed) {
        if (proposed.isEmpty()) {
            confirm();
        }
        return proposed;
    }
}
