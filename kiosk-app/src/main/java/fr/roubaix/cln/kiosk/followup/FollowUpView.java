package fr.roubaix.cln.kiosk.followup;

import java.util.Optional;
import java.util.Set;

import com.vaadin.flow.router.Route;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.kiosk.device.Scans;
import fr.roubaix.cln.kiosk.sync.JournalIndex;
import fr.roubaix.cln.kiosk.sync.JournalIndex.Entry;
import fr.roubaix.cln.kiosk.sync.Statuts;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.ReceiptToken.Issuer;
import fr.roubaix.cln.sync.Statut;
import fr.roubaix.cln.web.Dates;

/** A person holds out their receipt, or types its number. What a number proves is little, so what is told is little. */
@Route("suivre")
class FollowUpView extends PaperView {

    private static final Set<Statut> KNOWN =
            Set.of(Statut.RECUE, Statut.RECEVABLE, Statut.IRRECEVABLE, Statut.A_COMPLETER, Statut.RETIREE);

    private static final Texts TEXTS = new Texts(
            "suivre.titre",
            "suivre.explication",
            "suivre.explication.lecteur",
            "suivre.explication",
            "suivre.numero",
            "suivre.chercher",
            "suivre.recu.inconnu",
            "suivre.recu.revoque",
            "suivre.recu.pas-authentique",
            "suivre.recu.faux",
            "suivre.mal-forme");

    private final JournalIndex journal;
    private final Statuts statuts;

    FollowUpView(JournalIndex journal, Statuts statuts, Verification verification, Scans scans) {
        super(verification, scans, TEXTS);
        this.journal = journal;
        this.statuts = statuts;
    }

    /** The square proves who issued the paper, without the network; the status is what is known here. */
    @Override
    String genuine(ReceiptToken token) {
        return switch (token.purpose()) {
            case APPLICATION, WITHDRAWAL -> receipt(token);
            case RENEWAL_COUPON, RENEWAL_ANSWER, CONVOCATION -> getTranslation("suivre.autre-papier");
        };
    }

    private String receipt(ReceiptToken token) {
        String since = Dates.in(getLocale()).fullInstant(token.at());
        String proof = switch (token.issuer()) {
            case Issuer.Hub _ -> getTranslation("suivre.recu.hub", since);
            case Issuer.Kiosk kiosk ->
                getTranslation("suivre.recu.borne", since, kiosk.mairie().nom());
        };
        return proof + " " + known(token.code()).orElseGet(() -> withAge(getTranslation("suivre.rien")));
    }

    @Override
    String typed(ReceiptCode code) {
        return known(code).orElseGet(() -> withAge(getTranslation("suivre.inconnu")));
    }

    /** What the secretariat says here may be old: a kiosk works for weeks without the network. */
    private String withAge(String words) {
        return statuts.connusLe()
                .map(at -> words + " "
                        + getTranslation("suivre.age", Dates.in(getLocale()).fullInstant(at)))
                .orElse(words);
    }

    /** What was deposited elsewhere is known here only by what the hub signed of it. */
    private Optional<String> known(ReceiptCode code) {
        return journal.find(code).map(this::told).or(() -> statuts.find(code).map(this::elsewhere));
    }

    private String told(Entry entry) {
        String since = Dates.in(getLocale()).fullInstant(entry.at());
        return switch (entry.delivery()) {
            // Whatever the hub said of it once: without an ack it does not hold it now.
            case PENDING -> getTranslation("suivre.enregistree", since);
            case DELIVERED ->
                getTranslation("suivre.transmise", since)
                        + entry.statut()
                                .map(statut -> withAge(sentence(statut)))
                                .orElse("");
            // A status means that staff took it after all.
            case REFUSED, UNSENDABLE ->
                entry.statut().map(this::elsewhere).orElseGet(() -> getTranslation("suivre.a-verifier", since));
        };
    }

    private String elsewhere(Statut statut) {
        return withAge(getTranslation("suivre.ailleurs") + sentence(statut));
    }

    private String sentence(Statut statut) {
        boolean known = KNOWN.contains(statut);
        return " " + getTranslation("suivre.statut." + (known ? statut.mot() : "AUTRE"));
    }
}
