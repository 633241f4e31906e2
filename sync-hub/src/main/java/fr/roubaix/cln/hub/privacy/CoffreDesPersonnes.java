package fr.roubaix.cln.hub.privacy;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Seals what is personal under a key of that person alone. Keys lie in a database of their own; destroying one makes what
 * it sealed unreadable everywhere, in older backups too.
 */
public interface CoffreDesPersonnes {

    /**
     * Seals inside the transaction of the caller; the key is on the disk before that transaction ends, or the transaction
     * fails. A key made for a record that was lost is used again for the same person.
     *
     * @return empty when this person was erased: nothing may be kept of them
     */
    Optional<byte[]> sceller(PersonneId personne, byte[] clair);

    /** Opens what {@link #sceller} made, for many at once. */
    Map<PersonneId, Lecture> ouvrir(Map<PersonneId, byte[]> scelles);

    default Lecture ouvrir(PersonneId personne, byte[] scelle) {
        return java.util.Objects.requireNonNull(ouvrir(Map.of(personne, scelle)).get(personne));
    }

    /**
     * Destroys the key of a person, for good, and writes down that it was done. Outside any transaction: it is not undone
     * by what fails after it.
     *
     * @return when it was first done
     */
    Instant effacer(PersonneId personne, Instant le);

    /** The same for many: each key is destroyed once this returns. */
    default void effacer(Collection<PersonneId> personnes, Instant le) {
        personnes.forEach(personne -> effacer(personne, le));
    }

    /** Everyone erased, and when. */
    Map<PersonneId, Instant> effacees();

    /** Destroys the keys with which nothing was sealed since, except those that are still of use. */
    int oublier(Instant avant, java.util.function.UnaryOperator<Collection<PersonneId>> utiles);

    /** What became of sealed bytes. */
    sealed interface Lecture {
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Claire(byte[] clair) implements Lecture {}

        /** Nobody can read them any more, on purpose. */
        record Effacee(Instant le) implements Lecture {}

        /** The key is missing and nobody asked for that, or the bytes were altered. */
        record Illisible() implements Lecture {}
    }
}
