package fr.roubaix.cln.hub.tirage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.hub.security.ActesConfirmes;
import fr.roubaix.cln.hub.tirage.Cahier.Mention.Genre;

/** What others see of a ceremony: the room, the procès-verbal, and what a rehearsal leaves untouched. */
class CeremonieMontreeTest extends CeremonyOnBothDatabases {

    @Test
    void a_rehearsal_goes_to_its_end_and_touches_nothing_that_counts() {
        id = rehearse();
        upToTheSession(Optional.empty());
        assertThat(frozen()).isFalse();
        assertThat(state().tirage().orElseThrow().arret().liste().lignes())
                .hasSize(40)
                .allSatisfy(ligne -> assertThat(ligne.id().valeur()).startsWith("REPETITION-"));
        dice(30);
        both(act().proposerLaGraine(id, pas()));
        assertThat(act().tirer(id, pas())).isEmpty();
        assertThat(lastAct()).startsWith("TIRAGE_EFFECTUE répétition 1 de l’appel 2027");
        assertThat(act().reveler(id, pas(), 2)).isEmpty();
        assertThat(room().montres()).hasSize(2);
        both(act().proposerLaProclamation(id, pas()));
        both(act().proposerLaCloture(id, pas()));
        var published = hub.getBean(ProjectionDuTirage.class);
        assertThat(published.procesVerbal(APPEL)).isEmpty();
        assertThat(hub.getBean(PiecesGardees.class).empreintes(PUBLIC)).isEmpty();
        assertThat(hub.getBean(PiecesDuTirage.class).de(id)).isPresent();
        assertThat(published.liste(APPEL)).isEmpty();
        assertThat(hub.getBean(Tirages.class).tirage(APPEL)).isEmpty();
        var thrown = (CeremonieId.Repetition) id;
        assertThat(hub.getBean(Repetitions.class).jeter(thrown)).isEmpty();
        assertThat(hub.getBean(Repetitions.class).jeter(thrown)).contains(Refus.REPETITION_INCONNUE);
        assertThat(act().choisir(thrown, 0, Lecture.SIEGE_RESERVE)).contains(Refus.REPETITION_INCONNUE);
        assertThat(rehearse()).isEqualTo(new CeremonieId.Repetition(APPEL, 2));
    }

