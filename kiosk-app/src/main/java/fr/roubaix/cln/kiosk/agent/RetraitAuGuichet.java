package fr.roubaix.cln.kiosk.agent;

import java.time.Instant;

import org.springframework.stereotype.Service;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.kiosk.sync.Clotures;
import fr.roubaix.cln.kiosk.sync.Envois;
import fr.roubaix.cln.kiosk.sync.Gestes;
import fr.roubaix.cln.kiosk.sync.Gestes.RetraitNote;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.kiosk.sync.Journal;
import fr.roubaix.cln.kiosk.sync.JournalUnavailableException;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Message.Preuve;
import fr.roubaix.cln.sync.Message.RetraitDemande;

/**
 * Records that a person takes their application back, before an agent. After this mairie has closed a call, only with the
 * hub in reach: the list of the draw may be frozen on what it closed.
 */
@Service
class RetraitAuGuichet {

    private final Hub hub;
    private final Journal journal;
    private final Gestes gestes;
    private final Clotures clotures;
    private final Envois envois;

    RetraitAuGuichet(Hub hub, Journal journal, Gestes gestes, Clotures clotures, Envois envois) {
        this.hub = hub;
        this.journal = journal;
        this.gestes = gestes;
        this.clotures = clotures;
        this.envois = envois;
    }

    /**
     * Records it once.
     *
     * @param id minted when the agent began, so that a second touch records nothing more
     */
    synchronized Issue retirer(EnvelopeId id, ReceiptCode code, AgentId agent, Preuve preuve) {
        var deja = gestes.retrait(code);
        if (deja.isPresent()) {
            return new Issue.DejaRetiree(deja.get());
        }
        boolean closIci = closIci();
        if (closIci && !hub.liaison().connectee()) {
            return new Issue.HubNecessaire();
        }
        try {
            var le = journal.note(id, new RetraitDemande(code, agent, preuve));
            if (closIci) {
                envois.maintenant();
            }
            return new Issue.Retiree(le);
        } catch (JournalUnavailableException e) {
            return new Issue.Impossible();
        }
    }

    /** Which call the application is of, this kiosk does not know: one that this mairie closed is reason enough. */
    private boolean closIci() {
        return hub.bulletin().stream()
                .flatMap(bulletin -> bulletin.appels().stream())
                .anyMatch(publie ->
                        publie.clos() && clotures.pour(publie.appel().id()).isPresent());
    }

    /** What became of it. */
    sealed interface Issue {
        /** In the journal for good. */
        record Retiree(Instant le) implements Issue {}

        /** It was recorded here before. Nothing more stored. */
        record DejaRetiree(RetraitNote note) implements Issue {}

        /** This mairie has closed the call, and the hub is out of reach. Nothing stored. */
        record HubNecessaire() implements Issue {}

        /** The journal refused to write. Nothing stored. */
        record Impossible() implements Issue {}
    }
}
