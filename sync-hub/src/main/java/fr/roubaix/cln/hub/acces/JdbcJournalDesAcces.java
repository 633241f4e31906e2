package fr.roubaix.cln.hub.acces;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.register.Auteur;
import fr.roubaix.cln.hub.security.AgentConnecte;

/** The access log in the hub's database. */
@Repository
class JdbcJournalDesAcces implements JournalDesAcces {

    private final JdbcClient jdbc;
    private final AgentConnecte agent;
    private final Clock clock;

    JdbcJournalDesAcces(JdbcClient jdbc, AgentConnecte agent, Clock clock) {
        this.jdbc = jdbc;
        this.agent = agent;
        this.clock = clock;
    }

    /** The same person on the same screen within one millisecond is one access. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void noter(ReceiptCode code, Ecran ecran) {
        jdbc.sql("INSERT INTO acces (le, par, code, ecran, roles) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(clock.millis(), agent.identifiant().valeur(), code.texte(), ecran.name(), roles())
                .update();
    }

    private static String roles() {
        return String.join(",", Auteur.connecte().roles());
    }

    /** The first instant of a day, in milliseconds. */
    static long debut(LocalDate jour) {
        return jour.atStartOfDay(Appel.ROUBAIX).toInstant().toEpochMilli();
    }
}
