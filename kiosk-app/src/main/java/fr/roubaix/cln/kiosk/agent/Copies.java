package fr.roubaix.cln.kiosk.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.kiosk.sync.CleUsb;
import fr.roubaix.cln.kiosk.sync.CleUsb.Contenu;
import fr.roubaix.cln.kiosk.sync.CleUsb.Export;
import fr.roubaix.cln.kiosk.sync.CleUsb.Import;
import fr.roubaix.cln.kiosk.sync.CleUsb.Support;
import fr.roubaix.cln.kiosk.sync.Sauvegardes;

/** Everything that touches a USB stick or a folder of backups, beside the screen: it may take a minute, or never answer. */
class Copies {

    private final CleUsb cle;
    private final Executor executor;
    private final Duration patience;
    private @Nullable CompletableFuture<List<Branchee>> recherche;

    /** @param patience how long a copy may take; then it fails with a {@link java.util.concurrent.TimeoutException} */
    Copies(CleUsb cle, Executor executor, Duration patience) {
        this.cle = cle;
        this.executor = executor;
        this.patience = patience;
    }

    /** What is plugged in. While one search goes on no other begins, so that a stick that hangs holds one thread, not many. */
    synchronized CompletableFuture<List<Branchee>> branchees() {
        if (recherche == null || recherche.isDone()) {
            recherche = CompletableFuture.supplyAsync(this::trouver, executor);
        }
        return recherche;
    }

    private List<Branchee> trouver() {
        return cle.supports().stream()
                .map(support -> new Branchee(support, cle.retours(support)))
                .toList();
    }

    CompletableFuture<Export> exporter(Support support, Contenu contenu) {
        return copie(() -> cle.exporter(support, contenu));
    }

    CompletableFuture<Import> importer(Path fichier) {
        return copie(() -> cle.importer(fichier));
    }

    CompletableFuture<Sauvegardes.Issue> sauvegarder(Sauvegardes sauvegardes) {
        return copie(sauvegardes::maintenant);
    }

    private <T> CompletableFuture<T> copie(Supplier<T> copie) {
        return CompletableFuture.supplyAsync(copie, executor).orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * A stick that is plugged in.
     *
     * @param retours the answers of the hub on it, the newest first
     */
    record Branchee(Support support, List<Path> retours) {}
}
