package fr.roubaix.cln.kiosk.candidature;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.kiosk.receipt.Receipts;

/** A printer that the test lets work, fail, or stall: it is its own executor and prints only when told to. */
final class FakeReceipts implements Receipts, Executor {

    private final Deque<Runnable> enAttente = new ArrayDeque<>();
    private final List<ReceiptCode> imprimes = new ArrayList<>();
    private final List<Integer> duplicatas = new ArrayList<>();
    private final List<Locale> langues = new ArrayList<>();
    private Impression reponse = new Impression.Imprime();
    private boolean bloquee;

    void remettreEnEtat() {
        enAttente.clear();
        imprimes.clear();
        duplicatas.clear();
        langues.clear();
        reponse = new Impression.Imprime();
        bloquee = false;
    }

    void repondre(Impression impression) {
        reponse = impression;
    }

    void bloquer() {
        bloquee = true;
    }

    void debloquer() {
        bloquee = false;
        enAttente.forEach(Runnable::run);
        enAttente.clear();
    }

    List<ReceiptCode> imprimes() {
        return List.copyOf(imprimes);
    }

    /** The languages in which a paper was asked for, in that order. */
    List<Locale> langues() {
        return List.copyOf(langues);
    }

    /** The numbers of the duplicates that were printed. */
    List<Integer> duplicatas() {
        return List.copyOf(duplicatas);
    }

    /** As if every paper asked for might be out: the ones after the first bear a number. */
    @Override
    public Impression print(ReceiptCode code, Instant at, Locale language) {
        langues.add(language);
        if (imprimes.contains(code)) {
            duplicatas.add(duplicatas.size() + 1);
        } else {
            imprimes.add(code);
        }
        return reponse;
    }

    @Override
    public Impression duplicate(ReceiptCode code, Instant at, int number) {
        throw new IllegalStateException("an agent asks for a duplicate, a resident prints again");
    }

    @Override
    public Impression withdrawal(ReceiptCode code, Instant at) {
        throw new IllegalStateException("a resident withdraws before an agent");
    }

    @Override
    public void execute(Runnable impression) {
        if (bloquee) {
            enAttente.add(impression);
        } else {
            impression.run();
        }
    }
}
