package fr.roubaix.cln.hub.tirage;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.tirage.Empreinte;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.verificateur.EmpreinteDuVerificateur;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.Hash;

/**
 * Makes the pieces of a closed procès-verbal once, and gives the same bytes ever after. {@code ceremonie.json} and the page
 * of the PDF are kept in the transaction of the closing; the PDF is typeset from that page once it is committed, outside
 * any transaction, since it takes seconds and SQLite has one writer. Whatever cut it short, the next start of the hub or
 * the first demand typesets it from the same page.
 */
@Service
@Interne(
        "the closing, which two voices decide, and what reads public pieces: rehearsals are read through guarded cases")
class GardeDesPieces implements PiecesGardees {

    private static final Logger LOG = LoggerFactory.getLogger(GardeDesPieces.class);

    private final TiragesModifiables tirages;
    private final PiecesDuTirage pieces;
    private final RedactionDuProcesVerbal redaction;
    private final EmpreinteDuVerificateur verificateur;
    private final TransactionTemplate transaction;

    /** One typesetting at a time: two of the same document would be one too many. */
    private final ReentrantLock composition = new ReentrantLock();

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("proces-verbal").factory());

    GardeDesPieces(
            TiragesModifiables tirages,
            PiecesDuTirage pieces,
            RedactionDuProcesVerbal redaction,
            EmpreinteDuVerificateur verificateur,
            PlatformTransactionManager transactions) {
        this.tirages = tirages;
        this.pieces = pieces;
        this.redaction = redaction;
        this.verificateur = verificateur;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A procès-verbal was closed in the transaction that tells it. */
    record Close(CeremonieId id) {}

    /** Keeps what the closing makes, in its transaction. Nothing is done when it is kept, or the ceremony is not closed. */
    void garder(CeremonieId id) {
        if (pieces.de(id).isEmpty()) {
            redaction.dossier(id).ifPresent(dossier -> {
                var programmes = redaction.programmes();
                byte[] ceremonie =
                        CeremonieJson.write(dossier.pieces(), dossier.clos(), dossier.registre(), programmes);
                pieces.garder(
                        id,
                        ceremonie,
                        programmes,
                        redaction.publique(
                                dossier, new RedactionDuProcesVerbal.Empreintes(Hash.of(ceremonie), programmes)));
                garder(programmes);
            });
        }
    }

    /** What the procès-verbal of a public draw names is kept with it: the next version of the hub brings other programs. */
    private void garder(CeremonieJson.Programmes programmes) {
        nommes(programmes)
                .values()
                .forEach(empreinte -> verificateur
                        .octets(empreinte)
                        .ifPresent(octets -> pieces.garderLeProgramme(empreinte, octets)));
    }

    private static Map<Programme, Empreinte> nommes(CeremonieJson.Programmes programmes) {
        var nommes = new EnumMap<Programme, Empreinte>(Programme.class);
        nommes.put(Programme.PAGE, programmes.page());
        programmes.java().ifPresent(java -> nommes.put(Programme.JAVA, java));
        return nommes;
    }

    @TransactionalEventListener
    void apresLaCloture(Close close) {
        thread.execute(() -> compose(close.id()));
    }

    /** What a power cut left to be made, and what was closed before anything was kept. */
    @EventListener(ApplicationReadyEvent.class)
    void auDemarrage() {
        thread.execute(() -> {
            // A procès-verbal closed before programs were kept may name those of today.
            transaction.executeWithoutResult(_ -> garder(redaction.programmes()));
            pieces.sansPdf().forEach(this::compose);
        });
    }

    @PreDestroy
    void fin() {
        thread.close();
    }

    /** The PDF's fingerprint; a document that cannot be typeset hides nothing else of the draw. */
    private Optional<Hash> compose(CeremonieId id) {
        try {
            return pdf(id).map(Hash::of);
        } catch (RuntimeException e) {
            LOG.error("Le PDF du procès-verbal de {} n'est pas composé ; il le sera à la première demande.", id, e);
            return Optional.empty();
        }
    }

    @Override
    public Optional<Piece> piece(CeremonieId.Publique id, Genre genre) {
        return gardees(id).flatMap(gardees -> switch (genre) {
            case PV -> tirages.procesVerbal(id).map(octets -> new Piece(genre, Bytes.of(octets), Hash.of(octets)));
            case CEREMONIE ->
                pieces.ceremonie(id).map(octets -> new Piece(genre, Bytes.of(octets), gardees.ceremonie()));
            case DOCUMENT -> pdf(id).map(octets -> new Piece(genre, Bytes.of(octets), Hash.of(octets)));
        });
    }

    @Override
    public Map<Genre, Hash> empreintes(CeremonieId.Publique id) {
        var toutes = new EnumMap<Genre, Hash>(Genre.class);
        gardees(id).ifPresent(gardees -> {
            toutes.put(Genre.PV, Hash.of(tirages.procesVerbal(id).orElseThrow()));
            toutes.put(Genre.CEREMONIE, gardees.ceremonie());
            gardees.pdf().or(() -> compose(id)).ifPresent(pdf -> toutes.put(Genre.DOCUMENT, pdf));
        });
        return toutes;
    }

    @Override
    public List<ProgrammeNomme> programmes(CeremonieId.Publique id) {
        return gardees(id)
                .map(gardees -> {
                    var nommes = nommes(gardees.programmes());
                    var gardes = pieces.programmesGardes(nommes.values());
                    return nommes.entrySet().stream()
                            .map(nomme -> new ProgrammeNomme(
                                    nomme.getKey(), nomme.getValue(), gardes.contains(nomme.getValue())))
                            .toList();
                })
                .orElse(List.of());
    }

    @Override
    public Optional<Bytes> programme(CeremonieId.Publique id, Programme lequel) {
        return gardees(id)
                .flatMap(gardees ->
                        Optional.ofNullable(nommes(gardees.programmes()).get(lequel)))
                .flatMap(empreinte -> pieces.programme(empreinte).map(octets -> {
                    if (!Hash.of(octets).hex().equals(empreinte.hex())) {
                        throw new IllegalStateException("the program kept as " + empreinte + " was altered");
                    }
                    return Bytes.of(octets);
                }));
    }

    /** The bytes of {@code ceremonie.json}, of a rehearsal too. */
    Optional<byte[]> ceremonie(CeremonieId id) {
        return gardees(id).flatMap(_ -> pieces.ceremonie(id));
    }

    /** The bytes of the public PDF, of a rehearsal too. */
    Optional<byte[]> pdf(CeremonieId id) {
        return pieces.pdf(id)
                .or(() -> gardees(id).flatMap(_ -> {
                    composer(id);
                    return pieces.pdf(id);
                }));
    }

    /** What is kept; a ceremony closed before anything was kept has its pieces made now. */
    Optional<PiecesDuTirage.Gardees> gardees(CeremonieId id) {
        return pieces.de(id).or(() -> {
            transaction.executeWithoutResult(_ -> {
                // Two who ask for the same one make it one after the other.
                if (tirages.tenir(id)) {
                    garder(id);
                }
            });
            return pieces.de(id);
        });
    }

    private void composer(CeremonieId id) {
        composition.lock();
        try {
            pieces.page(id).ifPresent(page -> pieces.garderLePdf(id, redaction.composer(id, page)));
        } finally {
            composition.unlock();
        }
    }
}
