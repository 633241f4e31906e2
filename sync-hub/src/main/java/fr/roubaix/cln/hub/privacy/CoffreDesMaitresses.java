package fr.roubaix.cln.hub.privacy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Seals with the master key in force, and opens what any of them sealed. Sealed bytes do not name their key: the newest
 * is tried first, and a wrong one is refused by the tag of the seal.
 */
final class CoffreDesMaitresses implements Coffre {

    private final ReadWriteLock changement = new ReentrantReadWriteLock();
    private final Supplier<Optional<Contenu>> plusRecent;
    private volatile List<Scellement> maitresses;

    /** The keys of a file that nobody changes meanwhile. */
    CoffreDesMaitresses(Contenu contenu) {
        this(contenu, Optional::empty);
    }

    /** @param plusRecent asked when nothing opens: the file as another instance left it, if there are newer keys */
    CoffreDesMaitresses(Contenu contenu, Supplier<Optional<Contenu>> plusRecent) {
        this.plusRecent = plusRecent;
        this.maitresses = lire(contenu);
    }

    @Override
    public byte[] sceller(byte[] clair, String contexte) {
        return maitresses.getFirst().sceller(clair, contexte);
    }

    @Override
    public byte[] ouvrir(byte[] scelle, String contexte) {
        return parmi(maitresses, scelle, contexte)
                .or(() -> plusRecent.get().flatMap(contenu -> {
                    adopter(contenu);
                    return parmi(maitresses, scelle, contexte);
                }))
                .orElseThrow(() -> new CoffreIllisibleException("altered, or sealed for something else"));
    }

    /**
     * The same content under the key in force; empty when it is already.
     *
     * @throws CoffreIllisibleException as {@link #ouvrir}
     */
    Optional<byte[]> renouveler(byte[] scelle, String contexte) {
        return parmi(maitresses.subList(0, 1), scelle, contexte).isPresent()
                ? Optional.empty()
                : Optional.of(sceller(ouvrir(scelle, contexte), contexte));
    }

    /** A change waits for this work, and this work for a change. */
    @Override
    public void sansChangement(Runnable travail) {
        changement.readLock().lock();
        try {
            travail.run();
        } finally {
            changement.readLock().unlock();
        }
    }

    /** Seals with the last key of a file from now on. Nothing that was being sealed is left under way. */
    void adopter(Contenu contenu) {
        changement.writeLock().lock();
        try {
            maitresses = lire(contenu);
        } finally {
            changement.writeLock().unlock();
        }
    }

    int nombre() {
        return maitresses.size();
    }

    private static Optional<byte[]> parmi(List<Scellement> maitresses, byte[] scelle, String contexte) {
        for (var maitresse : maitresses) {
            try {
                return Optional.of(maitresse.ouvrir(scelle, contexte));
            } catch (CoffreIllisibleException _) {
                // Not this one: the next is older.
            }
        }
        return Optional.empty();
    }

    private static List<Scellement> lire(Contenu contenu) {
        return contenu.maitresses().reversed().stream()
                .map(cle -> new Scellement(cle.toArray()))
                .toList();
    }
}
