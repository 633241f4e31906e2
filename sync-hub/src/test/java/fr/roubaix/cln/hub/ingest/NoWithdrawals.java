package fr.roubaix.cln.hub.ingest;

import java.time.Instant;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.ReceptionDeRetrait;
import fr.roubaix.cln.sync.Message.Preuve;

/** For a door at which nobody withdraws anything. */
final class NoWithdrawals implements ReceptionDeRetrait {

    @Override
    public void recevoir(Recu recu, Preuve preuve) {
        throw new IllegalStateException("nobody withdraws here");
    }

    @Override
    public void arrivee(ReceiptCode code, Instant le) {}
}
