package fr.roubaix.cln.testkit.doublon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.domaine.doublon.RechercheDeDoublons;

/** The search for duplicates on a labelled set, small enough for every build. The seed is in the name of the test. */
class JeuDeDoublonsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2025, 59100})
    void most_who_apply_twice_are_found_and_few_others_are_shown(long graine) {
        var jeu = JeuDeDoublons.de(3_000, graine);
        var recherche = new RechercheDeDoublons();
        jeu.depots().forEach(depot -> recherche.mettre(depot.traits()));
        var bilan = jeu.comparer(recherche.toutes());
        assertThat(bilan.attendues()).isGreaterThan(30);
        assertThat(bilan.rappel()).as("recall, seed %d", graine).isGreaterThanOrEqualTo(0.9);
        assertThat(bilan.precision()).as("precision, seed %d", graine).isGreaterThanOrEqualTo(0.9);
    }

    @ParameterizedTest
    @ValueSource(longs = {3})
    void what_is_found_does_not_depend_on_the_order_of_arrival(long graine) {
        var jeu = JeuDeDoublons.de(1_500, graine);
        var endroit = new RechercheDeDoublons();
        jeu.depots().forEach(depot -> endroit.mettre(depot.traits()));
        var envers = new RechercheDeDoublons();
        jeu.depots().reversed().forEach(depot -> envers.mettre(depot.traits()));
        // Some come a second time, as after a correction.
        jeu.depots().subList(0, 100).forEach(depot -> envers.mettre(depot.traits()));
        assertThat(envers.toutes()).hasSameSizeAs(endroit.toutes());
        assertThat(envers.toutes().stream().map(une -> une.a() + " " + une.b()))
                .containsExactlyInAnyOrderElementsOf(endroit.toutes().stream()
                        .map(une -> une.a() + " " + une.b())
                        .toList());
        jeu.depots().forEach(depot -> envers.retirer(depot.code()));
        assertThat(envers.toutes()).isEmpty();
    }
}
