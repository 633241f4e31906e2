package fr.roubaix.cln.kiosk.agent;

import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Service;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.kiosk.receipt.KnownIssuers;
import fr.roubaix.cln.kiosk.sync.Gestes;
import fr.roubaix.cln.kiosk.sync.Gestes.RetraitNote;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.kiosk.sync.JournalIndex;
import fr.roubaix.cln.kiosk.sync.JournalIndex.Entry;
import fr.roubaix.cln.kiosk.sync.Statuts;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.ReceiptToken.Issuer;
import fr.roubaix.cln.sync.ReceiptToken.Purpose;
import fr.roubaix.cln.sync.ReceiptToken.Reading;
import fr.roubaix.cln.sync.Statut;

/** What this kiosk can tell, without the network, of a receipt that an agent scans or types: never whose it is. */
@Service
class LectureDeRecu {

    private final KnownIssuers issuers;
    private final JournalIndex index;
    private final Statuts statuts;
    private final Gestes gestes;
    private final Hub hub;

    LectureDeRecu(KnownIssuers issuers, JournalIndex index, Statuts statuts, Gestes gestes, Hub hub) {
        this.issuers = issuers;
        this.index = index;
        this.statuts = statuts;
        this.gestes = gestes;
        this.hub = hub;
    }

    /** Judges what was scanned, or typed. */
    Lecture lire(String texte) {
        String propre = texte.strip();
        if (propre.isEmpty()) {
            return new Lecture.Vide();
        }
        return switch (ReceiptToken.read(propre, issuers)) {
            case Reading.NotOurs _ -> tape(propre);
            case Reading.Genuine(var token) -> authentique(token);
            case Reading.UnknownKey(var emetteur, var cle) ->
                new Lecture.CleInconnue(emetteur, revoquee(emetteur, cle));
            case Reading.Malformed _ -> new Lecture.Faux();
            case Reading.WrongSignature _ -> new Lecture.Faux();
        };
    }

    /** What is known of an application here. */
    Connu connu(ReceiptCode code) {
        return new Connu(code, index.find(code), statuts.find(code), gestes.retrait(code), statuts.connusLe());
    }

    private Lecture authentique(ReceiptToken token) {
        return switch (token.purpose()) {
            case APPLICATION, WITHDRAWAL -> new Lecture.Authentique(token, connu(token.code()));
            case RENEWAL_COUPON, RENEWAL_ANSWER, CONVOCATION -> new Lecture.AutrePapier(token.purpose());
        };
    }

    private Lecture tape(String texte) {
        return switch (ReceiptCode.lire(texte)) {
            case Saisie.Lue<ReceiptCode>(var code) -> new Lecture.Tape(connu(code));
            case Saisie.Refusee<ReceiptCode> _ -> new Lecture.MalForme();
        };
    }

    private boolean revoquee(Issuer emetteur, int cle) {
        return emetteur instanceof Issuer.Kiosk(var id, var _)
                && hub.bulletin().stream()
                        .flatMap(bulletin -> bulletin.bornes().stream())
                        .anyMatch(borne -> borne.id().equals(id) && borne.cle() == cle && borne.revoquee());
    }

    /** What it turned out to be. */
    sealed interface Lecture {
        /** Nothing was typed. */
        record Vide() implements Lecture {}

        /** Neither a square nor a number of ours. */
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
     */
    record Connu(
            ReceiptCode code,
            Optional<Entry> ici,
            Optional<Statut> statut,
            Optional<RetraitNote> retrait,
            Optional<Instant> statutsLe) {

        /** Whether there may be something left to withdraw. */
        boolean retirable() {
            return retrait.isEmpty() && statut.filter(Statut.RETIREE::equals).isEmpty();
        }
    }
}
