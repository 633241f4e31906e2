package fr.roubaix.cln.kiosk.sync;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import fr.roubaix.cln.sync.Bundle;

/**
 * Carries envelopes to the hub, and its answer back, on a USB stick. Nothing on a stick is trusted before its own
 * signature is verified, and a stick pulled out at any moment leaves nothing half done.
 */
public interface CleUsb {

    /**
     * The sticks in reach under {@code cln.kiosk.supports}, write-protected ones too: a return can be read from them. A
     * damaged stick may keep the caller waiting for ever.
     */
    List<Support> supports();

    /** Writes a file {@value Bundle#EXPORT} on a stick, forces it to the medium and reads it back. Marks nothing. */
    Export exporter(Support support, Contenu contenu);

    /** The files {@value Bundle#RETURN} on a stick, the newest first. */
    List<Path> retours(Support support);

    /** Takes in what the hub wrote, line by line. Importing the same file again changes nothing. */
    Import importer(Path fichier);

    /**
     * A stick.
     *
     * @param nom what the person recognises it by
     * @param libre free bytes
     * @param protegee nothing can be written on it
     */
    record Support(Path dossier, String nom, long libre, boolean protegee) {}

    /** What an export holds. */
    enum Contenu {
        /** What no verified ack covers. */
        EN_ATTENTE,
        /** Everything whose bytes are still kept here, for a hub that was restored from far back. */
        TOUT
    }

    /** What became of an export. Unless it was written whole, nothing is left on the stick. */
    sealed interface Export {

        /** On the medium, and read back. */
        record Ecrit(Path fichier, int enveloppes) implements Export {}

        /** Nothing to write. */
        record RienAEcrire() implements Export {}

        /** Not enough room: free some, or take another stick. */
        record SupportPlein(long necessaire) implements Export {}

        /** The stick refuses to be written: read-only, or without the right. */
        record LectureSeule() implements Export {}

        /** The stick was pulled out, or it is damaged: put it back, or take another one. */
        record SupportRetire() implements Export {}

        /** What was read back is not what was written: the stick is worn out, take another one. */
        record RelectureDifferente() implements Export {}

        /** The journal could not be read: an agent calls the secretariat. */
        record JournalIllisible() implements Export {}
    }

    /** What became of an import. */
    sealed interface Import {

        /**
         * The file was read to its end.
         *
         * @param transmises envelopes that it newly proved to be at the hub
         * @param bulletin it brought a newer bulletin
         * @param statuts lines of status that were taken
         * @param adresses it brought a newer address base, which is in use now
         * @param refusees the lines that were left aside, by their number from 1
         */
        record Lu(int transmises, boolean bulletin, int statuts, boolean adresses, Map<Integer, Refus> refusees)
                implements Import {}

        /** The file cannot be read: the stick was pulled out, or it is damaged. Lines before that were taken. */
        record Illisible() implements Import {}

        /** No line of the file is one that a hub writes, or it is far too large: nothing was taken. */
        record PasUnRetour() implements Import {}

        /** This kiosk is not enrolled: it cannot tell its hub's signature. */
        record PasEnrolee() implements Import {}
    }

    /** Why a line was left aside. */
    enum Refus {
        /** Not a line of such a file: altered, truncated, or too long. */
        MAL_FORMEE,
        /** Not signed by this kiosk's hub. */
        SIGNATURE,
        /** Addressed to another kiosk, or about a chain that is not this one's. */
        AUTRE_BORNE,
        /** Older than what is known here. */
        ANCIENNE,
        /** From a life of the hub's database that is over: it was restored since. */
        AUTRE_VIE_DU_HUB,
        /** The hub holds something else than this journal: this terminal was restored or cloned. */
        DESACCORD
    }
}
