package fr.roubaix.cln.kiosk.agent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

import fr.roubaix.cln.kiosk.receipt.Receipts;
import fr.roubaix.cln.kiosk.receipt.Receipts.Impression;
import fr.roubaix.cln.kiosk.receipt.Receipts.Raison;

/** What the printer does, beside the screen: it may take a minute, or never answer. */
class Papiers {

    private final Receipts receipts;
    private final Executor executor;

    Papiers(Receipts receipts, Executor executor) {
        this.receipts = receipts;
        this.executor = executor;
    }

    CompletableFuture<Impression> imprimer(Function<Receipts, Impression> papier) {
        return CompletableFuture.supplyAsync(() -> papier.apply(receipts), executor)
                .exceptionally(_ -> new Impression.NonImprime(Raison.ERREUR));
    }
}
