package fr.roubaix.cln.hub.candidature;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.EffacementDUnePersonne.PersonneEffacee;
import fr.roubaix.cln.hub.privacy.CoffreDesPersonnes;
import fr.roubaix.cln.hub.register.Interne;

/**
 * Destroys who people were, once what their applications served is over: the keys first, then the records. Sector, sex, age
 * class and decision stay. Each step may be done again.
 */
@Service
@Interne("part of the retention, whose use cases are guarded")
public class FinDeConservation {

    private final CandidaturesModifiables candidatures;
    private final CoffreDesPersonnes coffre;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FinDeConservation(
            CandidaturesModifiables candidatures,
            CoffreDesPersonnes coffre,
            ApplicationEventPublisher events,
            Clock clock) {
        this.candidatures = candidatures;
        this.coffre = coffre;
        this.events = events;
        this.clock = clock;
    }

    /** Whoever erases a person waits for the end of the transaction of the caller, or was first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void retenir() {
        candidatures.numeroter();
    }

    /** Destroys keys, outside any transaction: what fails afterwards does not bring them back. */
    public void detruireLesCles(Collection<ReceiptCode> codes) {
        coffre.effacer(codes.stream().map(Identites::personne).toList(), maintenant());
    }

    /** Empties the records of people whose keys are destroyed, and what was set aside of them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void vider(AppelId appel, Set<ReceiptCode> codes) {
        candidatures.noter(appel);
        for (ReceiptCode code : codes) {
            if (candidatures.effacer(code, maintenant())) {
                candidatures.envelope(code).ifPresent(envelope -> events.publishEvent(new PersonneEffacee(envelope)));
            }
        }
    }

    private Instant maintenant() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
