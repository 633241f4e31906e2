package fr.roubaix.cln.kiosk.agent;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import fr.roubaix.cln.kiosk.sync.CleUsb;
import fr.roubaix.cln.kiosk.sync.CleUsb.Contenu;
import fr.roubaix.cln.kiosk.sync.CleUsb.Export;
import fr.roubaix.cln.kiosk.sync.CleUsb.Import;
import fr.roubaix.cln.kiosk.sync.CleUsb.Support;

/** Copies to and from a USB stick beside the screen: a stick may take a minute, or never answer. */
class Copies {

    private final Optional<CleUsb> cle;
    private final Executor executor;

    /** @param cle none on a terminal that takes no stick: then there never is one */
    Copies(Optional<CleUsb> cle, Executor executor) {
        this.cle = cle;
        this.executor = executor;
    }

    List<Support> supports() {
        return cle.map(CleUsb::supports).orElse(List.of());
    }

    List<Path> retours(Support support) {
        return cle.map(prise -> prise.retours(support)).orElse(List.of());
    }

    CompletableFuture<Export> exporter(Support support, Contenu contenu) {
        return CompletableFuture.supplyAsync(() -> cle.orElseThrow().exporter(support, contenu), executor);
    }

    CompletableFuture<Import> importer(Path fichier) {
        return CompletableFuture.supplyAsync(() -> cle.orElseThrow().importer(fichier), executor);
    }
}
