package fr.roubaix.cln.hub.conservation;

import java.util.Comparator;
import java.util.Optional;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.BesoinDuTirage.Besoin;
import fr.roubaix.cln.hub.candidature.Contestations;

/** Says from the holds in force whether a person may be erased. */
@Component
class ContestationsParSuspension implements Contestations {

    private final Suspensions suspensions;

    ContestationsParSuspension(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    @Override
    public Optional<Besoin.Contestee> sur(AppelId appel, ReceiptCode code) {
        return suspensions.enVigueur().stream()
                .filter(suspension -> suspension.retient(appel, code))
                .min(Comparator.comparing(Suspension::numero))
                .map(suspension -> new Besoin.Contestee(
                        suspension.numero(), suspension.code().isEmpty(), suspension.poseeLe(), suspension.motif()));
    }
}
