package fr.roubaix.cln.kiosk.followup;

import java.time.Clock;
import java.util.Optional;

import com.vaadin.flow.router.Route;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.kiosk.device.Scans;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.sync.Bulletin.RenouvellementPublie;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.ReceiptToken.Issuer;
import fr.roubaix.cln.sync.ReceiptToken.Purpose;
import fr.roubaix.cln.web.Dates;

/**
 * The door for a member who holds the letter about their renewal (art. 7 §4). It tells whether the letter is the City's, and
 * leads to an agent, who takes the answer: a number that anybody can read out answers for nobody.
 */
@Route("courrier")
class LetterView extends PaperView {

    private static final Texts TEXTS = new Texts(
            "courrier.titre",
            "courrier.aucun",
            "courrier.explication.lecteur",
            "courrier.explication",
            "courrier.numero",
            "courrier.verifier",
            "courrier.a-verifier",
            "courrier.a-verifier",
            "courrier.faux",
            "courrier.faux",
            "courrier.mal-forme");

    private final Hub hub;
    private final Clock clock;
    private Optional<RenouvellementPublie> campaign = Optional.empty();

    LetterView(Hub hub, Clock clock, Verification verification, Scans scans) {
        super(verification, scans, TEXTS);
        this.hub = hub;
        this.clock = clock;
    }

    @Override
    boolean asks() {
        campaign = LetterDoor.campaign(hub, clock);
        return campaign.isPresent();
    }

    /** Letters are the hub's: no kiosk signs a coupon. */
    @Override
    String genuine(ReceiptToken token) {
        if (token.purpose() == Purpose.RENEWAL_COUPON && token.issuer() instanceof Issuer.Hub) {
            return getTranslation("courrier.authentique", Dates.in(getLocale()).fullInstant(token.at()), lastDay());
        }
        return getTranslation("courrier.autre-papier");
    }

    @Override
    String typed(ReceiptCode code) {
        return getTranslation("courrier.numero.lu", lastDay());
    }

    private String lastDay() {
        return campaign.map(open -> Dates.in(getLocale()).fullDay(open.au())).orElseThrow();
    }
}
