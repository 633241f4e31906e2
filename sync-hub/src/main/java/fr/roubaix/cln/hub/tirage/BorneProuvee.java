package fr.roubaix.cln.hub.tirage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.ChainHead;
import fr.roubaix.cln.sync.KioskId;

/**
 * The proof that nothing of a kiosk is missing, as it was when the list was frozen.
 *
 * @param tetes of each of its chains: last sequence number and hash
 * @param closeLe when its closing reached the hub; empty when a derogation stands for it
 * @param formulairesPapier how many paper forms its mairie announced
 */
public record BorneProuvee(
        KioskId borne,
        Secteur mairie,
        String nom,
        List<ChainHead> tetes,
        Optional<Instant> closeLe,
        int formulairesPapier) {
    public BorneProuvee {
        tetes = List.copyOf(tetes);
    }
}
