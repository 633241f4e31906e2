package fr.roubaix.cln.kiosk.agent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.kiosk.sync.Gestes;
import fr.roubaix.cln.kiosk.sync.Gestes.AffichageNote;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.kiosk.sync.Journal;
import fr.roubaix.cln.kiosk.sync.JournalUnavailableException;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.AvisPose;
import fr.roubaix.cln.sync.Bulletin.AvisPublie;
import fr.roubaix.cln.sync.EnvelopeId;

/** The notices of the bulletin, and since when each hangs on the board of this mairie. */
@Service
class AvisAuPanneau {

    private final Hub hub;
    private final Journal journal;
    private final Gestes gestes;
    private final Clock clock;

    AvisAuPanneau(Hub hub, Journal journal, Gestes gestes, Clock clock) {
        this.hub = hub;
        this.journal = journal;
        this.gestes = gestes;
        this.clock = clock;
    }

    LocalDate aujourdhui() {
        return LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX);
    }

    /** Those that are to hang now or soon, the last one first. */
    List<Ligne> lignes() {
        var notes = gestes.affichages();
        return hub.bulletin().stream()
                .flatMap(bulletin -> bulletin.avis().stream())
                .filter(avis -> !avis.au().isBefore(aujourdhui()))
                .sorted((a, b) -> Long.compare(b.id(), a.id()))
                .map(avis -> new Ligne(avis, Optional.ofNullable(notes.get(avis.id()))))
                .toList();
    }

    /** How many that should hang now are not said to. */
    long aAfficher() {
        return lignes().stream()
                .filter(ligne ->
                        ligne.avis().montreLe(aujourdhui()) && ligne.note().isEmpty())
                .count();
    }

    /** Writes down since when one hangs here, once for each id; what is said last holds. */
    synchronized Issue noter(EnvelopeId id, AvisPublie avis, LocalDate jour, AgentId agent) {
        if (jour.isAfter(aujourdhui())) {
            return Issue.JOUR_A_VENIR;
        }
        try {
            journal.note(id, new AvisPose(avis.id(), jour, agent).evenement());
            return Issue.NOTEE;
        } catch (JournalUnavailableException e) {
            return Issue.IMPOSSIBLE;
        }
    }

    /** A notice, and what was said of it here. */
    record Ligne(AvisPublie avis, Optional<AffichageNote> note) {}

    /** What became of it. */
    enum Issue {
        NOTEE,
        JOUR_A_VENIR,
        IMPOSSIBLE
    }
}
