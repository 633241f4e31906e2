package fr.roubaix.cln.hub.fleet;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.ReceptionDeRetrait;
import fr.roubaix.cln.sync.Message.Preuve;

/** Remembers the withdrawals that the door hands on, and the applications that it is told of. */
final class FakeRetraits implements ReceptionDeRetrait {

    final List<Recu> recus = new CopyOnWriteArrayList<>();
    final List<ReceiptCode> arrivees = new CopyOnWriteArrayList<>();

    @Override
    public void recevoir(Recu recu, Preuve preuve) {
        recus.add(recu);
    }

    @Override
    public void arrivee(ReceiptCode code, Instant le) {
        arrivees.add(code);
    }
}
