package fr.roubaix.cln.kiosk.agent;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import fr.roubaix.cln.kiosk.sync.CleUsb;
import fr.roubaix.cln.kiosk.sync.CleUsb.Contenu;
import fr.roubaix.cln.kiosk.sync.CleUsb.Export;
import fr.roubaix.cln.kiosk.sync.CleUsb.Import;
import fr.roubaix.cln.kiosk.sync.CleUsb.Support;

/** Copies to and from a USB stick beside the screen: a stick may take a minute, or never answer. */
class Copies {

    private final CleUsb cle;
    private final Executor executor;

    Copies(CleUsb cle, Executor executor) {
        this.cle = cle;
        this.executor = executor;
    }

    List<Support> supports() {
        return cle.supports();
    }

    List<Path> retours(Support support) {
        return cle.retours(support);
    }

    CompletableFuture<Export> exporter(Support support, Contenu contenu) {
        return CompletableFuture.supplyAsync(() -> cle.exporter(support, contenu), executor);
    }

    CompletableFuture<Import> importer(Path fichier) {
        return CompletableFuture.supplyAsync(() -> cle.importer(fichier), executor);
    }
}
