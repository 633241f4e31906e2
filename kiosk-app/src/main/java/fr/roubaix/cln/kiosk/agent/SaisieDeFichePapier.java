package fr.roubaix.cln.kiosk.agent;

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
import fr.roubaix.cln.kiosk.sync.Clotures;
import fr.roubaix.cln.kiosk.sync.Gestes;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.kiosk.sync.Journal;
import fr.roubaix.cln.kiosk.sync.JournalUnavailableException;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Message.CandidatureDeposee;
import fr.roubaix.cln.sync.Message.FichePapier;

/**
 * Copies a paper form into the journal of this mairie (art. 7 §1: on paper or in digital form, one register). The day that
 * counts is the postmark's, else the stamp's: a form received in time is entered after the call has ended, and after this
 * mairie has closed it. A person under 16 is for the secretariat to answer: a form that exists on paper is never left out.
 */
@Service
class SaisieDeFichePapier {

    private final Hub hub;
    private final Journal journal;
    private final Gestes gestes;
    private final Clotures clotures;
    private final Supplier<ReceiptCode> codes;
    private final Clock clock;

    SaisieDeFichePapier(
            Hub hub, Journal journal, Gestes gestes, Clotures clotures, Supplier<ReceiptCode> codes, Clock clock) {
        this.hub = hub;
        this.journal = journal;
        this.gestes = gestes;
        this.clotures = clotures;
        this.codes = codes;
        this.clock = clock;
    }

    LocalDate aujourdhui() {
        return LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX);
    }

    /** Whether any call has begun: before, there is nothing to enter. */
    boolean unAppelACommence() {
        return appels().anyMatch(appel -> !aujourdhui().isBefore(appel.ouvreLe()));
    }

    /** What keeps a form with these dates from being entered; empty when nothing does. */
    Optional<Refus> juger(FichePapier papier) {
        if (papier.recueLe().isAfter(aujourdhui())) {
            return Optional.of(Refus.JOUR_A_VENIR);
        }
        var appel = appelDu(papier.deposeeLe());
        if (appel.isEmpty()) {
            boolean avant = appels().allMatch(un -> papier.deposeeLe().isBefore(un.ouvreLe()));
            return Optional.of(avant ? Refus.AVANT_L_APPEL : Refus.HORS_DELAI);
        }
        boolean deja = gestes.originalDejaSaisi(
                papier.original(), appel.get().ouvreLe(), appel.get().jusquAu());
        return deja ? Optional.of(Refus.ORIGINAL_DEJA_SAISI) : Optional.empty();
    }

    /** Whether this mairie has closed the call of this day: what is entered now undoes that, until it closes again. */
    boolean rouvreLaCloture(FichePapier papier) {
        return appelDu(papier.deposeeLe())
                .flatMap(appel -> clotures.pour(appel.id()))
                .isPresent();
    }

    /** The day on which ages are told. */
    LocalDate reference(FichePapier papier) {
        return appelDu(papier.deposeeLe()).map(Appel::dateDeReference).orElseGet(this::aujourdhui);
    }

    /**
     * Enters it once.
     *
     * @param id minted when the agent began this form, so that a second touch enters nothing more
     */
    synchronized Issue saisir(EnvelopeId id, FicheDeCandidature fiche, FichePapier papier) {
        try {
            var inscription = journal.append(id, new CandidatureDeposee(codes.get(), fiche, papier));
            return new Issue.Enregistree(inscription.code(), inscription.at());
        } catch (JournalUnavailableException e) {
            return new Issue.Impossible();
        }
    }

    private Optional<Appel> appelDu(LocalDate jour) {
        return appels().filter(appel -> !jour.isBefore(appel.ouvreLe()) && !jour.isAfter(appel.jusquAu()))
                .max(Comparator.comparing(Appel::ouvreLe));
    }

    private Stream<Appel> appels() {
        return hub.bulletin().stream()
                .flatMap(bulletin -> bulletin.appels().stream())
                .map(AppelPublie::appel);
    }

    /** Why a form cannot be entered here. Each has its sentence. */
    enum Refus {
        /** Nothing is received tomorrow. */
        JOUR_A_VENIR,
        /** Before any call. */
        AVANT_L_APPEL,
        /** Neither received nor posted while a call was open: the secretariat decides on paper. */
        HORS_DELAI,
        /** The same number was entered here for the same call. */
        ORIGINAL_DEJA_SAISI
    }

    /** What became of it. */
    sealed interface Issue {
        /** In the journal for good. */
        record Enregistree(ReceiptCode code, Instant le) implements Issue {}

        /** The journal refused to write. Nothing stored. */
        record Impossible() implements Issue {}
    }
}
