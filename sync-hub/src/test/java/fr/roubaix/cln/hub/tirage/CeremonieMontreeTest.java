package fr.roubaix.cln.hub.tirage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.hub.security.ActesConfirmes;

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
        assertThat(published.liste(APPEL)).isEmpty();
        assertThat(hub.getBean(Tirages.class).tirage(APPEL)).isEmpty();
        var thrown = (CeremonieId.Repetition) id;
        assertThat(hub.getBean(Repetitions.class).jeter(thrown)).isEmpty();
        assertThat(hub.getBean(Repetitions.class).jeter(thrown)).contains(Refus.REPETITION_INCONNUE);
        assertThat(act().choisir(thrown, 0, Lecture.SIEGE_RESERVE)).contains(Refus.REPETITION_INCONNUE);
        assertThat(rehearse()).isEqualTo(new CeremonieId.Repetition(APPEL, 2));
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
                        "SEANCE_OUVERTE",
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
