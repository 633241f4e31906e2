package fr.roubaix.cln.hub.candidature;

import java.time.Instant;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.KeyId;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Message.Preuve;

/** Takes in the withdrawals that kiosks deliver. Runs inside the transaction of the caller. */
public interface ReceptionDeRetrait {

    /**
     * Takes a withdrawal in once: it is applied if that can be done now, waits when its application has not arrived, and is
     * shown to staff when it is theirs to decide.
     */
    void recevoir(Recu recu, Preuve preuve);

    /** An application just arrived: a withdrawal may have come before it. */
    void arrivee(ReceiptCode code, Instant le);

    /**
     * A withdrawal as delivered.
     *
     * @param mairie where the person asked for it
     * @param demandeLe wall clock of the terminal
     * @param recuLe clock of the hub
     */
    record Recu(Scelle scelle, ReceiptCode code, AgentId agent, Secteur mairie, Instant demandeLe, Instant recuLe) {}

    /** What was sealed, with what it takes to open it again. */
    record Scelle(EnvelopeId envelope, KioskId borne, KeyId cle, Bytes contenu) {}
}
