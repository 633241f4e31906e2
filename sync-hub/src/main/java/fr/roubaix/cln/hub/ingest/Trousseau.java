package fr.roubaix.cln.hub.ingest;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.hub.privacy.Generation;
import fr.roubaix.cln.hub.privacy.TrousseauFile;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.Fingerprint;
import fr.roubaix.cln.sync.KeyId;
import fr.roubaix.cln.sync.Opener;
import fr.roubaix.cln.sync.OpeningKey;
import fr.roubaix.cln.sync.SealContext;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.VerifyingKey;

/**
 * The hub's keys, in one file outside the databases. Without it a restored hub can open nothing. It holds every pair that
 * the hub ever had: the one that the database calls the last signs and is sealed for, and all of them open, since a kiosk
 * may come back after months with what it sealed then. The file is under a phrase: {@link TrousseauFile}.
 */
public final class Trousseau implements Opener {

    private final TrousseauFile file;
    private final Generations connues;
    private volatile List<Generation> generations;

    Trousseau(TrousseauFile file, Generations connues, List<Generation> generations) {
        this.file = file;
        this.connues = connues;
        this.generations = List.copyOf(generations);
    }

    /**
     * The key that kiosks seal for now.
     *
     * @throws TrousseauEnRetardException the hub has newer keys than this instance
     */
    public OpeningKey opening() {
        return enVigueur().opening();
    }

    /**
     * Signs acks, bulletins and statuses.
     *
     * @throws TrousseauEnRetardException the hub has newer keys than this instance
     */
    public SigningKey signing() {
        return enVigueur().signing();
    }

    /**
     * The key that signs the receipts which the hub issues itself, with its number among the keys of the hub.
     *
     * @throws TrousseauEnRetardException the hub has newer keys than this instance
     */
    public CleDeRecu receipts() {
        var enVigueur = connues.toutes().getLast();
        return new CleDeRecu(
                enVigueur.numero(), generation(enVigueur.empreinte()).signing());
    }

    /** Every pair of keys but the first, each signed by the one before: for the bulletin. */
    public List<Signed> successions() {
        return connues.toutes().stream()
                .flatMap(connue -> connue.succession().stream())
                .toList();
    }

    /**
     * What verifies the receipts that the hub issued before its last change of keys, the oldest first.
     *
     * @throws TrousseauEnRetardException the hub has newer keys than this instance
     */
    public List<VerifyingKey> anciennesCles() {
        var toutes = connues.toutes();
        return toutes.subList(0, Math.max(0, toutes.size() - 1)).stream()
                .map(connue -> generation(connue.empreinte()).signing().verifyingKey())
                .toList();
    }

    /** The words that a kiosk with this key and this hub both show, for a person to compare. */
    public Fingerprint fingerprint(VerifyingKey kiosk) {
        var keys = generations.getLast().publics();
        return Fingerprint.of(kiosk, keys.signing(), keys.sealing());
    }

    /** Whether one of the keys is the one that this names; the file is read again before saying no. */
    boolean opens(KeyId key) {
        return opener(key)
                .or(() -> {
                    relire();
                    return opener(key);
                })
                .isPresent();
    }

    @Override
    public Optional<byte[]> open(SealContext context, KeyId keyId, Bytes sealed) {
        return opener(keyId).flatMap(opener -> opener.open(context, keyId, sealed));
    }

    TrousseauFile file() {
        return file;
    }

    /** Takes the keys that were just written to the file. */
    void adopter(List<Generation> ecrites) {
        generations = List.copyOf(ecrites);
    }

    private Optional<OpeningKey> opener(KeyId key) {
        return generations.stream()
                .map(Generation::opening)
                .filter(opening -> opening.sealingKey().id().equals(key))
                .findFirst();
    }

    /** Another instance may have changed the keys: the database says so, and the file of this one may have followed. */
    private Generation enVigueur() {
        return generation(connues.enVigueur().orElseThrow());
    }

    private Generation generation(String empreinte) {
        return find(empreinte)
                .or(() -> {
                    relire();
                    return find(empreinte);
                })
                .orElseThrow(() -> new TrousseauEnRetardException(file.path()));
    }

    private Optional<Generation> find(String empreinte) {
        return generations.reversed().stream()
                .filter(generation -> generation.empreinte().equals(empreinte))
                .findFirst();
    }

    private void relire() {
        try {
            var lues = file.read();
            if (lues.size() > generations.size()) {
                generations = List.copyOf(lues);
            }
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new TrousseauEnRetardException(file.path(), e);
        }
    }

    /**
     * A key of the hub for receipts.
     *
     * @param numero as the token names it: 1 for the first key of the hub, one more after each change
     */
    public record CleDeRecu(int numero, SigningKey cle) {}
}
