package fr.roubaix.cln.kiosk.candidature;

import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.kiosk.receipt.Receipts;
import fr.roubaix.cln.kiosk.receipt.Receipts.Impression;
import fr.roubaix.cln.kiosk.receipt.Receipts.Raison;

/** Prints beside the screen: what a printer does or fails to do never holds back the number of an application. */
class Impressions {

    private final Receipts receipts;
    private final Executor executor;

    Impressions(Receipts receipts, Executor executor) {
        this.receipts = receipts;
        this.executor = executor;
    }

    /**
     * Starts to print, or to print again: what failed may have come out, whole or half, and then the paper says that it is a
     * duplicate. The answer comes when the printer gives it, perhaps never.
     *
     * @param langue of the person
     */
    CompletableFuture<Impression> lancer(ReceiptCode code, Instant le, Locale langue) {
        return demander(() -> receipts.print(code, le, langue));
    }

    private CompletableFuture<Impression> demander(Supplier<Impression> papier) {
        return CompletableFuture.supplyAsync(papier, executor)
                .exceptionally(_ -> new Impression.NonImprime(Raison.ERREUR));
    }
}
