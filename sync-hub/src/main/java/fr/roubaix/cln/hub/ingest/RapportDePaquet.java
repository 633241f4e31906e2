package fr.roubaix.cln.hub.ingest;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.KioskId;

/**
 * What became of each line of a bundle.
 *
 * @param complet false when the file was longer than the hub reads at once: what is reported was taken, the rest was not
 *     looked at
 * @param retour what to bring back to the kiosks, as a file {@code .clnreturn}
 */
public record RapportDePaquet(List<Ligne> lignes, boolean complet, Bytes retour) {

    public RapportDePaquet {
        lignes = lignes.stream().sorted(Comparator.comparingInt(Ligne::numero)).toList();
    }

    /** How many lines ended each way, in the order of {@link Sort}. */
    public Map<Sort, Long> comptes() {
        var comptes = new EnumMap<Sort, Long>(Sort.class);
        lignes.forEach(ligne -> comptes.merge(ligne.sort(), 1L, Long::sum));
        return comptes;
    }

    /**
     * One line.
     *
     * @param numero from 1
     * @param borne the kiosk that the line names, if it could be read
     * @param seq position in the chain of that kiosk, if it could be read
     */
    public record Ligne(int numero, Sort sort, Optional<KioskId> borne, Optional<Long> seq) {}

    /** What became of a line. */
    public enum Sort {
        /** Taken now. */
        ACCEPTEE,
        /** Held already. */
        DEJA_RECUE,
        /** Kept for staff: the hub could not take it. */
        MISE_DE_COTE,
        /** Kept for staff: its place is taken by something else. */
        CONFLIT,
        /** Something before it is missing: nothing was stored. */
        TROU,
        /** The kiosk that it names did not sign it: nothing was stored. */
        FALSIFIEE,
        /** No envelope: nothing was stored. */
        ILLISIBLE,
        /** No such kiosk here: nothing was stored. */
        BORNE_INCONNUE,
        /** The kiosk was revoked: nothing was stored. */
        BORNE_REVOQUEE,
        /** The hub cannot take it now: nothing was stored, and the same file will be read again. */
        A_REPRENDRE
    }
}