    @Test
    void what_is_published_as_it_is_typed_names_no_candidate_and_whoever_tried_is_written_down() {
        upToTheSession(Optional.empty());
        as("olga.t", "TIRAGE");
        int version = state().version();
        for (String typed : List.of("M. NOM, Cámille, a parlé", "camille nom", "(Nom-Camille)")) {
            assertThat(act().porter(id, Genre.REMARQUE, typed)).as(typed).contains(Refus.NOM_DE_CANDIDAT);
        }
        clock().advance(Duration.ofDays(1));
        assertThat(hub.getBean(ArretDeLaListe.class).proposerLAnnulation(id, pas(), "camille nom"))
                .contains(Refus.NOM_DE_CANDIDAT);
        assertThat(state().version()).isEqualTo(version);
        assertThat(hub.getBean(JdbcClient.class)
                        .sql("SELECT count(DISTINCT code) FROM acces WHERE ecran = 'PROCES_VERBAL' AND par = 'olga.t'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(40);
        String code = state().tirage()
                .orElseThrow()
                .arret()
                .liste()
                .lignes()
                .getFirst()
                .id()
                .valeur();
        for (String typed : List.of(
                "Arrivée en retard : " + code,
                code.substring(0, 5).toLowerCase(Locale.ROOT) + "-" + code.substring(5) + " est malade")) {
            assertThat(act().porter(id, Genre.REMARQUE, typed)).as(typed).contains(Refus.NOM_DE_CANDIDAT);
        }
        clock().advance(Duration.ofDays(1));
        for (String typed : List.of("Le nom de Camille manque", "Nomade et Camillette", "Camille seule")) {
            assertThat(act().porter(id, Genre.REMARQUE, typed)).as(typed).isEmpty();
        }
    }

    @Test
    void whoever_learns_from_a_refused_annulment_that_somebody_applied_is_written_down() {
        upToTheSession(Optional.empty());
        as("remi.t", "TIRAGE");
        var accesses = hub.getBean(JdbcClient.class);
        accesses.sql("DELETE FROM acces").update();
        assertThat(hub.getBean(ArretDeLaListe.class).proposerLAnnulation(id, pas(), "Camille Nom se retire"))
                .contains(Refus.NOM_DE_CANDIDAT);
        assertThat(accesses.sql("SELECT count(*) FROM acces WHERE ecran = 'PROCES_VERBAL'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(40);
    }

    @Test
    void whoever_tries_names_is_told_three_times_in_a_day_then_learns_nothing_whatever_they_type() {
        upToTheSession(Optional.empty());
        as("observation", "OBSERVATEUR");
        for (int i = 0; i < 3; i++) {
            assertThat(act().porter(id, Genre.REMARQUE, "Camille Nom est là"))
                    .as("try %d", i)
                    .contains(Refus.NOM_DE_CANDIDAT);
        }
        for (String typed : List.of("Camille Nom est là", "Ahmed Autre est là", "Il fait chaud")) {
            assertThat(act().porter(id, Genre.REMARQUE, typed)).as(typed).contains(Refus.TEXTES_SUSPENDUS);
        }
        assertThat(refusedTexts("observation")).isEqualTo(3);
        assertThat(state().cahier().mentions()).isEmpty();
        as("presidence", "PRESIDENCE");
        assertThat(act().porter(id, Genre.REMARQUE, "Il fait chaud"))
                .as("somebody else")
                .isEmpty();
        as("observation", "OBSERVATEUR");
        clock().advance(Duration.ofDays(1).plusMillis(1));
        assertThat(act().porter(id, Genre.REMARQUE, "Il fait chaud"))
                .as("a day later")
                .isEmpty();
    }

    @Test
    void a_rehearsal_tells_nobody_who_applied() {
        id = rehearse();
        upToTheSession(Optional.empty());
        var hubBase = hub.getBean(JdbcClient.class);
        hubBase.sql("DELETE FROM acces").update();
        as("essayeur", "OBSERVATEUR");
        for (String typed : List.of("Camille Nom est là", "Ahmed Autre est là")) {
            assertThat(act().porter(id, Genre.REMARQUE, typed)).as(typed).isEmpty();
        }
        as("essayeur", "TIRAGE");
        assertThat(hub.getBean(ArretDeLaListe.class).proposerLAnnulation(id, pas(), "Camille Nom se retire"))
                .isEmpty();
        assertThat(refusedTexts("essayeur")).isZero();
        assertThat(hubBase.sql("SELECT count(*) FROM acces")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private int refusedTexts(String account) {
        return hub.getBean(JdbcClient.class)
                .sql("SELECT count(*) FROM registre WHERE acte = 'TEXTE_REFUSE' AND auteur = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }

    @Test
    void a_text_that_no_document_could_hold_is_refused() {
        upToTheSession(Optional.empty());
        for (String typed :
                List.of("Un signe\u0001 caché", "Une tabulation\u000B verticale", "\uFFFE", "x".repeat(2_001))) {
            assertThat(act().porter(id, Genre.REMARQUE, typed)).contains(Refus.TEXTE_MAL_FORME);
            assertThat(hub.getBean(ArretDeLaListe.class).proposerLAnnulation(id, pas(), typed))
                    .contains(Refus.TEXTE_MAL_FORME);
        }
        assertThat(act().porter(id, Genre.REMARQUE, "Deux lignes,\nla seconde\tdécalée 🙂"))
                .isEmpty();
    }

    @Test
    void the_room_sees_digits_at_once_and_seats_at_the_pace_of_the_operator() {
        upToTheSession(Optional.empty());
        dice(30);
        assertThat(room().chiffres())
                .hasSize(30)
                .allSatisfy(c -> assertThat(c.lanceur().nom()).isEqualTo("Mme Delcourt"));
        both(act().proposerLaGraine(id, pas()));
        assertThat(act().tirer(id, pas())).isEmpty();
        assertThat(room().montres()).isEmpty();
        assertThat(hub.getBean(ProjectionDuTirage.class).procesVerbal(APPEL)).isEmpty();
        assertThat(act().reveler(id, pas(), 21)).contains(Refus.DEJA_REVELE);
        assertThat(act().reveler(id, pas(), 3)).isEmpty();
        assertThat(act().reveler(id, pas(), 3)).contains(Refus.DEJA_REVELE);
        assertThat(room().montres()).hasSize(3);
        both(act().proposerLaProclamation(id, pas()));
        assertThat(room().montres()).hasSize(room().sieges());
        assertThat(hub.getBean(ProjectionDuTirage.class).procesVerbal(APPEL)).isPresent();
    }

    @Test
    void the_papers_of_a_ceremony_hold_every_act_its_proofs_and_the_head_of_the_register() {
        upToTheSession(Optional.empty());
        dice(2);
        var papers = hub.getBean(PiecesDeLaCeremonie.class).de(id).orElseThrow();
        assertThat(papers.chronologie())
                .extracting(Tirages.Datee::genre)
                .containsExactly(
                        "LISTE_ARRETEE",
                        "LECTURE_CHOISIE",
                        "PLAN_CONFIRME",
                        "PRESENCE_INSCRITE",
                        "PRESENCE_INSCRITE",
                        "SEANCE_OUVERTE_AVEC_COMPTE",
                        "DE_LANCE",
                        "DE_LANCE");
        assertThat(papers.etat()).isEqualTo(state());
        assertThat(papers.aDeuxVoix()).hasSize(3).noneMatch(ActesConfirmes.Confirme::surUnCompte);
        assertThat(papers.comptesChanges()).isEmpty();
        assertThat(papers.registre().numero()).isPositive();
        var counted = state().tirage().orElseThrow().arret().comptes();
        assertThat(counted).isEqualTo(new Comptes(40, 40, Map.of(), 0));
        assertThat(papers.sortNecessaire()).isTrue();
    }
}
