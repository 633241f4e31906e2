package fr.roubaix.cln.kiosk.candidature;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

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

    /** Starts to print; the answer comes when the printer gives it, perhaps never. */
    CompletableFuture<Impression> lancer(ReceiptCode code, Instant le) {
        return CompletableFuture.supplyAsync(() -> receipts.print(code, le), executor)
                .exceptionally(_ -> new Impression.NonImprime(Raison.ERREUR));
    }
}
