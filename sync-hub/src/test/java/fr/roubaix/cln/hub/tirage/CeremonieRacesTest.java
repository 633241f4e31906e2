package fr.roubaix.cln.hub.tirage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.hub.security.DeuxVoix;

/** Two people on the same step at the same instant, on threads of their own: one wins, the other is told why in French. */
class CeremonieRacesTest extends CeremonyOnBothDatabases {

    private static final ResourceBundle SENTENCES = ResourceBundle.getBundle("vaadin-i18n.translations", Locale.FRENCH);

    @Test
    void of_two_operators_on_the_same_step_one_wins_and_the_other_is_told() throws Exception {
        var list = hub.getBean(ArretDeLaListe.class);
        bothVoices(() -> list.proposer(id));
        alone(seen -> act().choisir(id, seen, Lecture.SIEGE_RESERVE));
        bothVoices(act()::proposerLePlan);
        alone(seen -> act().inscrire(id, seen, "Mme Delcourt", QualiteDePresence.CO_PRESIDENT, true));
        assertThat(act().inscrire(id, pas(), "M. Amrani", QualiteDePresence.ELU_D_OPPOSITION, true))
                .isEmpty();
        assertThat(act().inscrire(id, pas(), "Inscrit par erreur", QualiteDePresence.AUTRE, true))
                .isEmpty();
        int mistaken = state().cahier().presents().getLast().numero();
        alone(seen -> act().retirer(id, seen, mistaken));
        bothVoices((ceremony, seen) -> act().proposerLOuverture(ceremony, seen, 30, Optional.of(Faits.ROUND)));
        int thrower = thrower();
        alone(seen -> act().lancer(id, seen, "7", thrower));
        alone(seen -> act().corriger(id, seen, 1, "8"));
        alone(seen -> act().retirerLeDernier(id, seen));
        dice(30);
        clock().set(Faits.ROUND.publieLe());
        String round = Long.toString(Faits.ROUND.tour());
        alone(seen -> act().saisirDrand(id, seen, round, Faits.PROOF.alea(), Faits.SIGNATURE));
        bothVoices(act()::proposerLaGraine);
        alone(seen -> act().tirer(id, seen));
        alone(seen -> act().reveler(id, seen, 2));
        bothVoices(act()::proposerLaProclamation);
        bothVoices(act()::proposerLaCloture);
        assertThat(state().tirage().orElseThrow()).isInstanceOf(Tirage.Clos.class);
    }

    @Test
    void an_annulment_and_the_first_die_never_both_happen() throws Exception {
        upToTheSession(Optional.empty());
        assertThat(hub.getBean(ArretDeLaListe.class).proposerLAnnulation(id, pas(), "Une personne se retire"))
                .isEmpty();
        int seen = pas();
        int thrower = thrower();
        as("presidence", "PRESIDENCE");
        var waiting = voices().enAttente().getFirst();
        var issues = atOnce(
                () -> {
                    as("presidence", "PRESIDENCE");
                    return voices().confirmer(waiting.numero(), waiting.empreinte()) instanceof DeuxVoix.Issue.Faite;
                },
                () -> {
                    as("claire.d", "TIRAGE");
                    return act().lancer(id, seen, "7", thrower).isEmpty();
                });
        assertThat(issues).containsExactlyInAnyOrder(true, false);
        as("claire.d", "TIRAGE");
        assertThat(state().tirage().isEmpty()).isEqualTo(issues.getFirst());
    }

    private interface Act {
        Optional<Refus> on(int seen);
    }

    private interface FirstVoice {
        Optional<Refus> on(CeremonieId ceremony, int seen);
    }

    /** A step of one voice, by two operators whose screens show the same. */
    private void alone(Act act) throws Exception {
        int version = version();
        int seen = pas();
        won(atOnce(as("claire.d", () -> act.on(seen)), as("bruno.t", () -> act.on(seen))));
        assertThat(version()).isEqualTo(version + 1);
    }

    private void bothVoices(FirstVoice proposing) throws Exception {
        int seen = pas();
        bothVoices(() -> proposing.on(id, seen));
    }

    /** Two operators propose a step, then two people of the presidency confirm what waits. */
    private void bothVoices(Callable<Optional<Refus>> proposing) throws Exception {
        int version = version();
        won(atOnce(as("claire.d", proposing), as("bruno.t", proposing)));
        as("presidence", "PRESIDENCE");
        var waiting = voices().enAttente();
        assertThat(waiting).hasSize(1);
        Callable<DeuxVoix.Issue> confirming = () -> voices().confirmer(
                        waiting.getFirst().numero(), waiting.getFirst().empreinte());
        var issues = atOnce(
                () -> {
                    as("presidence", "PRESIDENCE");
                    return confirming.call();
                },
                () -> {
                    as("autre.p", "PRESIDENCE");
                    return confirming.call();
                });
        as("claire.d", "TIRAGE");
        assertThat(issues)
                .filteredOn(DeuxVoix.Issue.Faite.class::isInstance)
                .as("%s", issues)
                .hasSize(1);
        assertThat(issues)
                .filteredOn(DeuxVoix.Refus.class::isInstance)
                .as("%s", issues)
                .singleElement()
                .satisfies(told ->
                        assertThat(SENTENCES.getString("voix.refus." + told)).isNotBlank());
        assertThat(version()).isEqualTo(version + 1);
    }

    private Callable<Optional<Refus>> as(String name, Callable<Optional<Refus>> act) {
        return () -> {
            as(name, "TIRAGE");
            return act.call();
        };
    }

    private static void won(List<Optional<Refus>> issues) {
        assertThat(issues).filteredOn(Optional::isEmpty).as("%s", issues).hasSize(1);
        assertThat(issues)
                .filteredOn(Optional::isPresent)
                .singleElement()
                .satisfies(told -> assertThat(SENTENCES.getString(
                                "tirage.refus." + told.orElseThrow().name()))
                        .isNotBlank());
    }

    /** Both start together; gives what came of each, in this order. */
    private static <T> List<T> atOnce(Callable<T> first, Callable<T> second) throws Exception {
        var together = new CyclicBarrier(2);
        try (var people = Executors.newFixedThreadPool(2)) {
            List<Future<T>> started = new ArrayList<>();
            for (var act : List.of(first, second)) {
                started.add(people.submit(() -> {
                    together.await();
                    return act.call();
                }));
            }
            var issues = new ArrayList<T>();
            for (var each : started) {
                issues.add(each.get());
            }
            return issues;
        }
    }
}
