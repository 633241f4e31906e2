package fr.roubaix.cln.hub.fleet;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.secteur.Secteur;

/** Known agents for trying the product with fictitious people; exists under the profile {@code demo} alone. */
@Component
@Profile("demo")
@Order(2)
class AgentsDeDemonstration implements ApplicationRunner {

    static final String CODE_DU_NORD = "246813";
    static final String CODE_PARTOUT = "579024";

    private static final Logger LOG = LoggerFactory.getLogger(AgentsDeDemonstration.class);

    private final GestionDesAgents agents;

    AgentsDeDemonstration(GestionDesAgents agents) {
        this.agents = agents;
    }

    /** An agent who is there already keeps the PIN they have. */
    @Override
    public void run(ApplicationArguments args) {
        agents.creerAuDemarrage("agent.nord", "Agent Nord (démo)", Optional.of(Secteur.NORD), CODE_DU_NORD);
        agents.creerAuDemarrage("agent.volant", "Agent volant (démo)", Optional.empty(), CODE_PARTOUT);
        LOG.info(
                "Agents de démonstration : « Agent Nord (démo) », agent.nord, code {} (borne Nord). "
                        + "« Agent volant (démo) », agent.volant, code {} (toutes les bornes)",
                CODE_DU_NORD,
                CODE_PARTOUT);
    }
}
