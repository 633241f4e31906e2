package fr.roubaix.cln.hub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.security.Proposition.Suite;

/** What the store of acts with two voices keeps, on any database. */
@ParameterizedClass
@EnumSource(Databases.class)
class PropositionsContractTest {

    private static final Instant AT = Instant.parse("2027-05-20T08:00:00.123Z");
    private static final Voix SECOND = new Voix(new Identifiant("presidence"), Role.PRESIDENCE, AT.plusSeconds(60));

    @Parameter
    private Databases databases;

    private JdbcClient jdbc;
    private Propositions propositions;

    @BeforeEach
    void nothing_proposed() {
        jdbc = databases.without("acte_a_deux_voix");
        propositions = new Propositions(jdbc);
    }

    @Test
    void what_was_proposed_comes_back_whole_and_waits_until_it_expires() {
        var first = proposal(3, "liste 2027");
        assertThat(propositions.ajouter(first)).isTrue();
        assertThat(propositions.trouver(3)).contains(first);
        assertThat(propositions.trouver(4)).isEmpty();
        assertThat(propositions.enAttente(AT)).containsExactly(first);
        assertThat(propositions.enAttente(first.expireLe())).isEmpty();
    }

    @Test
    void one_act_at_a_time_waits_on_one_thing() {
        propositions.ajouter(proposal(3, "liste 2027"));
        assertThat(propositions.attendDeja("arret", "liste 2027")).isTrue();
        assertThat(propositions.attendDeja("arret", "liste 2028")).isFalse();
        assertThat(propositions.ajouter(proposal(4, "liste 2027"))).isFalse();
        assertThat(propositions.ajouter(proposal(5, "liste 2028"))).isTrue();
        propositions.regler(3, Suite.REFUSE, SECOND, "non");
        assertThat(propositions.ajouter(proposal(6, "liste 2027"))).isTrue();
    }

    @Test
    void an_act_is_settled_once_and_its_parameters_are_emptied_while_what_was_shown_stays() {
        var proposal = proposal(3, "liste 2027");
        propositions.ajouter(proposal);
        assertThat(propositions.regler(3, Suite.CONFIRME, SECOND, "")).isTrue();
        assertThat(propositions.regler(3, Suite.REFUSE, SECOND, "trop tard")).isFalse();
        var after = propositions.trouver(3).orElseThrow();
        assertThat(after.suite()).contains(Suite.CONFIRME);
        assertThat(after.montree()).isEqualTo(proposal.montree());
        assertThat(after.parametres().texte()).isEmpty();
        assertThat(jdbc.sql("SELECT suite_par || ' ' || suite_role FROM acte_a_deux_voix")
                        .query(String.class)
                        .single())
                .isEqualTo("presidence PRESIDENCE");
    }

    @Test
    void what_nobody_confirmed_in_time_expires_without_its_parameters() {
        var proposal = proposal(3, "liste 2027");
        propositions.ajouter(proposal);
        propositions.perimer(proposal.expireLe().minusMillis(1));
        assertThat(propositions.trouver(3).orElseThrow().suite()).isEmpty();
        propositions.perimer(proposal.expireLe());
        var after = propositions.trouver(3).orElseThrow();
        assertThat(after.suite()).contains(Suite.EXPIRE);
        assertThat(after.parametres().texte()).isEmpty();
        assertThat(propositions.regler(3, Suite.CONFIRME, SECOND, "")).isFalse();
    }

    private static Proposition proposal(long number, String object) {
        return new Proposition(
                number,
                "arret",
                new Presentation(object, "Ce qui est montré : 120 candidatures, « é »", "état"),
                "0".repeat(64),
                Parametres.lire("appel=2027"),
                "La liste est complète",
                new Voix(new Identifiant("tirage"), Role.TIRAGE, AT),
                AT.plusSeconds(3_600),
                Optional.empty());
    }
}
