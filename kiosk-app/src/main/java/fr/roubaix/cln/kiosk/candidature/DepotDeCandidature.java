package fr.roubaix.cln.kiosk.candidature;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Eligibilite;
import fr.roubaix.cln.domaine.habitant.Eligibilite.Verdict;
import fr.roubaix.cln.kiosk.sync.Clotures;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.kiosk.sync.Journal;
import fr.roubaix.cln.kiosk.sync.JournalUnavailableException;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Message.CandidatureDeposee;

/** Deposits an application (art. 7 §1): judged, then sealed and appended to the journal, and only then "enregistrée". */
@Service
public class DepotDeCandidature {

    private final Hub hub;
    private final Journal journal;
    private final Clotures clotures;
    private final Supplier<ReceiptCode> codes;
    private final Clock clock;

    DepotDeCandidature(Hub hub, Journal journal, Clotures clotures, Supplier<ReceiptCode> codes, Clock clock) {
        this.hub = hub;
        this.journal = journal;
        this.clotures = clotures;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * Deposits a form.
     *
     * @param id minted when the person began, so that a second click deposits nothing more
     */
    public Issue deposer(EnvelopeId id, FicheDeCandidature fiche) {
        var appel = appelEnCours();
        if (appel.isEmpty()) {
            return new Issue.AppelFerme();
        }
        return switch (new Eligibilite(appel.get().dateDeReference())
                .examiner(fiche.habitant().naissance())) {
            case Verdict.TropJeune(var eligibleLe) -> new Issue.TropJeune(eligibleLe);
            case Verdict.Eligible _ -> inscrire(id, fiche);
        };
    }

    /** The call that accepts applications now, as the last bulletin tells it, and that this mairie has not closed. */
    public Optional<Appel> appelEnCours() {
        Instant now = clock.instant();
        return appels().filter(a -> a.accepte(now))
                .map(AppelPublie::appel)
                .filter(appel -> clotures.pour(appel.id()).isEmpty())
                .findFirst();
    }

    /** Whether a call accepts applications elsewhere, but this mairie has declared that it receives nothing more. */
    public boolean closIci() {
        Instant now = clock.instant();
        return appelEnCours().isEmpty() && appels().anyMatch(a -> a.accepte(now));
    }

    /** The next call to open, if one is announced. */
    public Optional<Appel> prochainAppel() {
        Instant now = clock.instant();
        return appels().filter(a -> !a.clos())
                .map(AppelPublie::appel)
                .filter(a -> now.isBefore(a.ouverture()))
                .min(Comparator.comparing(Appel::ouvreLe));
    }

    private Stream<AppelPublie> appels() {
        return hub.bulletin().stream().flatMap(b -> b.appels().stream());
    }

    private Issue inscrire(EnvelopeId id, FicheDeCandidature fiche) {
        try {
            var inscription = journal.append(id, new CandidatureDeposee(codes.get(), fiche));
            return new Issue.Enregistree(inscription.code(), inscription.at());
        } catch (JournalUnavailableException e) {
            return new Issue.Impossible();
        }
    }

    /** What became of a deposit. */
    public sealed interface Issue {
        /** In the journal for good. */
        record Enregistree(ReceiptCode code, Instant le) implements Issue {}

        /** No call accepts applications now. Nothing stored. */
        record AppelFerme() implements Issue {}

        /** Under 16 on the reference date. Nothing stored. */
        record TropJeune(LocalDate eligibleLe) implements Issue {}

        /** The journal refused to write. Nothing stored; the person is asked to see an agent. */
        record Impossible() implements Issue {}
    }
}
