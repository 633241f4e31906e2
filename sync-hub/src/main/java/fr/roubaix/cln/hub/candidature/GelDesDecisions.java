package fr.roubaix.cln.hub.candidature;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.register.Interne;

/** Stops and resumes decisions on the applications of a call, on behalf of whoever freezes its list. */
@Service
@Interne("part of the freeze, whose use case is guarded")
public class GelDesDecisions {

    private final CandidaturesModifiables candidatures;

    GelDesDecisions(CandidaturesModifiables candidatures) {
        this.candidatures = candidatures;
    }

    /**
     * Stops decisions: once this returns, and until the transaction of the caller ends, nothing else decides on this
     * call.
     *
     * @return false when decisions were stopped already, or when no application was ever received
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean geler(AppelId appel) {
        return candidatures.geler(appel, true);
    }

    /** Resumes decisions; false when they were not stopped. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean degeler(AppelId appel) {
        return candidatures.geler(appel, false);
    }
}
