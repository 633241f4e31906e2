package fr.roubaix.cln.kiosk.agent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.springframework.stereotype.Service;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hardware.scanner.Scan;
import fr.roubaix.cln.kiosk.followup.Verdict;
import fr.roubaix.cln.kiosk.followup.Verification;
import fr.roubaix.cln.kiosk.sync.Gestes;
import fr.roubaix.cln.kiosk.sync.Gestes.RetraitNote;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.kiosk.sync.JournalIndex;
import fr.roubaix.cln.kiosk.sync.JournalIndex.Entry;
import fr.roubaix.cln.kiosk.sync.Statuts;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.ReceiptToken.Issuer;
import fr.roubaix.cln.sync.ReceiptToken.Purpose;
import fr.roubaix.cln.sync.Statut;

/** What this kiosk can tell, without the network, of a receipt that an agent scans or types: never whose it is. */
@Service
class LectureDeRecu {

    private final Verification verification;
    private final JournalIndex index;
    private final Statuts statuts;
    private final Gestes gestes;
    private final Hub hub;

    LectureDeRecu(Verification verification, JournalIndex index, Statuts statuts, Gestes gestes, Hub hub) {
        this.verification = verification;
        this.index = index;
        this.statuts = statuts;
        this.gestes = gestes;
        this.hub = hub;
    }

    /** Judges what was scanned, or typed. */
    Lecture lire(Scan scan) {
        return switch (verification.of(scan)) {
            case Verdict.Nothing _ -> new Lecture.Vide();
            case Verdict.Genuine(var token) -> authentique(token);
            case Verdict.CodeAlone(var code) -> new Lecture.Tape(connu(code));
            case Verdict.InPart _ -> new Lecture.EnPartie();
            case Verdict.NotGenuine _ -> new Lecture.Faux();
            case Verdict.Unverifiable(var emetteur, boolean revoquee) -> new Lecture.CleInconnue(emetteur, revoquee);
            case Verdict.NotOurs _ -> new Lecture.AutreChose();
            case Verdict.Mistyped _ -> new Lecture.MalForme();
        };
    }

    /** What is known of an application here. */
    Connu connu(ReceiptCode code) {
        var ici = index.find(code);
        return new Connu(
                code,
                ici,
                statuts.find(code),
                gestes.retrait(code),
                statuts.connusLe(),
                ici.flatMap(entree -> tirage(entree.at())));
    }

    /** A genuine receipt tells of its day, whichever kiosk issued it. */
    private Connu connu(ReceiptToken token) {
        var connu = connu(token.code());
        return connu.tirageLe().isPresent() ? connu : connu.tireLe(tirage(token.at()));
    }

    /** The day of the public draw of the call that was open then, whatever became of it since. */
    private Optional<LocalDate> tirage(Instant depot) {
        return hub.bulletin().stream()
                .flatMap(bulletin -> bulletin.appels().stream())
                .map(AppelPublie::appel)
                .filter(appel -> appel.accepte(depot))
                .map(Appel::tirageLe)
                .findFirst();
    }

    private Lecture authentique(ReceiptToken token) {
        return switch (token.purpose()) {
            case APPLICATION, WITHDRAWAL -> new Lecture.Authentique(token, connu(token));
            case RENEWAL_COUPON, RENEWAL_ANSWER, CONVOCATION -> new Lecture.AutrePapier(token.purpose());
        };
    }

    /** What it turned out to be. */
    sealed interface Lecture {
        /** Nothing was typed. */
        record Vide() implements Lecture {}

        /** The beginning of a square. */
        record EnPartie() implements Lecture {}

        /** The square of something else. */
        record AutreChose() implements Lecture {}

        /** Typed, and no number of ours. */
        record MalForme() implements Lecture {}

        /** Issued by who it says, unaltered. */
        record Authentique(ReceiptToken token, Connu connu) implements Lecture {}

        /** A number, which proves nothing. */
        record Tape(Connu connu) implements Lecture {}

        /** Altered, made up, or of another city. */
        record Faux() implements Lecture {}

        /** By an issuer that this kiosk does not know, or no longer trusts. */
        record CleInconnue(Issuer emetteur, boolean revoquee) implements Lecture {}

        /** Genuine, and no receipt of an application. */
        record AutrePapier(Purpose quoi) implements Lecture {}
    }

    /**
     * What is known of an application here.
     *
     * @param ici when it was recorded on this kiosk
     * @param statut as the hub last signed it
     * @param retrait when its withdrawal was recorded on this kiosk
     * @param statutsLe when the hub last said where applications stand
     * @param tirageLe day of the public draw, when it is known
     */
    record Connu(
            ReceiptCode code,
            Optional<Entry> ici,
            Optional<Statut> statut,
            Optional<RetraitNote> retrait,
            Optional<Instant> statutsLe,
            Optional<LocalDate> tirageLe) {

        private Connu tireLe(Optional<LocalDate> jour) {
            return new Connu(code, ici, statut, retrait, statutsLe, jour);
        }

        /** Whether there may be something left to withdraw. */
        boolean retirable() {
            return retrait.isEmpty() && statut.filter(Statut.RETIREE::equals).isEmpty();
        }
    }
}
