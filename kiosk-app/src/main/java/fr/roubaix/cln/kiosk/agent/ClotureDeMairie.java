package fr.roubaix.cln.kiosk.agent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.kiosk.sync.Clotures;
import fr.roubaix.cln.kiosk.sync.Gestes;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.kiosk.sync.Journal;
import fr.roubaix.cln.kiosk.sync.JournalIndex;
import fr.roubaix.cln.kiosk.sync.JournalIndex.Delivery;
import fr.roubaix.cln.kiosk.sync.JournalUnavailableException;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Message.ClotureDeclaree;

/**
 * An agent declares that this mairie holds nothing more for a call, with the number of paper forms it received: one of the
 * five answers that a draw waits for (art. 7 §2). Allowed only once the hub's signed bulletin says that the call is
 * closed; the terminal's own clock decides nothing here.
 */
@Service
class ClotureDeMairie {

    private final Hub hub;
    private final Journal journal;
    private final Clotures clotures;
    private final JournalIndex index;
    private final Gestes gestes;

    ClotureDeMairie(Hub hub, Journal journal, Clotures clotures, JournalIndex index, Gestes gestes) {
        this.gestes = gestes;
        this.hub = hub;
        this.journal = journal;
        this.clotures = clotures;
        this.index = index;
    }

    /**
     * Declares, the first time or again: a chain that began after a closing, or a closing that the hub could not use, needs
     * another one, and the last is the one that counts.
     *
     * @param id minted once per confirmation, so that a second click declares nothing more
     * @param formulairesPapier 0 to 100,000, as {@link ClotureDeclaree} allows
     */
    synchronized Issue cloturer(EnvelopeId id, AppelId appel, AgentId agent, int formulairesPapier) {
        if (appels().stream()
                .noneMatch(publie -> publie.clos() && publie.appel().id().equals(appel))) {
            return new Issue.AppelOuvert();
        }
        try {
            journal.note(id, new ClotureDeclaree(appel, agent, formulairesPapier, perdues()));
            return new Issue.Cloturee();
        } catch (JournalUnavailableException e) {
            return new Issue.Impossible();
        }
    }

    /** Where each published call stands for this mairie, the last one first. */
    List<Situation> situations() {
        return appels().stream()
                .sorted((a, b) -> b.appel().jusquAu().compareTo(a.appel().jusquAu()))
                .map(this::situation)
                .toList();
    }

    private Situation situation(AppelPublie publie) {
        var appel = publie.appel();
        var cloture = clotures.pour(appel.id());
        if (!publie.clos()) {
            return new Situation.Ouvert(appel, clotures.rouvert(appel.id()));
        }
        return cloture.<Situation>map(faite -> new Situation.Cloture(
                        appel,
                        faite.agent(),
                        faite.formulairesPapier(),
                        faite.le(),
                        faite.livraison(),
                        gestes.fichesPapierApresCloture(appel.id(), appel.ouvreLe(), appel.jusquAu())))
                .orElseGet(() -> new Situation.ACloturer(appel));
    }

    /** What this terminal promised and can no longer send: the hub must know before it draws. */
    int perdues() {
        return index.counts().getOrDefault(Delivery.UNSENDABLE, 0);
    }

    /** How many paper forms of a call were copied on this kiosk: at least so many came to this mairie. */
    int fichesSaisiesIci(Appel appel) {
        return gestes.fichesPapier(appel.ouvreLe(), appel.jusquAu());
    }

    private List<AppelPublie> appels() {
        return hub.bulletin().map(bulletin -> bulletin.appels()).orElse(List.of());
    }

    /** What became of a declaration. */
    sealed interface Issue {
        /** In the journal for good, now or at the first of two clicks. */
        record Cloturee() implements Issue {}

        /** The hub does not say, or no longer says, that the call is closed. Nothing stored. */
        record AppelOuvert() implements Issue {}

        /** The journal refused to write. Nothing stored. */
        record Impossible() implements Issue {}
    }

    /** Where a call stands for this mairie. */
    sealed interface Situation {
        Appel appel();

        /**
         * The hub has not closed it.
         *
         * @param rouvert when this mairie said that it receives again, after a closing that no longer counts
         */
        record Ouvert(Appel appel, Optional<Instant> rouvert) implements Situation {}

        /** The hub closed it; this mairie has declared nothing. */
        record ACloturer(Appel appel) implements Situation {}

        /**
         * This mairie declared.
         *
         * @param depuis paper forms copied here since: the hub waits for another closing
         */
        record Cloture(Appel appel, AgentId agent, int formulairesPapier, Instant le, Delivery livraison, int depuis)
                implements Situation {}
    }
}
