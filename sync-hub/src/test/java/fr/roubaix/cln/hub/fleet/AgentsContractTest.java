package fr.roubaix.cln.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.fleet.AgentDeMairie.Etat;
import fr.roubaix.cln.hub.fleet.Agents.Acte;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Bulletin.AgentPublie;

/** What the store of agents keeps and publishes, on any database. */
@ParameterizedClass
@EnumSource(Databases.class)
class AgentsContractTest {

    private static final AgentDeMairie MARIAM = agent("m.diallo", "Mariam Diallo", Optional.of(Secteur.NORD));
    private static final AgentDeMairie ALINE = agent("a.renard", "Aline Renard", Optional.empty());
    private static final Acte ACTE = new Acte(new Identifiant("ada"), Instant.ofEpochMilli(9));

    @Parameter
    private Databases databases;

    private Agents agents;

    @BeforeEach
    void twoAgents() {
        agents = new JdbcAgents(databases.without("agent_de_mairie"));
        assertThat(agents.ajouter(MARIAM, "hash-m")).isTrue();
        assertThat(agents.ajouter(ALINE, "hash-a")).isTrue();
    }

    @Test
    void an_agent_comes_back_whole_and_an_identifier_serves_once() {
        assertThat(agents.tous()).containsExactly(ALINE, MARIAM);
        assertThat(agents.ajouter(agent("m.diallo", "Moussa Diallo", Optional.empty()), "autre"))
                .isFalse();
        assertThat(agents.pin(MARIAM.id())).contains("hash-m");
        assertThat(agents.pin(new AgentId("personne"))).isEmpty();
    }

    @Test
    void the_bulletin_names_those_who_may_enter_and_where() {
        assertThat(agents.publies())
                .containsExactly(
                        new AgentPublie(ALINE.id(), "Aline Renard", null, "hash-a"),
                        new AgentPublie(MARIAM.id(), "Mariam Diallo", Secteur.NORD, "hash-m"));
        assertThat(agents.activer(MARIAM.id(), false, ACTE)).isTrue();
        assertThat(agents.activer(MARIAM.id(), false, ACTE)).isFalse();
        assertThat(agents.publies()).extracting(AgentPublie::id).containsExactly(ALINE.id());
        assertThat(agents.activer(MARIAM.id(), true, ACTE)).isTrue();
        assertThat(agents.publies()).hasSize(2);
    }

    @Test
    void every_code_stops_at_once_and_a_new_one_brings_its_agent_back() {
        assertThat(agents.toutChanger(ACTE)).isEqualTo(2);
        assertThat(agents.toutChanger(ACTE)).isZero();
        assertThat(agents.publies()).isEmpty();
        assertThat(agents.tous()).extracting(AgentDeMairie::etat).containsOnly(Etat.CODE_A_CHANGER);
        assertThat(agents.pin(ALINE.id())).contains("hash-a");
        assertThat(agents.changerLeCode(ALINE.id(), "hash-b", ACTE)).isTrue();
        assertThat(agents.publies()).containsExactly(new AgentPublie(ALINE.id(), "Aline Renard", null, "hash-b"));
        assertThat(agents.tous().getFirst())
                .isEqualTo(new AgentDeMairie(
                        ALINE.id(), ALINE.nom(), ALINE.mairie(), Etat.ACTIF, ACTE.le(), ACTE.par(), ACTE.le()));
        assertThat(agents.changerLeCode(new AgentId("personne"), "hash", ACTE)).isFalse();
    }

    @Test
    void an_agent_kept_out_stays_out_with_another_code() {
        agents.activer(ALINE.id(), false, ACTE);
        agents.changerLeCode(ALINE.id(), "hash-b", ACTE);
        assertThat(agents.publies()).extracting(AgentPublie::id).containsExactly(MARIAM.id());
        assertThat(agents.tous().getFirst().etat()).isEqualTo(Etat.DESACTIVE);
    }

    private static AgentDeMairie agent(String id, String nom, Optional<Secteur> mairie) {
        var le = Instant.ofEpochMilli(5);
        return new AgentDeMairie(new AgentId(id), nom, mairie, Etat.ACTIF, le, new Identifiant("ada"), le);
    }
}
