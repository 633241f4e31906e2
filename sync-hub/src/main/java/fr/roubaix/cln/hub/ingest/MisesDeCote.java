package fr.roubaix.cln.hub.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Signed;

/**
 * Every envelope set aside, of any kind and for any reason, waiting or not. No content can be read here. A person reads it
 * through {@link TraitementDesMisesDeCote}.
 */
public interface MisesDeCote {

    /** Those that pass, the newest first. */
    List<Entree> entrees(Filtre filtre);

    Optional<Entree> entree(Cle cle);

    /** The bytes as they came. */
    Optional<Signed> octets(Cle cle);

    /** How many wait, for each reason that has some. */
    Map<Reason, Long> enAttente();

    /** Notes what was done; false when it was settled already. Runs inside the transaction of the caller. */
    boolean noter(Cle cle, Reglement reglement);

    /** Which envelope: the kiosk that signed it, and the SHA-256 of its bytes. */
    record Cle(KioskId borne, Hash empreinte) {}

    /** Which entries to show. Nothing given: all of them. */
    record Filtre(Optional<Boolean> enAttente, Optional<Reason> raison, Optional<KioskId> borne) {
        public static final Filtre TOUTES = new Filtre(Optional.empty(), Optional.empty(), Optional.empty());
        public static final Filtre EN_ATTENTE = new Filtre(Optional.of(true), Optional.empty(), Optional.empty());
    }

    /**
     * One envelope set aside.
     *
     * @param recueLe clock of the hub, at its first arrival
     * @param taille bytes, without the signature
     * @param priseDepuis the same content was taken since, from another envelope or at a second reading
     */
    record Entree(
            Cle cle,
            ChainId chaine,
            long seq,
            Kind genre,
            Reason raison,
            Instant recueLe,
            long taille,
            boolean priseDepuis,
            Optional<Reglement> reglement) {

        /** Whether somebody must still look at it. */
        public boolean enAttente() {
            return !priseDepuis && reglement.isEmpty();
        }
    }

    /** What was done about it, by whom, when. */
    record Reglement(Instant le, Identifiant par, String suite) {}
}
