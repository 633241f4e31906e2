package fr.roubaix.cln.kiosk.agent;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.kiosk.receipt.Receipts;

/** A printer that remembers what it was asked, and answers as a test says. */
final class FauxPapiers implements Receipts {

    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile Impression answer = new Impression.Imprime();

    @Override
    public Impression print(ReceiptCode code, Instant at, Locale language) {
        asked.add("receipt " + code.affiche());
        return answer;
    }

    @Override
    public Impression duplicate(ReceiptCode code, Instant at, int number) {
        asked.add("duplicate " + number + " of " + code.affiche() + " at " + at);
        return answer;
    }

    @Override
    public Impression withdrawal(ReceiptCode code, Instant at) {
        asked.add("withdrawal " + code.affiche());
        return answer;
    }
}
