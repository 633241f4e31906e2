package fr.roubaix.cln.hub.droits;

import java.time.Clock;
import java.time.Instant;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.LimitationDesDossiers;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Consultation;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;

/** Restricts what is done with the file of a person who asks for it (GDPR, art. 18), and lifts that again. */
@Service
class LimitationDUnePersonne {

    private static final String DPO = "hasRole('DPO')";

    private final LimitationDesDossiers limitations;
    private final AgentConnecte agent;
    private final Registre registre;
    private final Clock clock;

    LimitationDUnePersonne(LimitationDesDossiers limitations, AgentConnecte agent, Registre registre, Clock clock) {
        this.limitations = limitations;
        this.agent = agent;
        this.registre = registre;
        this.clock = clock;
    }

    @Consultation
    @Transactional(readOnly = true)
    @PreAuthorize(DPO)
    boolean limitee(ReceiptCode code) {
        return limitations.limite(code);
    }

    /** False when there is no such file, or it is restricted already. */
    @Transactional
    @PreAuthorize(DPO)
    boolean limiter(ReceiptCode code, Verification moyen) {
        boolean fait = limitations.limiter(code, agent.identifiant(), Instant.ofEpochMilli(clock.millis()));
        if (fait) {
            registre.inscrire(
                    Acte.DOSSIER_LIMITE.sur("candidature " + code.affiche()).avec("identite-verifiee", moyen.name()));
        }
        return fait;
    }

    /** False when it was not restricted. */
    @Transactional
    @PreAuthorize(DPO)
    boolean lever(ReceiptCode code) {
        boolean fait = limitations.lever(code);
        if (fait) {
            registre.inscrire(Acte.LIMITATION_LEVEE.sur("candidature " + code.affiche()));
        }
        return fait;
    }
}
