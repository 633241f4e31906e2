package fr.roubaix.cln.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.kiosk.sync.Hub.Fault;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.Bulletin.BornePubliee;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.Message.ClotureDeclaree;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.StatusPage.Ligne;
import fr.roubaix.cln.sync.Statut;
import fr.roubaix.cln.sync.Use;

/** Bulletins, keys, statuses and lives of the hub, as a kiosk believes them. */
class WhatTheHubSaysTest extends EnrolledKiosk {

    @Test
    void a_hub_that_changed_its_keys_twice_is_followed_and_new_envelopes_are_sealed_for_the_last() {
        drain();
        model.rotate();
        model.rotate();
        deposit(2);
        later();
        kiosk.exchange(model);
        kiosk.exchange(model);
        drain();
        assertThat(kiosk.pending()).isZero();
        assertThat(kiosk.identity.enrolled().orElseThrow().keys()).isEqualTo(model.keys());
        kiosk.close();
        open();
        assertThat(kiosk.hub.bulletin().orElseThrow().serial()).isEqualTo(model.serial);
    }

    @Test
    void a_bulletin_of_a_stranger_changes_no_key_even_with_a_succession_of_its_own() {
        drain();
        var stranger = new ModelHub(random, clock);
        stranger.rotate();
        stranger.serial = 99;
        assertThat(kiosk.hub.take(stranger.bulletin(), "")).isEqualTo(KnownHub.Taken.NOT_SIGNED);
        assertThat(kiosk.identity.enrolled().orElseThrow().keys()).isEqualTo(model.keys());
    }

    @Test
    void a_life_of_the_hub_that_is_over_is_never_believed_again() {
        deposit(2);
        drain();
        var before = model.epoch;
        var lost = model.state.copy();
        lost.chains.values().forEach(List::removeLast);
        lost.facts.clear();
        model.restore(lost);
        later();
        kiosk.exchange(model);
        drain();
        assertThat(kiosk.index.page(0, 20)).anyMatch(entry -> entry.kind().equals(Kind.EVENEMENT));
        var now = model.epoch;
        model.epoch = before;
        deposit(1);
        later();
        kiosk.exchange(model);
        assertThat(kiosk.hub.liaison().panne()).contains(Fault.UNTRUSTED_ANSWER);
        assertThat(kiosk.pending()).isEqualTo(1);
        model.epoch = now;
        drain();
        assertThat(kiosk.pending()).isZero();
    }

    @Test
    void statuses_of_the_whole_city_come_page_by_page_and_begin_again_with_the_hub() {
        for (int i = 0; i < 5; i++) {
            model.statuts.add(new Ligne(new ReceiptCode(i), Statut.RECUE));
        }
        drain();
        var statuts = new Statuts(kiosk.jdbc);
        assertThat(statuts.find(new ReceiptCode(4))).contains(Statut.RECUE);
        assertThat(kiosk.pages.take(model.statuts(0, 2))).isEqualTo(StatusPages.Taken.OLDER);
        assertThat(kiosk.pages.take(Signed.by(
                        SigningKey.generate(),
                        Use.STATUTS,
                        model.statuts(5, 1).content().toArray())))
                .isEqualTo(StatusPages.Taken.NOT_SIGNED);
        model.statuts.removeLast();
        model.statuts.set(0, new Ligne(new ReceiptCode(0), Statut.RECEVABLE));
        model.restore(model.state);
        later();
        kiosk.exchange(model);
        drain();
        assertThat(statuts.find(new ReceiptCode(4))).isEmpty();
        assertThat(statuts.find(new ReceiptCode(0))).contains(Statut.RECEVABLE);
    }

    @Test
    void a_kiosk_whose_key_a_bulletin_revokes_says_so_and_keeps_everything() {
        drain();
        model.bornes.add(new BornePubliee(
                ModelHub.KIOSK, ModelHub.mairie(), 1, kiosk.identity.key().orElseThrow(), true));
        model.serial++;
        later();
        kiosk.exchange(model);
        assertThat(kiosk.hub.liaison().panne()).contains(Fault.REVOKED);
        deposit(1);
        assertThat(kiosk.pending()).isEqualTo(1);
    }

    @Test
    void a_call_closed_here_reopens_by_itself_when_a_bulletin_shows_it_open_again() {
        var appel = new Appel(
                new AppelId("2026"),
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 20),
                null,
                LocalDate.of(2026, 11, 20),
                LocalDate.of(2026, 12, 18),
                "ici");
        publish(new AppelPublie(appel, true));
        kiosk.journal.note(kiosk.ids.get(), new ClotureDeclaree(appel.id(), new AgentId("agent.nord"), 4, 0));
        var clotures = new JdbcClotures(kiosk.jdbc);
        assertThat(clotures.pour(appel.id()).orElseThrow().formulairesPapier()).isEqualTo(4);
        publish(new AppelPublie(appel, true));
        assertThat(clotures.pour(appel.id())).isPresent();
        publish(new AppelPublie(appel, false));
        assertThat(clotures.pour(appel.id())).isEmpty();
        publish(new AppelPublie(appel, false));
        assertThat(kiosk.index.page(0, 20).stream().filter(entry -> entry.kind().equals(Kind.REOUVERTURE)))
                .hasSize(1);
    }

    private void publish(AppelPublie... appels) {
        model.appels = List.of(appels);
        model.serial++;
        later();
        kiosk.exchange(model);
        later();
        kiosk.exchange(model);
    }
}
