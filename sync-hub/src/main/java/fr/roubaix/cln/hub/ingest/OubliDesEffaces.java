package fr.roubaix.cln.hub.ingest;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.hub.candidature.EffacementDUnePersonne.PersonneEffacee;

/** Empties what was set aside of somebody who is erased: the trousseau would still open it. Hash and metadata stay. */
@Component
class OubliDesEffaces {

    private final JdbcClient jdbc;

    OubliDesEffaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void oublier(PersonneEffacee effacee) {
        jdbc.sql("UPDATE quarantine SET content = :rien, signature = :rien WHERE id = :envelope")
                .param("rien", new byte[0])
                .param("envelope", effacee.envelope().toString())
                .update();
    }
}
