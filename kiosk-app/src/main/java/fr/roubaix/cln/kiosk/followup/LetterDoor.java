package fr.roubaix.cln.kiosk.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.sync.Bulletin.RenouvellementPublie;

/** When a kiosk offers members to answer the letter about their renewal: while the hub's bulletin says so, and only then. */
public final class LetterDoor {

    private LetterDoor() {}

    /** Whether the choice is on the first screen today. */
    public static boolean open(Hub hub, Clock clock) {
        return campaign(hub, clock).isPresent();
    }

    static Optional<RenouvellementPublie> campaign(Hub hub, Clock clock) {
        var today = LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX);
        return hub.bulletin()
                .flatMap(bulletin -> Optional.ofNullable(bulletin.renouvellement()))
                .filter(campaign -> campaign.enCours(today));
    }
}
