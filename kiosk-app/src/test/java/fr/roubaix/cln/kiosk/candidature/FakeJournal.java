package fr.roubaix.cln.kiosk.candidature;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.kiosk.sync.Journal;
import fr.roubaix.cln.kiosk.sync.JournalUnavailableException;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Message;
import fr.roubaix.cln.sync.Message.CandidatureDeposee;

/** A journal in memory that keeps the real one's promise: the same id again gives the first answer. */
final class FakeJournal implements Journal {

    private final Clock clock;
    private final Map<EnvelopeId, Inscription> inscriptions = new LinkedHashMap<>();
    private final List<CandidatureDeposee> deposees = new ArrayList<>();
    private boolean plein;

    FakeJournal(Clock clock) {
        this.clock = clock;
    }

    void vider() {
        inscriptions.clear();
        deposees.clear();
        plein = false;
    }

    void plein(boolean valeur) {
        plein = valeur;
    }

    List<CandidatureDeposee> deposees() {
        return List.copyOf(deposees);
    }

    FicheDeCandidature seuleFiche() {
        if (deposees.size() != 1) {
            throw new AssertionError("expected one application, found " + deposees.size());
        }
        return deposees.getFirst().fiche();
    }

    @Override
    public Inscription append(EnvelopeId id, Message message) {
        if (plein) {
            throw new JournalUnavailableException("disk full");
        }
        return inscriptions.computeIfAbsent(id, nouveau -> {
            var deposee = (CandidatureDeposee) message;
            deposees.add(deposee);
            return new Inscription(nouveau, deposee.code(), clock.instant());
        });
    }

    @Override
    public Instant note(EnvelopeId id, Message message) {
        throw new AssertionError("an application is no declaration");
    }
}
